package dev.perdure.wat.library;

import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Reader;
import org.jspecify.annotations.Nullable;

/// Values as text, characters and keywords (W15.2).
public final class Texts {
  private Texts() {}

  /// `(show v)`.
  public static String show(Object value) {
    return Show.of(value);
  }

  /// `(str v)`; raises of a value that is nested too deep for EDN.
  public static String str(Object value) {
    try {
      return Show.str(value);
    } catch (EdnFault fault) {
      throw Raise.assertion("a value without a text: " + fault.getMessage());
    }
  }

  /// `(char/of s)`: raises unless the text is one scalar of the basic plane.
  public static Character charOf(String s) {
    if (s.length() != 1) {
      throw Raise.assertion("no single character up to U+FFFF: " + Show.of(s));
    }
    return s.charAt(0);
  }

  /// `(keyword/to-string k)`.
  public static String keywordToString(Keyword keyword) {
    return keyword.path();
  }

  /// `(keyword/from-string s)`: raises of what cannot stand behind a colon.
  public static Keyword keywordFromString(String s) {
    if (!(form(":" + s) instanceof Form.Key(String name)) || !name.equals(s) || s.startsWith(":")) {
      throw Raise.assertion("no keyword can be " + Show.of(s));
    }
    return new Keyword(s);
  }

  /// What the text reads as; null if it is not one form.
  static @Nullable Form form(String text) {
    try {
      return Reader.one("text", text).form();
    } catch (Refused _) {
      return null;
    }
  }

  /// `(bool::to-string b)`.
  public static String boolToString(boolean b) {
    return Boolean.toString(b);
  }
}
