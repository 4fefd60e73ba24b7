package dev.perdure.java;

import dev.perdure.java.link.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Answers with fixed values and remembers what it was asked.
final class FakeSeam implements Seam {
  static final Instant NOW = Instant.parse("2030-05-06T07:08:09.123456Z");
  static final long RANDOM = 0x1234_5678_9abc_def0L;
  static final UUID ID = new UUID(0x0123_4567_89ab_4def_0L, 0x8fed_cba9_8765_4321L);

  final List<String> asked = new ArrayList<>();

  @Override
  public Instant now() {
    asked.add("now");
    return NOW;
  }

  @Override
  public long nanoTime() {
    asked.add("nanoTime");
    return 42_000_000_007L;
  }

  @Override
  public long randomLong() {
    asked.add("randomLong");
    return RANDOM;
  }

  @Override
  public UUID uuid() {
    asked.add("uuid");
    return ID;
  }

  @Override
  public void sleep(Duration time) {
    asked.add("sleep " + time);
  }
}
