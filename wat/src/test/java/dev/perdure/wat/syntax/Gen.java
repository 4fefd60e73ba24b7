package dev.perdure.wat.syntax;

import dev.perdure.value.BigInt;
import dev.perdure.value.Int;
import dev.perdure.value.Ratio;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes random trees and texts from a seed.
final class Gen {
  private static final String[] SYMBOLS = {
    "a", "total", "x'", "-", "->", "<-", "<", "&", "_", "combine<A,B>", "@x", "a#b", "true?", "..."
  };
  private static final String[] KEYS = {
    "a",
    "None",
    "acme::tax::rate",
    "wat::core::Vector<wat::core::i64>",
    "(A,B)",
    "wat::core::Fn(A,B)->R",
    "wat::core::<",
    "wat::core::quote",
    "wat::core::unquote",
    "wat::core::let",
    "wat::core::if",
    "acme::Point'",
    "acme::db::"
  };
  private static final String[] STRINGS = {
    "", "a b", "\"\\\n\t\r\0", "é😀", "; (", "\u00A0\u2028", "~@x"
  };

  private final Random random;

  Gen(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int oneIn) {
    return below(oneIn) == 0;
  }

  <T> T of(List<T> items) {
    return items.get(below(items.size()));
  }

  String of(String... items) {
    return items[below(items.length)];
  }

  Ast tree(int depth) {
    return Forms.ast(depth == 0 || chance(3) ? atom() : collection(depth - 1));
  }

  private Form atom() {
    return switch (below(12)) {
      case 0 -> new Form.Int(chance(3) ? random.nextLong() : below(100) - 50);
      case 1 -> new Form.Real(real());
      case 2 -> ratio();
      case 3 -> new Form.BigInt(new BigInteger(below(200), random).subtract(BigInteger.TEN));
      case 4 -> new Form.Bool(random.nextBoolean());
      case 5 -> new Form.Str(of(STRINGS));
      case 6 -> new Form.Char(character());
      case 7 -> new Form.Nil();
      case 8, 9 -> new Form.Key(of(KEYS));
      default -> new Form.Symbol(of(SYMBOLS), Scopes.NONE);
    };
  }

  private double real() {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) && chance(2) ? value : random.nextInt(1000) / 8.0;
  }

  private Form ratio() {
    var value = Ratio.of(BigInteger.valueOf(random.nextLong()), BigInteger.valueOf(1 + below(99)));
    return switch (value) {
      case Ratio ratio -> new Form.Rational(ratio);
      case Int(long whole) -> new Form.Int(whole);
      case BigInt(var whole) -> new Form.BigInt(whole);
      default -> throw new IllegalStateException();
    };
  }

  private char character() {
    char c = (char) (chance(2) ? below(128) : below(0x10000));
    return Character.isSurrogate(c) ? 'x' : c;
  }

  private Form collection(int depth) {
    var items = new ArrayList<Ast>();
    for (int i = below(5); i > 0; i--) {
      items.add(tree(depth));
    }
    return switch (below(5)) {
      case 0 -> new Form.Vector(items);
      case 1 -> new Form.Set(items);
      case 2 -> {
        items.addAll(items);
        yield new Form.Braces(items);
      }
      default -> new Form.Sequence(items);
    };
  }

  /// A tree with many forms that have a layout of their own.
  Ast program(int depth) {
    if (depth == 0 || chance(4)) {
      return tree(2);
    }
    var items = new ArrayList<Ast>();
    switch (below(4)) {
      case 0 -> {
        items.add(Forms.key("wat::core::" + of("defn", "fn", "defmacro", "defclause")));
        items.add(Forms.key("acme::f"));
        items.add(parameters());
        items.add(Forms.symbol("->"));
        items.add(Forms.key(of(KEYS)));
      }
      case 1 -> {
        items.add(Forms.key("wat::core::let"));
        items.add(Forms.vector(Forms.symbol("a"), program(depth - 1), tree(1), program(depth - 1)));
      }
      case 2 ->
          items.add(
              Forms.key(
                  "wat::core::"
                      + of("match", "cond", "if", "do", "defenum", "defrecord", "defsurface")));
      default -> items.add(chance(3) ? tree(2) : Forms.symbol(of(SYMBOLS)));
    }
    for (int i = below(5); i > 0; i--) {
      items.add(program(depth - 1));
    }
    return Forms.list(items.toArray(Ast[]::new));
  }

  private Ast parameters() {
    var items = new ArrayList<Ast>();
    for (int i = below(6); i > 0; i--) {
      items.add(Forms.symbol(of("a", "order", "the-longest-name-of-a-parameter")));
      items.add(Forms.symbol("<-"));
      items.add(Forms.key(of(KEYS)));
    }
    return Forms.ast(new Form.Vector(items));
  }
}
