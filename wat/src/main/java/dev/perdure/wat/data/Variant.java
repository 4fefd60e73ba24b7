package dev.perdure.wat.data;

import dev.perdure.wat.type.Basic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value of an enum, of Option or of Result: a variant and its fields.
public final class Variant {
  /// `Some`, `None`, `Ok` and `Err`.
  public static final VariantShape SOME = of(Basic.OPTION, "Some", 0);

  public static final VariantShape NONE_SHAPE =
      new VariantShape(Basic.OPTION, "None", 1, List.of(), true);
  public static final VariantShape OK = of(Basic.RESULT, "Ok", 0);
  public static final VariantShape ERR = of(Basic.RESULT, "Err", 1);

  /// `None`.
  public static final Variant NONE = unit(NONE_SHAPE);

  private static final Object[] NO_MORE = {};

  private final VariantShape shape;

  // The first field stands apart: most variants have one at most, and these are one object each.
  private final Object first;
  private final Object[] more;

  private Variant(VariantShape shape, Object first, Object[] more) {
    this.shape = shape;
    this.first = first;
    this.more = more;
  }

  private static VariantShape of(String path, String name, int index) {
    return new VariantShape(path, name, index, List.of("0"), false);
  }

  /// `(Some v)`.
  public static Variant some(Object value) {
    return new Variant(SOME, value, NO_MORE);
  }

  /// `(Ok v)`.
  public static Variant ok(Object value) {
    return new Variant(OK, value, NO_MORE);
  }

  /// `(Err e)`.
  public static Variant err(Object error) {
    return new Variant(ERR, error, NO_MORE);
  }

  /// `(Some v)`, or `None` of null.
  public static Variant option(@Nullable Object value) {
    return value == null ? NONE : some(value);
  }

  /// One without fields.
  public static Variant unit(VariantShape shape) {
    return of(shape);
  }

  /// One with one field, which the shape has to have.
  public static Variant one(VariantShape shape, Object field) {
    return new Variant(shape, field, NO_MORE);
  }

  /// One with these fields, as many as the shape has.
  public static Variant of(VariantShape shape, Object... fields) {
    if (fields.length != shape.fields().size()) {
      throw new IllegalArgumentException(shape + " has " + shape.fields());
    }
    return switch (fields.length) {
      case 0 -> new Variant(shape, Nothing.NIL, NO_MORE);
      case 1 -> new Variant(shape, fields[0], NO_MORE);
      default -> {
        var more = new Object[fields.length - 1];
        System.arraycopy(fields, 1, more, 0, more.length);
        yield new Variant(shape, fields[0], more);
      }
    };
  }

  /// Which variant it is.
  public VariantShape shape() {
    return shape;
  }

  /// The number of its variant in the enum.
  public int index() {
    return shape.index();
  }

  /// How many fields it has.
  public int size() {
    return shape.fields().size();
  }

  /// The field at `index`, which must be below [#size()].
  public Object field(int index) {
    return index == 0 ? first : more[index - 1];
  }

  /// Whether it is `(Some v)`.
  public boolean isSome() {
    return shape.equals(SOME);
  }

  /// Whether it is `(Ok v)`.
  public boolean isOk() {
    return shape.equals(OK);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Variant && Order.same(this, other);
  }

  @Override
  public int hashCode() {
    return Order.hash(this);
  }

  @Override
  public String toString() {
    return Show.of(this);
  }
}
