package dev.perdure.node;

import dev.perdure.engine.Version;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// Remembers, weakly, the code of every universe that was loaded, to tell which are still in
/// memory. For many threads.
final class Loaders {
  private final List<Loaded> all = new ArrayList<>();

  private record Loaded(Version version, WeakReference<Object> code) {}

  /// Remembers a universe's code; returns the universe.
  synchronized LoadedUniverse watch(LoadedUniverse universe) {
    all.removeIf(each -> each.code().get() == null);
    all.add(new Loaded(universe.version(), new WeakReference<>(universe.code())));
    return universe;
  }

  /// The versions whose code is in memory, in order, once for each time it was loaded.
  synchronized List<Version> alive() {
    return all.stream()
        .filter(each -> each.code().get() != null)
        .map(Loaded::version)
        .sorted()
        .toList();
  }
}
