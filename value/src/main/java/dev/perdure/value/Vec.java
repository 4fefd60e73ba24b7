package dev.perdure.value;

import dev.perdure.value.trie.Elements;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A persistent vector, such as `[1 2 3]`: appending, reading and replacing by index cost nearly
/// the same for every size.
public final class Vec extends Elements implements Value, Iterable<Value> {
  /// `[]`.
  public static final Vec EMPTY = new Vec();

  /// Computed at first use; 0 means not yet. A race computes the same number twice.
  private int hash;

  private Vec() {}

  Vec(Parts parts) {
    super(parts);
  }

  /// The vector of the elements.
  public static Vec of(Value... elements) {
    return of(Arrays.asList(elements));
  }

  /// The vector of the elements, in their order.
  public static Vec of(Iterable<? extends Value> elements) {
    var builder = builder();
    for (var element : elements) {
      builder.add(element);
    }
    return builder.build();
  }

  /// An empty builder.
  public static VecBuilder builder() {
    return VecBuilder.empty();
  }

  /// A builder that starts with these elements; this vector does not change with it.
  public VecBuilder toBuilder() {
    return new VecBuilder(parts());
  }

  /// The number of elements.
  public int size() {
    return count();
  }

  /// Whether there is no element.
  public boolean isEmpty() {
    return count() == 0;
  }

  /// The element at `index`, from 0; outside it is an [IndexOutOfBoundsException].
  public Value get(int index) {
    return (Value) element(index);
  }

  /// This vector with one more element at the end.
  public Vec append(Value element) {
    return new Vec(appended(element));
  }

  /// This vector with the element at `index` replaced; outside it is an
  /// [IndexOutOfBoundsException].
  public Vec with(int index, Value element) {
    return new Vec(replaced(index, element));
  }

  /// This vector without its last element; [NoSuchElementException] if there is none.
  public Vec withoutLast() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return size() == 1 ? EMPTY : new Vec(first(size() - 1));
  }

  @Override
  public Iterator<Value> iterator() {
    var elements = from(0);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public Value next() {
        return (Value) elements.next();
      }
    };
  }

  @Override
  public Kind kind() {
    return Kind.VEC;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Vec that)
        || size() != that.size()
        || (hash != 0 && that.hash != 0 && hash != that.hash)) {
      return false;
    }
    // Equal sizes have equal shapes: an index starts a chunk in both or in none.
    for (int i = 0; i < size(); i += BRANCHES) {
      if (!Arrays.equals(chunk(i), that.chunk(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (var element : this) {
        h = 31 * h + element.hashCode();
      }
      h = Mix.of(Kind.VEC, h);
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
