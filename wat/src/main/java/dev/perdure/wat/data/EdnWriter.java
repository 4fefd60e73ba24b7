package dev.perdure.wat.data;

/// Values as text (W10). All throw [EdnFault] of a value that is nested too deep.
public final class EdnWriter {
  private EdnWriter() {}

  /// On one line, one space between elements.
  public static String write(Object value) {
    return EdnPrinter.compact(EdnForm.of(value));
  }

  /// On as many lines as it takes, indented by 2; what fits a line stays on it.
  public static String writePretty(Object value) {
    return EdnPrinter.pretty(EdnForm.of(value));
  }

  /// As [#write], of a value that crosses a boundary.
  ///
  /// @throws NotPortable of one that may not cross a boundary
  public static String writePortable(Object value) {
    return EdnPrinter.compact(EdnForm.crossing(value));
  }

  /// As [#writePretty], of a value that crosses a boundary.
  ///
  /// @throws NotPortable of one that may not cross a boundary
  public static String writePortablePretty(Object value) {
    return EdnPrinter.pretty(EdnForm.crossing(value));
  }

  /// As [#write], with the entries of maps and sets in the order of their bytes: one text for equal
  /// values of one type, whatever made them.
  public static String writeCanonical(Object value) {
    return EdnPrinter.canonical(EdnForm.of(value));
  }
}
