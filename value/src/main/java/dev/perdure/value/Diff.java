package dev.perdure.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The places where two values differ, in the order of the left one: collections of one kind are
/// compared inside, all else as a whole. Vectors and lists are compared index by index.
public final class Diff {
  private static final Keyword CONTENT = Keyword.of("content");

  private final int countMax;
  private final List<Difference> found = new ArrayList<>();

  private Diff(int countMax) {
    this.countMax = countMax;
  }

  /// The differences, at most `countMax` of them; none if the values are equal.
  public static List<Difference> between(Value left, Value right, int countMax) {
    var diff = new Diff(countMax);
    diff.compare(Vec.EMPTY, left, right);
    return List.copyOf(diff.found);
  }

  /// A line for each difference.
  public static String text(List<Difference> differences) {
    return differences.stream().map(Difference::text).collect(Collectors.joining("\n"));
  }

  private void compare(Vec path, @Nullable Value left, @Nullable Value right) {
    if (found.size() >= countMax || (left != null && left.equals(right))) {
      return;
    }
    if (path.size() < Limits.DEPTH_CEILING && left != null && right != null) {
      inside(path, left, right);
    } else {
      found.add(new Difference(path, left, right));
    }
  }

  private void inside(Vec path, Value left, Value right) {
    switch (left) {
      case MapValue a when right instanceof MapValue b -> maps(path, a, b);
      case SetValue a when right instanceof SetValue b -> sets(path, a, b);
      case Vec a when right instanceof Vec b -> sequences(path, a.iterator(), b.iterator());
      case ListValue a when right instanceof ListValue b ->
          sequences(path, a.iterator(), b.iterator());
      case Tagged(var a, var x) when right instanceof Tagged(var b, var y) && a.equals(b) ->
          compare(path.append(CONTENT), x, y);
      default -> found.add(new Difference(path, left, right));
    }
  }

  private void maps(Vec path, MapValue left, MapValue right) {
    for (var entry : left) {
      compare(path.append(entry.key()), entry.value(), right.get(entry.key()));
    }
    for (var entry : right) {
      if (!left.contains(entry.key())) {
        compare(path.append(entry.key()), null, entry.value());
      }
    }
  }

  private void sets(Vec path, SetValue left, SetValue right) {
    for (var element : left) {
      if (!right.contains(element)) {
        compare(path.append(element), element, null);
      }
    }
    for (var element : right) {
      if (!left.contains(element)) {
        compare(path.append(element), null, element);
      }
    }
  }

  private void sequences(Vec path, Iterator<Value> left, Iterator<Value> right) {
    for (int i = 0; (left.hasNext() || right.hasNext()) && found.size() < countMax; i++) {
      var a = left.hasNext() ? left.next() : null;
      var b = right.hasNext() ? right.next() : null;
      compare(path.append(Int.of(i)), a, b);
    }
  }
}
