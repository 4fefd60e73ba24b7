package dev.perdure.engine;

/// The number of a state of the routes: 0 is the empty one, each change adds 1.
///
/// @param number not negative
public record Revision(long number) implements Comparable<Revision> {
  /// No function has a route.
  public static final Revision EMPTY = new Revision(0);

  /// The revision after this one.
  public Revision next() {
    return new Revision(number + 1);
  }

  @Override
  public int compareTo(Revision other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "r" + number;
  }
}
