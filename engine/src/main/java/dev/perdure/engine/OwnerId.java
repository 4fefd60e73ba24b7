package dev.perdure.engine;

/// Which ownership of a log: a node makes one at random when it opens the log, and says so there.
/// Two copies of a log that go on by themselves never have an ownership in common that came after
/// the copy, however their epochs count.
///
/// @param bits 64 random bits; 0 is [#NONE]
public record OwnerId(long bits) {
  /// No ownership: that of a log which a release has written that gave none.
  public static final OwnerId NONE = new OwnerId(0);

  private static final int HEX = 16;

  /// Reads the form that [#toString] prints.
  ///
  /// @throws IllegalArgumentException if the text is not 16 hexadecimal digits
  public static OwnerId parse(String text) {
    if (text.length() != 16) {
      throw new IllegalArgumentException("not 16 hexadecimal digits: " + text);
    }
    return new OwnerId(Long.parseUnsignedLong(text, HEX));
  }

  /// 16 hexadecimal digits.
  @Override
  public String toString() {
    return String.format("%016x", bits);
  }
}
