package dev.perdure.java;

import java.util.Collection;
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
  /// without a look. Calls and handlers in it are rewritten as everywhere.
  public Freezer trusting(Collection<String> packages) {
    var more = new TreeSet<>(trusted);
    more.addAll(packages);
    return new Freezer(more);
  }
}
