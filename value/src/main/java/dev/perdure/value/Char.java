package dev.perdure.value;

/// One Unicode scalar value, such as `\a`.
///
/// @param codePoint 0 to 0x10FFFF without the surrogates; else `VALUE_INVALID`
public record Char(int codePoint) implements Value {
  public Char {
    if (!Character.isValidCodePoint(codePoint) || Text.isSurrogate(codePoint)) {
      throw ValueCode.invalid(
          "0x" + Integer.toHexString(codePoint) + " is not a Unicode character");
    }
  }

  @Override
  public Kind kind() {
    return Kind.CHAR;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.CHAR, codePoint);
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
