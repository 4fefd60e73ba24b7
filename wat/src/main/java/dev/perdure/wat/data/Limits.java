package dev.perdure.wat.data;

/// The bounds of values as text.
final class Limits {
  /// The deepest nesting that is written or read as text: as deep as a program may recur.
  static final int DEPTH_MAX = 100_000;

  /// The deepest nesting of what becomes a value of the engine.
  static final int VALUE_DEPTH_MAX = dev.perdure.value.Limits.DEPTH_CEILING;

  /// Columns that a pretty text fills at most, where it can be broken.
  static final int LINE_MAX = 80;

  /// What [Show] shows at most: of a string, in UTF-16 units; of a collection, elements; nesting;
  /// and of a whole text. About what people read before they look elsewhere.
  static final int SHOWN_STRING_MAX = 200;

  static final int SHOWN_ELEMENTS_MAX = 50;
  static final int SHOWN_DEPTH_MAX = 12;
  static final int SHOWN_MAX = 2000;

  private Limits() {}
}
