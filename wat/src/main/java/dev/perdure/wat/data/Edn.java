package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import java.math.BigInteger;
import java.util.List;

/// A value as EDN says it (W10): what stands between a text and the value that a type makes of it.
///
/// @param body what it is
/// @param from where it starts in the text it was read from
/// @param to where it ends there
record Edn(Body body, int from, int to) {

  /// One that was not read.
  static Edn of(Body body) {
    return new Edn(body, 0, 0);
  }

  /// `#tag body`.
  static Edn tagged(String tag, Body body) {
    return of(new Tagged(tag, of(body)));
  }

  sealed interface Body {}

  /// `nil`.
  record Nil() implements Body {}

  /// `true`, `false`.
  record Bool(boolean value) implements Body {}

  /// `42`.
  record Int(long value) implements Body {}

  /// `42N`.
  record BigInt(BigInteger value) implements Body {}

  /// `1/2`.
  record Rational(Ratio value) implements Body {}

  /// `42.0`; finite.
  record Real(double value) implements Body {}

  /// `"text"`.
  record Str(String value) implements Body {}

  /// `\a`.
  record Char(char value) implements Body {}

  /// `:acme.tax/rate`.
  ///
  /// @param text what stands behind the colon
  record Key(String text) implements Body {}

  /// `total`.
  record Symbol(String text) implements Body {}

  /// `(1 2)`.
  record Sequence(List<Edn> items) implements Body {}

  /// `[1 2]`.
  record Vec(List<Edn> items) implements Body {}

  /// `{:a 1}`.
  ///
  /// @param items keys and values in turn
  /// @param isOrdered whether the order is part of it, as that of a record's fields is
  record Braces(List<Edn> items, boolean isOrdered) implements Body {}

  /// `#{1 2}`.
  ///
  /// @param isOrdered whether the order is part of it
  record Set(List<Edn> items, boolean isOrdered) implements Body {}

  /// `#acme.geo/Point {:x 1}`.
  ///
  /// @param tag without the `#`
  record Tagged(String tag, Edn value) implements Body {}
}
