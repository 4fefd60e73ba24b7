package dev.perdure.value;

import java.util.ArrayList;
import java.util.List;

/// Values as text: EDN (https://github.com/edn-format/edn). What is printed reads back as an equal
/// value, and equal values print the same.
///
/// | kind | text |
/// |---|---|
/// | big-int, ratio, decimal | `42N`, `1/2`, `1.50M` |
/// | real | `1.0`, `1e16`, `##NaN`, `##Inf`, `##-Inf` |
/// | char | `\a`, `\newline`, `\u0000` |
/// | inst, uuid | `#inst "2026-01-31T08:30:00Z"`, `#uuid "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"` |
/// | bytes | `#perdure/bytes "AQID"`, base64 |
public final class Edn {
  private Edn() {}

  /// The one value in the text. From outside: [Limits#OUTSIDE] hold.
  public static Value read(String text) {
    return read(text, "text", Limits.OUTSIDE);
  }

  /// The one value in the text; problems are located in `source`, such as a file's name.
  public static Value read(String text, String source, Limits limits) {
    var reader = new EdnReader(text, source, limits);
    var value = reader.next();
    reader.requireEnd();
    return value;
  }

  /// All values in the text, in sequence.
  public static List<Value> readAll(String text, String source, Limits limits) {
    var reader = new EdnReader(text, source, limits);
    var values = new ArrayList<Value>();
    while (reader.hasNext()) {
      values.add(reader.next());
    }
    return List.copyOf(values);
  }

  /// The value on one line, one space between elements. Nested deeper than [Limits#DEPTH_CEILING]
  /// it is `EDN_LIMIT`.
  public static String print(Value value) {
    return new EdnPrinter().compact(value);
  }

  /// The value on as many lines as it takes, indented by 2; what fits a line stays on it.
  public static String pretty(Value value) {
    return new EdnPrinter().pretty(value);
  }
}
