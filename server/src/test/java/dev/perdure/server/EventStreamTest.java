package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.StartOptions;
import dev.perdure.log.Durability;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamTest {
  private static final Pattern ID = Pattern.compile("(?m)^id: (\\d+)$");
  private static final int LOOKS = 10;

  @TempDir Path directory;

  private static List<Long> told(Perdure perdure, long from) throws IOException {
    var looks = new AtomicInteger();
    var out = new ByteArrayOutputStream();
    new EventStream(
            perdure.node(),
            from,
            Events::told,
            Duration.ofHours(1),
            () -> looks.incrementAndGet() > LOOKS,
            () -> false)
        .to(out);
    return ID.matcher(out.toString(StandardCharsets.UTF_8))
        .results()
        .map(r -> Long.parseLong(r.group(1)))
        .toList();
  }

  @Test
  void whatACrashCouldUndoIsNotTold() throws IOException {
    var late = Durability.async(3_600_000);
    try (var perdure = Perdure.open(NodeConfig.in(directory).withDurability(late))) {
      perdure.deploy("v1", Flows.class);
      perdure.await(perdure.start("greet", List.of("Ada"), StartOptions.NONE), String.class);
      long durable = perdure.node().log().durable().value();
      assertThat(perdure.node().log().end().value()).isGreaterThan(durable);
      assertThat(told(perdure, 0)).allMatch(offset -> offset < durable);
    }
    try (var perdure = Perdure.open(NodeConfig.in(directory))) {
      perdure.deploy("v1", Flows.class);
      assertThat(told(perdure, 0)).contains(0L, 1L, 2L, 3L);
    }
  }
}
