package dev.perdure.value;

/// A string of Unicode scalar values, such as `"text"`.
///
/// @param value well-formed UTF-16; half of a surrogate pair is `VALUE_INVALID`, because it has no
///   UTF-8 form
public record Str(String value) implements Value {
  public Str {
    Text.requireScalars(value);
  }

  @Override
  public Kind kind() {
    return Kind.STR;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.STR, value.hashCode());
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
