package dev.perdure.value;

/// The stable name of a kind of problem, such as `EDN_SYNTAX`. Implemented by one enum a module;
/// each constant has a page `docs/errors/NAME.md`.
public interface Code {
  /// The stable name: upper case letters, digits and underscores.
  String name();
}
