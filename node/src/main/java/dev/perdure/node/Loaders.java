package dev.perdure.node;

import dev.perdure.engine.Version;
import dev.perdure.java.run.JavaUniverse;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// Remembers, weakly, the class loader of every universe that was loaded, to tell which are still
/// in memory. For many threads.
final class Loaders {
  private final List<Loaded> all = new ArrayList<>();

  private record Loaded(Version version, WeakReference<ClassLoader> loader) {}

  /// Remembers a universe's class loader; returns the universe.
  synchronized JavaUniverse watch(JavaUniverse universe) {
    all.removeIf(each -> each.loader().get() == null);
    all.add(new Loaded(universe.version(), new WeakReference<>(universe.classLoader())));
    return universe;
  }

  /// The versions whose class loaders are in memory, in order, once for each loader.
  synchronized List<Version> alive() {
    return all.stream()
        .filter(each -> each.loader().get() != null)
        .map(Loaded::version)
        .sorted()
        .toList();
  }
}
