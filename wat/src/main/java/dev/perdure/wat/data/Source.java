package dev.perdure.wat.data;

/// Where EDN comes from, as far as it decides what is accepted.
enum Source {
  /// A text, or a value whose unknown tags are errors.
  EDN,
  /// A text whose unknown tags are kept.
  FOREIGN,
  /// JSON: an array stands for any sequence or set, and a string that starts with a colon may be
  /// one.
  JSON,
  /// A value that another version of the program may have made: a field that is an Option may be
  /// missing (W13.4).
  VALUE
}
