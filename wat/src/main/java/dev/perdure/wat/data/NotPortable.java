package dev.perdure.wat.data;

/// A value was to cross a boundary, and it is or holds a struct, a function, a handle or a stream
/// (W3.2). Nothing has changed.
public final class NotPortable extends RuntimeException {
  private final transient Object value;

  NotPortable(Object value) {
    super("not portable: " + Show.of(value), null, false, false);
    this.value = value;
  }

  /// What cannot cross.
  public Object value() {
    return value;
  }
}
