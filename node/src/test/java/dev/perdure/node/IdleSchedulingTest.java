package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IdleSchedulingTest {
  /// As Linux numbers its scheduling classes.
  private static final int IDLE = 5;

  /// Of the fields after the name of the thread, which may hold blanks.
  private static final int POLICY_FIELD = 38;

  private record Seen(boolean before, boolean granted, boolean after) {}

  private static boolean isIdle() {
    var stat = Path.of("/proc/thread-self/stat");
    try {
      var text = Files.exists(stat) ? Files.readString(stat) : "";
      var fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields.length > POLICY_FIELD && fields[POLICY_FIELD].equals(String.valueOf(IDLE));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theThreadIsInTheClassForIdleProcessorsIfThatWasGrantedAndNoOtherThreadIs() {
    var seen = new CompletableFuture<Seen>();
    Thread.ofPlatform().start(() -> seen.complete(seen()));
    var there = seen.join();
    assertThat(there.before()).isFalse();
    assertThat(there.after()).isEqualTo(there.granted());
    assertThat(isIdle()).isFalse();
  }

  private static Seen seen() {
    return new Seen(isIdle(), IdleScheduling.ask(), isIdle());
  }
}
