package dev.perdure.wat.task;

import dev.perdure.wat.thread.Threads;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A program that runs on this thread and asks something of the engine.
public final class Asking {
  private static final ScopedValue<Asking> CURRENT = ScopedValue.newInstance();

  private final WatUniverse universe;
  private final Threads threads;

  Asking(WatUniverse universe, Threads threads) {
    this.universe = universe;
    this.threads = threads;
  }

  /// The innermost on the calling thread; null if there is none.
  public static @Nullable Asking current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /// Runs the program.
  <T> T run(Supplier<T> program) {
    return ScopedValue.where(CURRENT, this).call(program::get);
  }

  /// Whose program it is.
  public WatUniverse universe() {
    return universe;
  }

  /// Where it asks, such as `shop.wat:14`; empty if it asks nothing.
  public String position() {
    var machine = threads.machine();
    var span = machine == null ? null : machine.position();
    if (span == null) {
      return "";
    }
    var file = span.source().substring(span.source().lastIndexOf('/') + 1);
    return file + ":" + span.start().line();
  }

  /// The innermost function that asks and is registered, by that name; empty if there is none.
  public String function() {
    var machine = threads.machine();
    for (var path : machine == null ? List.<String>of() : machine.functions()) {
      var name = universe.registered(path);
      if (name != null) {
        return name.text();
      }
    }
    return "";
  }
}
