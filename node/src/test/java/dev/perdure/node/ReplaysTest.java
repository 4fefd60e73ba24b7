package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How many attempts are replayed at once (E16).
class ReplaysTest {
  private final AtomicInteger woken = new AtomicInteger();
  private final Replays<String> replays = new Replays<>(2, woken::incrementAndGet);

  @Test
  void noMoreBeginThanAreToldToAndTheOthersFollowInOrder() {
    assertThat(replays.admit("a")).isTrue();
    assertThat(replays.admit("b")).isTrue();
    assertThat(replays.admit("c")).isFalse();
    assertThat(replays.admit("d")).isFalse();
    assertThat(replays.crowded()).isTrue();
    assertThat(replays.hasNext()).isFalse();
    replays.over();
    assertThat(replays.hasNext()).isTrue();
    assertThat(replays.next()).isEqualTo("c");
    assertThat(replays.hasNext()).isFalse();
    replays.over();
    assertThat(replays.next()).isEqualTo("d");
    assertThat(replays.crowded()).isFalse();
  }

  @Test
  void theWriterIsWokenOnlyIfSomebodyWaits() {
    replays.admit("a");
    replays.over();
    assertThat(woken).hasValue(0);
    replays.admit("a");
    replays.admit("b");
    replays.admit("c");
    replays.over();
    assertThat(woken).hasValue(1);
  }
}
