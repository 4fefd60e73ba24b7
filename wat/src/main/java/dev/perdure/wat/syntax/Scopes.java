package dev.perdure.wat.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The macro expansions that a symbol was made by, each a number that no other expansion of the
/// program has (M. Flatt, "Binding as Sets of Scopes", POPL 2016). Immutable.
public final class Scopes {
  /// Those of what was written by hand.
  public static final Scopes NONE = new Scopes(new int[0]);

  private final int[] sorted;

  private Scopes(int[] sorted) {
    this.sorted = sorted;
  }

  /// These and one more.
  public Scopes with(int scope) {
    int at = Arrays.binarySearch(sorted, scope);
    if (at >= 0) {
      return this;
    }
    int place = -at - 1;
    var more = new int[sorted.length + 1];
    System.arraycopy(sorted, 0, more, 0, place);
    more[place] = scope;
    System.arraycopy(sorted, place, more, place + 1, sorted.length - place);
    return new Scopes(more);
  }

  /// The numbers, ascending; a copy.
  public int[] toArray() {
    return sorted.clone();
  }

  /// Whether it was written by hand.
  public boolean isEmpty() {
    return sorted.length == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scopes that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
