package dev.perdure.java;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Makes a universe of Java classes: reads them, checks them, rewrites them.
///
/// Immutable; freezing is pure but for reading the source, and may run on any thread.
public final class Freezer {
  private final SortedSet<String> trusted;

  private Freezer(SortedSet<String> trusted) {
    this.trusted = trusted;
  }

  /// Every class is checked.
  public static Freezer strict() {
    return new Freezer(new TreeSet<>());
  }

  /// The same, but the code of these packages and those below them is taken as deterministic
  /// without a look. Routed calls and handlers in it are rewritten as everywhere.
  public Freezer trusting(Collection<String> packages) {
    var more = new TreeSet<>(trusted);
    more.addAll(packages);
    return new Freezer(more);
  }

  /// Freezes classes of functions and all they use.
  ///
  /// @param roots binary names of the classes whose routed methods become functions; what they use
  ///   is found from there. If there are none, all classes of the source that have routed methods
  public FreezeResult freeze(ClassSource source, Collection<String> roots) {
    return new Freezing(source, trusted).run(List.copyOf(roots));
  }

  /// Freezes classes of the running program, read afresh.
  public FreezeResult freeze(Class<?> root, Class<?>... more) {
    var names = new TreeSet<String>();
    names.add(root.getName());
    Arrays.stream(more).map(Class::getName).forEach(names::add);
    return freeze(ClassSource.host(root.getClassLoader()), names);
  }
}
