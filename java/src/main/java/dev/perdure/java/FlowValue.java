package dev.perdure.java;

/// What is known of a value on the stack or in a local.
///
/// @param origin where it may have come from
/// @param size how many slots it takes: 1 or 2
record FlowValue(Origin origin, int size) {
  /// Whose object it may be, the stronger claim last.
  enum Origin {
    /// Made during the call, or a primitive, or not known.
    OWN,
    /// Reached from an argument of a function.
    ARGUMENT,
    /// Reached from a static field or a field of an instance that the engine keeps.
    KEPT
  }

  static final FlowValue OWN = new FlowValue(Origin.OWN, 1);
  private static final FlowValue WIDE = new FlowValue(Origin.OWN, 2);

  static FlowValue ofSize(int size) {
    return size == 2 ? WIDE : OWN;
  }

  static FlowValue from(Origin origin) {
    return new FlowValue(origin, 1);
  }

  boolean isShared() {
    return origin != Origin.OWN;
  }

  /// Either of two values: what may be said of one may be said of both.
  FlowValue or(FlowValue other) {
    return origin.compareTo(other.origin) >= 0 ? this : other;
  }
}
