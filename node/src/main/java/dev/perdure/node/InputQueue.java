package dev.perdure.node;

import dev.perdure.engine.Input;
import dev.perdure.value.Problem;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits for the writer: first in, first out for each producer. Any thread adds; the writer
/// takes.
final class InputQueue {
  private final ConcurrentLinkedQueue<Input> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicReference<Rest> rest = new AtomicReference<>(Rest.NONE);
  private final Runnable waker;
  private final Consumer<Input> ahead;
  private final AtomicReference<@Nullable Problem> failure = new AtomicReference<>();

  /// How the writer rests.
  enum Rest {
    /// It is at work.
    NONE,
    /// It looks again by itself before long: only inputs that somebody waits for wake it.
    NAP,
    /// It sleeps until it is woken: any input wakes it.
    SLEEP
  }

  /// @param waker wakes the writer; called by producers, once after each [#rest]
  /// @param ahead does with an input what the writer need not do itself; called by producers, and
  ///   may take as long as the disk does
  InputQueue(Runnable waker, Consumer<Input> ahead) {
    this.waker = waker;
    this.ahead = ahead;
  }

  /// Adds an input that nobody waits for: a napping writer is not woken for it.
  void add(Input input) {
    ahead.accept(input);
    queue.add(input);
    size.incrementAndGet();
    if (rest.get() == Rest.SLEEP) {
      wake();
    }
  }

  /// Adds an input and wakes the writer.
  void addAndWake(Input input) {
    ahead.accept(input);
    queue.add(input);
    size.incrementAndGet();
    wake();
  }

  /// Wakes the writer if it rests.
  void wake() {
    if (rest.get() != Rest.NONE && rest.getAndSet(Rest.NONE) != Rest.NONE) {
      waker.run();
    }
  }

  /// Makes the writer stop: nothing may be decided any more.
  void fail(Problem why) {
    failure.compareAndSet(null, why);
    wake();
  }

  /// @throws dev.perdure.value.PerdureException if the writer has to stop
  void checkSound() {
    var why = failure.get();
    if (why != null) {
      throw why.exception();
    }
  }

  /// Whether so much waits that producers should slow down.
  boolean full() {
    return size.get() >= Limits.INPUTS_MAX;
  }

  /// How many inputs wait.
  int size() {
    return size.get();
  }

  /// Takes the oldest input; null if there is none.
  @Nullable Input poll() {
    var input = queue.poll();
    if (input != null) {
      size.decrementAndGet();
    }
    return input;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /// The writer is about to rest; it must look once more before it does, for what came just before.
  void rest(Rest kind) {
    rest.set(kind);
  }
}
