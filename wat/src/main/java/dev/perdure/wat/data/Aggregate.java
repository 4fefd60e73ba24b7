package dev.perdure.wat.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A record or a struct. Compiled code adds classes whose fields are not boxed.
public abstract class Aggregate {
  private final AggregateShape shape;

  /// One of this shape.
  protected Aggregate(AggregateShape shape) {
    this.shape = Objects.requireNonNull(shape);
  }

  /// One with these fields, as many as the shape has, in the order of the declaration.
  public static Aggregate of(AggregateShape shape, Object... fields) {
    if (fields.length != shape.fields().size()) {
      throw new IllegalArgumentException(":" + shape.path() + " has " + shape.fields());
    }
    return new Boxed(shape, fields.clone());
  }

  /// A value that is to be of this shape.
  ///
  /// @throws ClassCastException if it is not
  public static Aggregate ofShape(AggregateShape shape, Object value) {
    if (value instanceof Aggregate aggregate && aggregate.shape.equals(shape)) {
      return aggregate;
    }
    throw new ClassCastException("no :" + shape.path());
  }

  /// What it is.
  public final AggregateShape shape() {
    return shape;
  }

  /// How many fields it has.
  public final int size() {
    return shape.fields().size();
  }

  /// The field at `index`, which must be below [#size()].
  public abstract Object field(int index);

  /// A copy with another value in the field at `index`, which must be below [#size()].
  ///
  /// @param value of the field's type
  public abstract Aggregate with(int index, Object value);

  /// The field of this name; null if there is none.
  public final @Nullable Object field(String name) {
    int index = shape.index(name);
    return index < 0 ? null : field(index);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Aggregate && Order.same(this, other);
  }

  @Override
  public final int hashCode() {
    return Order.hash(this);
  }

  @Override
  public final String toString() {
    return Show.of(this);
  }

  private static final class Boxed extends Aggregate {
    private final Object[] fields;

    Boxed(AggregateShape shape, Object[] fields) {
      super(shape);
      this.fields = fields;
    }

    @Override
    public Object field(int index) {
      return fields[index];
    }

    @Override
    public Aggregate with(int index, Object value) {
      var changed = fields.clone();
      changed[index] = value;
      return new Boxed(shape(), changed);
    }
  }
}
