package dev.perdure.wat.syntax;

/// Gives a program its one canonical layout (W18): 2 spaces, at most 100 columns where tokens and
/// comments permit. Tokens, comments and what they stand beside stay, and so does one empty line
/// where there was at least one between forms, body forms, arms or pairs; so the tree stays the
/// same, and what is formatted is formatted as it is. The layout of each head is in [Style].
public final class Formatter {
  private Formatter() {}

  /// The program in its layout, each line ended by a line feed; a program that the reader refuses
  /// is refused.
  ///
  /// @param source the name of the text in spans, such as a file's
  public static String format(String source, String text) {
    Reader.program(source, text);
    var out = new LineWriter();
    new Layout(out).program(new WrittenReader(source, text).program());
    return out.lines();
  }
}
