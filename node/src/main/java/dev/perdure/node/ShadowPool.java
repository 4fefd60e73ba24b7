package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StandIn;
import dev.perdure.engine.Universes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Runs candidates beside the tasks, on a thread of its own with the lowest priority. What does not
/// fit is dropped and counted: shadows never slow a task down.
final class ShadowPool {
  private final ArrayBlockingQueue<StandIn> waiting =
      new ArrayBlockingQueue<>(Limits.SHADOWS_WAITING_MAX);
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong unfinished = new AtomicLong();
  private final Universes universes;
  private final Clock clock;
  private final Consumer<Event.Shadowed> reports;
  private final Thread thread;

  /// @param universes inert ones
  /// @param reports is given what was found
  @SuppressWarnings("ThreadPriorityCheck") // a hint: correctness does not rest on it
  ShadowPool(Universes universes, Clock clock, Consumer<Event.Shadowed> reports) {
    this.universes = universes;
    this.clock = clock;
    this.reports = reports;
    this.thread = Thread.ofPlatform().name("perdure shadows").daemon().unstarted(this::run);
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  void start() {
    thread.start();
  }

  /// Takes a call to run the candidate of, if there is room.
  void offer(StandIn call) {
    unfinished.incrementAndGet();
    if (!waiting.offer(call)) {
      unfinished.decrementAndGet();
      dropped.incrementAndGet();
    }
  }

  /// Calls that were dropped so far.
  long dropped() {
    return dropped.get();
  }

  /// Calls that wait or run.
  long unfinished() {
    return unfinished.get();
  }

  void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        compare(waiting.take());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void compare(StandIn call) {
    try {
      var result = call.run(universes, Extras.none());
      reports.accept(new Event.Shadowed(call.start().task(), call.report(result), clock.millis()));
    } finally {
      unfinished.decrementAndGet();
    }
  }
}
