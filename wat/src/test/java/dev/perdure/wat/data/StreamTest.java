package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StreamTest {
  @Test
  void aCellIsComputedOnceThoughTwoThreadsAsk() throws InterruptedException {
    var calls = new AtomicInteger();
    var seen = new AtomicReference<Object>();
    var stream = new AtomicReference<Stream>();
    var other = new Thread(() -> seen.set(stream.get().cell().first()));
    stream.set(
        Stream.of(() -> {
          other.start();
          while (other.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
          return new Stream.Cell((long) calls.incrementAndGet(), Stream.EMPTY);
        }));
    assertThat(stream.get().cell().first()).isEqualTo(1L);
    other.join();
    assertThat(seen).hasValue(1L);
    assertThat(calls).hasValue(1);
  }

  @Test
  void anEndlessStreamIsComputedAsFarAsItIsAskedFor() {
    var stream = from(0);
    for (long i = 0; i < 100_000; i++) {
      var cell = stream.cell();
      assertThat(cell.first()).isEqualTo(i);
      stream = cell.rest();
    }
  }

  private static Stream from(long n) {
    return Stream.of(() -> new Stream.Cell(n, from(n + 1)));
  }

  @Test
  void aStreamOfElementsHasThemInOrderHoweverOftenItIsWalked() {
    var stream = Stream.over(Vector.of(1L, 2L));
    for (int i = 0; i < 2; i++) {
      assertThat(stream.cell().first()).isEqualTo(1L);
      assertThat(stream.cell().rest().cell().first()).isEqualTo(2L);
      assertThat(stream.cell().rest().cell().rest().cell()).isNull();
    }
    assertThat(Stream.EMPTY.cell()).isNull();
    assertThat(Stream.cons(0L, stream).cell().rest()).isSameAs(stream);
  }

  @Test
  void aSourceThatThrowsIsAskedAgain() {
    var calls = new AtomicInteger();
    var stream =
        Stream.of(() -> {
          if (calls.incrementAndGet() == 1) {
            throw new IllegalStateException();
          }
          return null;
        });
    assertThatThrownBy(stream::cell).isInstanceOf(IllegalStateException.class);
    assertThat(stream.cell()).isNull();
  }

  @Test
  void whoRunsTheSourceHimselfSetsTheCell() {
    var stream = Stream.of(() -> null);
    assertThat(stream.pending()).isNotNull();
    stream.become(new Stream.Cell(1L, Stream.EMPTY));
    stream.become(null);
    assertThat(stream.pending()).isNull();
    assertThat(stream.cell().first()).isEqualTo(1L);
  }
}
