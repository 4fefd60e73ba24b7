package dev.perdure.wat.type;

import dev.perdure.value.Position;
import dev.perdure.value.Span;

/// A part of a type where it is written, which is what a person would change.
///
/// @param span where it stands
/// @param isWhole whether it begins with the colon of the type
public record Part(Span span, boolean isWhole) {

  /// The part of a keyword.
  ///
  /// @param keyword where the keyword stands
  /// @param raw its text behind the colon
  /// @param from where the part begins in that
  /// @param length of the part
  public static Part of(Span keyword, String raw, int from, int length) {
    var start = keyword.start();
    var end = keyword.end();
    boolean isWritten =
        start.line() == end.line() && end.offset() - start.offset() == raw.length() + 1;
    if (!isWritten) {
      // what a macro made stands where the macro is called
      return new Part(keyword, true);
    }
    int skipped = from == 0 ? 0 : from + 1;
    int behind = from + 1 + length;
    return new Part(
        new Span(keyword.source(), moved(start, skipped), moved(start, behind)), from == 0);
  }

  private static Position moved(Position from, int by) {
    return new Position(from.line(), from.column() + by, from.offset() + by);
  }

  /// A path as it is written there.
  public String written(String path) {
    return isWhole ? ":" + path : path;
  }
}
