package dev.perdure.node;

import dev.perdure.engine.EffectRunner;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The implementations of effect interfaces, by name. They live outside every universe and survive
/// swaps. A task that asks an effect nobody has bound waits until somebody does.
final class Effects {
  private final Threads threads;
  private final Map<String, EffectRunner> runners = new HashMap<>();

  /// In the order in which they came, so that a simulation is the same in every process.
  private final Set<Threads.Parked> waiting = new LinkedHashSet<>();

  Effects(Threads threads) {
    this.threads = threads;
  }

  /// Makes `runner` perform the effects of the interface from now on.
  void bind(String name, EffectRunner runner) {
    List<Threads.Parked> woken;
    synchronized (this) {
      runners.put(name, runner);
      woken = List.copyOf(waiting);
      waiting.clear();
    }
    woken.forEach(Threads.Parked::unpark);
  }

  /// The names that are bound.
  synchronized Set<String> names() {
    return Set.copyOf(runners.keySet());
  }

  /// Who performs the effects of the interface now; null if there is nobody.
  synchronized @Nullable EffectRunner bound(String name) {
    return runners.get(name);
  }

  /// Who performs the effects of the interface; blocks until there is somebody.
  ///
  /// @param goOn whether to wait any longer; asked whenever the caller is woken
  /// @return null if the caller shall wait no longer
  @Nullable EffectRunner runner(String name, BooleanSupplier goOn) {
    while (true) {
      synchronized (this) {
        var runner = runners.get(name);
        if (runner != null) {
          return runner;
        }
        waiting.add(threads.current());
      }
      if (!goOn.getAsBoolean()) {
        return null;
      }
      threads.park();
    }
  }

  /// Wakes all who wait, so that they check whether they still should.
  void wakeAll() {
    List<Threads.Parked> woken;
    synchronized (this) {
      woken = List.copyOf(waiting);
      waiting.clear();
    }
    woken.forEach(Threads.Parked::unpark);
  }
}
