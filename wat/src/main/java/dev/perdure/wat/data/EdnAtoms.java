package dev.perdure.wat.data;

/// The text of what holds no others.
final class EdnAtoms {
  private static final String HEX = "0123456789abcdef";

  private EdnAtoms() {}

  static void string(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\0' -> out.append("\\0");
        default -> {
          if (isControl(c)) {
            unicode(c, out.append('\\'));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  static void character(char c, StringBuilder out) {
    out.append('\\');
    switch (c) {
      case '\n' -> out.append("newline");
      case '\r' -> out.append("return");
      case ' ' -> out.append("space");
      case '\t' -> out.append("tab");
      default -> {
        if (isControl(c) || (c != ',' && EdnLexer.isSpace(c))) {
          unicode(c, out);
        } else {
          out.append(c);
        }
      }
    }
  }

  static boolean isControl(char c) {
    return c < ' ' || c == 0x7F;
  }

  private static void unicode(char c, StringBuilder out) {
    out.append('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >>> shift) & 0xF));
    }
  }
}
