package dev.perdure.value;

import java.util.Base64;

/// Prints values that hold no others.
final class EdnAtoms {
  private static final String HEX = "0123456789abcdef";

  private EdnAtoms() {}

  static void print(Value value, StringBuilder out) {
    switch (value) {
      case Nil _ -> out.append("nil");
      case Bool(var content) -> out.append(content);
      case Int(var content) -> out.append(content);
      case BigInt(var content) -> out.append(content).append('N');
      case Ratio content ->
          out.append(content.numerator()).append('/').append(content.denominator());
      case Real(var content) -> out.append(real(content));
      case Decimal(var content) -> out.append(content).append('M');
      case Char(var content) -> character(content, out);
      case Str(var content) -> string(content, out);
      case Keyword content -> out.append(':').append(content.text());
      case Symbol content -> out.append(content.text());
      case Inst(var content) -> out.append("#inst \"").append(content).append('"');
      case Uuid(var content) -> out.append("#uuid \"").append(content).append('"');
      case Bytes content -> bytes(content, out);
      case ListValue _, Vec _, SetValue _, MapValue _, Tagged _ ->
          throw new IllegalArgumentException(value.kind().label());
    }
  }

  /// The shortest text that reads back, with `.0` or an exponent.
  static String real(double value) {
    if (Double.isNaN(value)) {
      return "##NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "##Inf" : "##-Inf";
    }
    return Double.toString(value).replace(".0E", "e").replace('E', 'e');
  }

  private static void bytes(Bytes value, StringBuilder out) {
    var text = Base64.getEncoder().encodeToString(value.content());
    out.append("#perdure/bytes \"").append(text).append('"');
  }

  private static void character(int codePoint, StringBuilder out) {
    out.append('\\');
    switch (codePoint) {
      case '\n' -> out.append("newline");
      case '\r' -> out.append("return");
      case ' ' -> out.append("space");
      case '\t' -> out.append("tab");
      default -> {
        if (isHidden(codePoint)) {
          unicode(codePoint, out);
        } else {
          out.appendCodePoint(codePoint);
        }
      }
    }
  }

  private static boolean isHidden(int codePoint) {
    return codePoint < ' '
        || codePoint == 0x7F
        || (codePoint > ',' && codePoint <= Character.MAX_VALUE && Text.isSpace((char) codePoint));
  }

  private static void string(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7F) {
            unicode(c, out.append('\\'));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void unicode(int codePoint, StringBuilder out) {
    out.append('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((codePoint >>> shift) & 0xF));
    }
  }
}
