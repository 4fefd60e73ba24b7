package dev.perdure.wat.syntax;

import dev.perdure.wat.diagnostic.Refused;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Writes trees as text that reads back as an equal tree, scopes aside: on one line, one space
/// between forms. What no text stands for is refused with an IllegalArgumentException whose message
/// is one line for people: NaN and the infinities, a string with a control character that has no
/// escape, a name that does not read as that name, and what is nested deeper than
/// [Limits#NESTING_MAX]. The reader makes none of these, but a macro or a program can.
public final class Printer {
  /// How much of a form people are shown in a sentence.
  private static final int SHOWN_MAX = 120;

  private final StringBuilder out = new StringBuilder();

  /// What is still to be written, the next first: forms, texts, and ends of forms.
  private final Deque<Object> todo = new ArrayDeque<>();

  private int depth;

  /// The end of a form that holds others.
  private record Closing(String text) {}

  private Printer() {}

  /// The text of a tree.
  public static String print(Ast tree) {
    return new Printer().all(tree.form());
  }

  /// The same for people, who see its beginning; `…` for the rest, and of what has no source form.
  public static String shown(Ast tree) {
    try {
      var text = print(tree);
      return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    } catch (IllegalArgumentException e) {
      return "…";
    }
  }

  private String all(Form form) {
    todo.push(form);
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Form next -> form(next);
        case Closing(var text) -> {
          out.append(text);
          depth--;
        }
        case Object text -> out.append(text);
      }
    }
    return out.toString();
  }

  private void form(Form form) {
    switch (form) {
      case Form.Int(long value) -> out.append(value);
      case Form.Real(double value) -> out.append(real(value));
      case Form.Rational(var value) ->
          out.append(digits(value.numerator())).append('/').append(digits(value.denominator()));
      case Form.BigInt(var value) -> out.append(digits(value)).append('N');
      case Form.Bool(boolean value) -> out.append(value);
      case Form.Str(var value) -> string(value);
      case Form.Char(char value) -> character(value);
      case Form.Nil() -> out.append("nil");
      case Form.Key(var name) -> name(":" + name, form);
      case Form.Symbol(var name, _) -> name(name, new Form.Symbol(name, Scopes.NONE));
      case Form.Sequence(var items) -> sequence(items);
      case Form.Vector(var items) -> items("[", items, "]");
      case Form.Braces(var items) -> items("{", items, "}");
      case Form.Set(var items) -> items("#{", items, "}");
    }
  }

  private static String real(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw refused("the f64 " + value);
    }
    return RealText.of(value);
  }

  private static String digits(BigInteger value) {
    var digits = value.toString();
    if (digits.length() > Limits.DIGITS_MAX) {
      throw refused("a number of more than " + Limits.DIGITS_MAX + " digits");
    }
    return digits;
  }

  private void string(String value) {
    int from = out.length();
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '\0' -> out.append("\\0");
        default -> {
          requireScalar(value, i);
          out.append(c);
        }
      }
    }
    out.append('"');
    if (Limits.exceeds(out, from, out.length(), Limits.TOKEN_BYTES_MAX)) {
      throw refused("a string of more than 1 MiB");
    }
  }

  private static void requireScalar(String value, int i) {
    int c = value.codePointAt(i);
    boolean second = i > 0 && Character.isSurrogatePair(value.charAt(i - 1), value.charAt(i));
    if (c < ' ' || c == 0x7F || (isSurrogate(c) && !second)) {
      throw refused("a string with " + Chars.described(c));
    }
  }

  private static boolean isSurrogate(int c) {
    return c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
  }

  private void character(char value) {
    out.append('\\');
    switch (value) {
      case '\n' -> out.append("newline");
      case '\r' -> out.append("return");
      case ' ' -> out.append("space");
      case '\t' -> out.append("tab");
      default -> {
        if (isSurrogate(value)) {
          throw refused("half of a surrogate pair");
        }
        out.append(Chars.isHidden(value) ? "u%04X".formatted((int) value) : String.valueOf(value));
      }
    }
  }

  private void name(String text, Form meant) {
    if (!isPlain(text, meant instanceof Form.Key) && !reads(text, meant)) {
      throw refused("the name " + text);
    }
    out.append(text);
  }

  /// Whether a text reads back for sure: a keyword or symbol of the most common characters.
  private static boolean isPlain(String text, boolean key) {
    if (text.length() < 2 || (!key && (!Chars.isLetter(text.charAt(0)) || isLiteral(text)))) {
      return false;
    }
    for (int i = key ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' && i > 1 && isSeparator(text, i)) {
        i++;
      } else if (!Chars.isLetter(c) && !Chars.isDigit(c) && "-_/?!'".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether exactly two colons begin there.
  private static boolean isSeparator(String text, int at) {
    return text.startsWith("::", at) && !text.startsWith(":", at + 2);
  }

  private static boolean isLiteral(String text) {
    return text.equals("true") || text.equals("false") || text.equals("nil");
  }

  private static boolean reads(String text, Form meant) {
    try {
      return Reader.one("name", text).form().equals(meant);
    } catch (Refused _) {
      return false;
    }
  }

  private void sequence(List<Ast> items) {
    var prefix = Prefix.of(items);
    if (prefix == null || (prefix == Prefix.UNQUOTE && startsWithAt(items.getLast()))) {
      items("(", items, ")");
      return;
    }
    descend();
    out.append(prefix.text());
    todo.push(new Closing(""));
    todo.push(items.getLast().form());
  }

  /// Whether the text of a form starts with `@`, so that `~` before it would read as `~@`.
  private static boolean startsWithAt(Ast form) {
    return form.form() instanceof Form.Symbol(var name, _) && name.startsWith("@");
  }

  private void items(String opening, List<Ast> items, String closing) {
    descend();
    out.append(opening);
    todo.push(new Closing(closing));
    for (int i = items.size() - 1; i >= 0; i--) {
      todo.push(items.get(i).form());
      if (i > 0) {
        todo.push(" ");
      }
    }
  }

  private void descend() {
    if (++depth > Limits.NESTING_MAX) {
      throw refused("a form nested deeper than " + Limits.NESTING_MAX);
    }
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(what + " has no source form");
  }
}
