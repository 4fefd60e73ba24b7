package dev.perdure.wat.data;

/// Two values were compared of which one is a function, a handle or a stream, or for whose type
/// there is no order. Nothing has changed.
public final class NotComparable extends RuntimeException {
  private final transient Object value;

  NotComparable(Object value) {
    super("not comparable: " + Show.of(value), null, false, false);
    this.value = value;
  }

  /// The value that cannot be compared.
  public Object value() {
    return value;
  }
}
