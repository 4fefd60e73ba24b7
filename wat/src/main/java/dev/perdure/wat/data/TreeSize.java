package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Iterator;

/// How large values are as trees: values share parts, and a few steps make one that is small in
/// memory and would never end where it is walked.
public final class TreeSize {
  /// How many characters count like one value.
  private static final int UNIT = 8;

  private TreeSize() {}

  /// How many values there are in a value, itself included; long texts and numbers count as more.
  /// Ends when it is more than `most`.
  public static long of(Object value, long most) {
    var open = new ArrayDeque<Iterator<?>>();
    long size = own(value);
    open.push(Parts.of(value));
    while (!open.isEmpty() && size <= most) {
      var parts = open.element();
      if (parts.hasNext()) {
        var part = parts.next();
        size += own(part);
        if (Parts.size(part) > 0) {
          open.push(Parts.of(part));
        }
      } else {
        open.pop();
      }
    }
    return size;
  }

  private static long own(Object value) {
    return switch (value) {
      case String text -> 1 + text.length() / UNIT;
      case Keyword(String path) -> 1 + path.length() / UNIT;
      case BigInteger number -> bigint(number);
      case Ratio ratio -> bigint(ratio.numerator()) + bigint(ratio.denominator());
      case Ast ast -> own(ast.form());
      default -> 1;
    };
  }

  private static long own(Form form) {
    return switch (form) {
      case Form.Str(String text) -> 1 + text.length() / UNIT;
      case Form.Key(String name) -> 1 + name.length() / UNIT;
      case Form.Symbol symbol -> 1 + symbol.name().length() / UNIT;
      case Form.BigInt(var number) -> bigint(number);
      default -> 1;
    };
  }

  /// By the time that it takes to reduce a fraction of such numbers, which grows with the square.
  private static long bigint(BigInteger number) {
    long words = number.bitLength() / Integer.SIZE;
    return 1 + words * words / (UNIT * UNIT);
  }
}
