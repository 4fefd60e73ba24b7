package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamTest {
  @Test
  void aCellIsComputedOnceThoughManyThreadsAsk() throws InterruptedException {
    var calls = new AtomicInteger();
    var stream = Stream.of(() -> new Stream.Cell((long) calls.incrementAndGet(), Stream.EMPTY));
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    var wrong = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              start.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            wrong.addAndGet(stream.cell().first().equals(1L) ? 0 : 1);
          }));
    }
    start.countDown();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(calls).hasValue(1);
    assertThat(wrong).hasValue(0);
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
