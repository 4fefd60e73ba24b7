package dev.perdure.wat.library;

import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.run.Raise;

/// The raises that several primitives share (W5.2).
final class Failures {
  private Failures() {}

  /// A number of 64 bits is too small for the result.
  ///
  /// @param op the path of the operation, without colon
  static Raise overflow(String op, long a, long b) {
    return Raise.of(
        Kind.RUNTIME_INTEGER_OVERFLOW,
        ":" + op + " of " + a + " and " + b + " does not fit 64 bits",
        ":" + op,
        a,
        b);
  }

  /// A divisor is zero.
  static Raise divisionByZero() {
    return Raise.of(Kind.RUNTIME_DIVISION_BY_ZERO, "division by zero");
  }

  /// There is nothing at a place.
  static Raise outside(long index, long size) {
    return Raise.assertion("no element " + index + ": there are " + size);
  }
}
