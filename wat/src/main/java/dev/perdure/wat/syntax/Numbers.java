package dev.perdure.wat.syntax;

import dev.perdure.value.BigInt;
import dev.perdure.value.Int;
import dev.perdure.value.Ratio;
import dev.perdure.value.Value;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;
import java.math.BigInteger;

/// Reads numbers. What starts like a number is one, or a fault at the first character that fits
/// none:
///
/// ```
/// number   ::= int | int 'N' | int '/' int | float
/// int      ::= '-'? digit+
/// float    ::= '-'? (digit+ ('.' digit*)? | '.' digit+) (('e' | 'E') ('-' | '+')? digit+)?
/// ```
final class Numbers {
  private static final String RANGE = " does not fit 64 bits; as a bigint it ends in N";

  private final SourceText text;

  Numbers(SourceText text) {
    this.text = text;
  }

  /// Whether a number starts at the index.
  boolean startsAt(int from) {
    int i = text.peek(from) == '-' ? from + 1 : from;
    char c = text.peek(i);
    return Chars.isDigit(c) || (c == '.' && Chars.isDigit(text.peek(i + 1)));
  }

  /// The number in the units of [from, to), which start one.
  Form read(int from, int to) {
    int i = digits(text.charAt(from) == '-' ? from + 1 : from, to);
    if (i == to) {
      return integer(from, to);
    }
    return switch (text.charAt(i)) {
      case 'N' -> bigInt(from, i, to);
      case '/' -> rational(from, i, to);
      default -> real(from, i, to);
    };
  }

  private int digits(int from, int to) {
    int i = from;
    while (i < to && Chars.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private Form integer(int from, int to) {
    // The limit of a token bounds the digits, and reading a long takes linear time.
    try {
      return new Form.Int(Long.parseLong(text.slice(from, to)));
    } catch (NumberFormatException _) {
      throw outOfRange(from, to, shown(from, to) + RANGE);
    }
  }

  private Form bigInt(int from, int end, int to) {
    if (end + 1 < to) {
      throw malformed(from, end + 1, to);
    }
    return new Form.BigInt(exact(from, end));
  }

  private BigInteger exact(int from, int to) {
    if (to - from > Limits.DIGITS_MAX) {
      var message = "a number has more than " + Limits.DIGITS_MAX + " digits";
      throw text.lex(Lex.LIMIT_EXCEEDED, from, to, message);
    }
    return new BigInteger(text.slice(from, to));
  }

  private Form rational(int from, int slash, int to) {
    int below = slash + 1;
    int first = text.peek(below) == '-' ? below + 1 : below;
    int end = digits(first, to);
    if (end == first || end < to) {
      throw malformed(from, end, to);
    }
    var denominator = exact(below, to);
    if (denominator.signum() == 0) {
      throw outOfRange(from, to, "a rational with the denominator 0");
    }
    return whole(Ratio.of(exact(from, slash), denominator), from, to);
  }

  private Form whole(Value value, int from, int to) {
    return switch (value) {
      case Ratio ratio -> new Form.Rational(ratio);
      case Int(long number) -> new Form.Int(number);
      case BigInt _ -> throw outOfRange(from, to, "the whole number " + shown(from, to) + RANGE);
      default -> throw new IllegalStateException("a quotient is none of these");
    };
  }

  private Form real(int from, int whole, int to) {
    int i = whole;
    if (i < to && text.charAt(i) == '.') {
      i = digits(i + 1, to);
    }
    if (i < to && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
        i++;
      }
      int end = digits(i, to);
      if (end == i) {
        throw malformed(from, i, to);
      }
      i = end;
    }
    if (i < to) {
      throw malformed(from, i, to);
    }
    double value = Double.parseDouble(text.slice(from, to));
    if (Double.isInfinite(value)) {
      throw outOfRange(from, to, shown(from, to) + " exceeds what an f64 can hold");
    }
    return new Form.Real(value);
  }

  private Refused outOfRange(int from, int to, String message) {
    return text.lex(Lex.NUMBER_OUT_OF_RANGE, from, to, message);
  }

  /// The number is wrong from the index `at` on.
  private Refused malformed(int from, int at, int to) {
    var why =
        at < to
            ? Chars.described(text.charAt(at)) + " does not fit"
            : "digits are missing at its end";
    int place = Math.min(at, to - 1);
    var message = shown(from, to) + " is no number: " + why;
    return text.lex(Lex.UNEXPECTED_CHAR, place, place + 1, message);
  }

  private String shown(int from, int to) {
    return to - from <= 40 ? text.slice(from, to) : text.slice(from, from + 40) + "…";
  }
}
