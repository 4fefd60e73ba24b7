package dev.perdure.value;

import org.jspecify.annotations.Nullable;

/// One place where two values differ.
///
/// @param path the way there: map keys, indexes of vectors and lists, `:content` into a tagged
///   value; for an element that only one of two sets has, the element
/// @param left what stands there on the left; null if nothing does
/// @param right what stands there on the right; null if nothing does
public record Difference(Vec path, @Nullable Value left, @Nullable Value right) {
  private static final Keyword PATH = Keyword.of("path");
  private static final Keyword LEFT = Keyword.of("left");
  private static final Keyword RIGHT = Keyword.of("right");

  /// `{:path […] :left … :right …}`; a side where nothing stands is left out.
  public MapValue toValue() {
    var map = MapValue.builder().put(PATH, path);
    if (left != null) {
      map.put(LEFT, left);
    }
    if (right != null) {
      map.put(RIGHT, right);
    }
    return map.build();
  }

  /// `[:user :name] "Ada" became "Bob"`, or `… was added`, or `… was removed`.
  public String text() {
    if (left == null) {
      return path + " " + right + " was added";
    }
    return right == null
        ? path + " " + left + " was removed"
        : path + " " + left + " became " + right;
  }
}
