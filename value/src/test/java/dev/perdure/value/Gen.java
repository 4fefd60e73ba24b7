package dev.perdure.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Values, decided by a seed. Many are small and near each other, so that equal and nearly equal
/// ones meet.
final class Gen {
  private static final long[] LONGS = {
    0, 1, -1, 63, 64, -64, -65, 127, 128, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    1e16,
    1e-7,
    0.1,
    Double.NaN,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final String[] PIECES = {
    "", "a", "Aa", "BB", "é", "語", "😀", "\"", "\\", "\n", "\t", "\0", "\u007F", "\u2028", "\uFFFD",
    " "
  };
  private static final int[] CHARS = {
    'a', 'u', '\n', ' ', '\t', '\r', '\\', '(', ',', ';', '"', 0, 0x7F, 0xA0, 0x2028, 0xFEFF,
    0x1F600
  };
  private static final String[] NAMES = {
    "a", "b", "x1", "-", "+", "/", ".", "a.b", "a:b", "->", "a'", "é", "N", "nil?", "a#"
  };

  private final SplittableRandom random;

  Gen(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int oneIn) {
    return below(oneIn) == 0;
  }

  byte[] bytes(int sizeMax) {
    var bytes = new byte[below(sizeMax + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  long integer() {
    return switch (below(3)) {
      case 0 -> LONGS[below(LONGS.length)];
      case 1 -> below(10);
      default -> random.nextLong() >> below(64);
    };
  }

  String string() {
    var text = new StringBuilder();
    for (int i = below(4); i > 0; i--) {
      text.append(PIECES[below(PIECES.length)]);
    }
    return chance(40) ? text.toString().repeat(30) : text.toString();
  }

  /// A string whose `hashCode` it shares with all others of the same number of pieces.
  Str colliding(int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextBoolean() ? "Aa" : "BB");
    }
    return new Str(text.toString());
  }

  Keyword keyword() {
    return chance(20) ? Keyword.of("0") : Keyword.of(namespace(), name());
  }

  Symbol symbol() {
    return Symbol.of(namespace(), name());
  }

  private String namespace() {
    return chance(2) ? "" : "n" + below(3);
  }

  private String name() {
    return NAMES[below(NAMES.length)];
  }

  /// A value nested at most `depth` deep.
  Value value(int depth) {
    return depth == 0 || chance(3) ? atom() : collection(depth - 1);
  }

  Value atom() {
    return switch (below(14)) {
      case 0 -> Nil.NIL;
      case 1 -> Bool.of(chance(2));
      case 2 -> new BigInt(big());
      case 3 -> Ratio.of(big(), BigInteger.valueOf(below(9) + 1));
      case 4 -> new Real(chance(2) ? DOUBLES[below(DOUBLES.length)] : real());
      case 5 -> new Decimal(new BigDecimal(big(), below(12) - 6));
      case 6 -> new Char(CHARS[below(CHARS.length)]);
      case 7 -> new Str(string());
      case 8 -> keyword();
      case 9 -> symbol();
      case 10 ->
          new Inst(Instant.ofEpochSecond(integer() % 31556889864403199L, below(1_000_000_000)));
      case 11 -> new Uuid(new UUID(integer(), integer()));
      case 12 -> Bytes.of(bytes(5));
      default -> Int.of(integer());
    };
  }

  private double real() {
    return Double.longBitsToDouble(random.nextLong());
  }

  private BigInteger big() {
    return chance(3) ? new BigInteger(nonEmpty()) : BigInteger.valueOf(integer());
  }

  private byte[] nonEmpty() {
    var bytes = new byte[1 + below(20)];
    random.nextBytes(bytes);
    return bytes;
  }

  Value collection(int depth) {
    return switch (below(5)) {
      case 0 -> ListValue.of(values(depth));
      case 1 -> Vec.of(values(depth));
      case 2 -> SetValue.of(values(depth).toArray(Value[]::new));
      case 3 -> map(depth);
      default -> new Tagged(symbol(), value(depth));
    };
  }

  MapValue map(int depth) {
    var builder = MapValue.builder();
    for (int i = size(); i > 0; i--) {
      builder.put(value(depth), value(depth));
    }
    return builder.build();
  }

  private List<Value> values(int depth) {
    return several(size(), () -> value(depth));
  }

  <T> List<T> several(int count, Supplier<T> one) {
    var list = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      list.add(one.get());
    }
    return list;
  }

  private int size() {
    return chance(12) ? below(50) : below(5);
  }

  <T> List<T> shuffled(List<T> list) {
    var copy = new ArrayList<>(list);
    for (int i = copy.size() - 1; i > 0; i--) {
      Collections.swap(copy, i, below(i + 1));
    }
    return copy;
  }
}
