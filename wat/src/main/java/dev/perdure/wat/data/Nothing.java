package dev.perdure.wat.data;

/// The type of `nil`.
public enum Nothing {
  /// `nil`.
  NIL;

  @Override
  public String toString() {
    return "nil";
  }
}
