package dev.perdure.wat.data;

import java.util.function.Supplier;

/// Values as text (W10). All throw [EdnFault] of a value that is nested too deep.
public final class EdnWriter {
  private EdnWriter() {}

  /// On one line, one space between elements.
  public static String write(Object value) {
    return text(() -> EdnPrinter.compact(EdnForm.of(value)));
  }

  /// On as many lines as it takes, indented by 2; what fits a line stays on it.
  public static String writePretty(Object value) {
    return text(() -> EdnPrinter.pretty(EdnForm.of(value)));
  }

  /// As [#write], of a value that crosses a boundary.
  ///
  /// @throws NotPortable of one that may not cross a boundary
  public static String writePortable(Object value) {
    return text(() -> EdnPrinter.compact(EdnForm.crossing(value)));
  }

  /// As [#writePretty], of a value that crosses a boundary.
  ///
  /// @throws NotPortable of one that may not cross a boundary
  public static String writePortablePretty(Object value) {
    return text(() -> EdnPrinter.pretty(EdnForm.crossing(value)));
  }

  /// As [#write], with the entries of maps and sets in the order of their bytes: one text for equal
  /// values of one type, whatever made them.
  public static String writeCanonical(Object value) {
    return text(() -> EdnPrinter.canonical(EdnForm.of(value)));
  }

  /// Writing recurs: how deep depends on the stack of the thread.
  private static String text(Supplier<String> written) {
    try {
      return written.get();
    } catch (StackOverflowError e) {
      throw EdnFault.malformed("the value is nested too deep for the stack of this thread", 0);
    }
  }
}
