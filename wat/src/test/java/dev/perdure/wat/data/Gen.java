package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Types and values of them, decided by a seed. Many are small and near each other, so that equal
/// and nearly equal ones meet.
final class Gen {
  private static final long[] LONGS = {
    0, 1, -1, 2, 255, 256, 1L << 31, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    1e16,
    1e-7,
    0.1,
    9007199254740993.0,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final String[] PIECES = {
    "", "a", "Aa", "BB", "é", "語", "😀", "\"", "\\", "\n", "\t", "\0", "\u007F", "\u2028", "\uFFFD",
    " ", ":", "#tag"
  };
  private static final char[] CHARS = {
    'a', 'u', '\n', ' ', '\t', '\r', '\\', '(', ',', ';', '"', '\0', '\u007F', '\u00A0', '\u2028',
    '\uFEFF', 'é', '<', ':'
  };
  private static final String[] PATHS = {
    "a",
    "k-1",
    "acme::tax::rate",
    "acme::Point/x",
    "a/b",
    "a.b",
    "a.b::c",
    "wat::core::<",
    "é",
    "",
    "wat::core::Vector<wat::core::i64>",
    "wat::core::Result<a,b>",
    "x::",
    "::",
    "a b",
    "nil",
    "/",
    "a::/",
    "::a",
    "wat::core::Fn(a)->b",
    "#a",
    "1",
    "a::1",
    "a::b.c"
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

  long integer() {
    return switch (below(3)) {
      case 0 -> LONGS[below(LONGS.length)];
      case 1 -> below(10);
      default -> random.nextLong() >> below(64);
    };
  }

  double real() {
    return chance(2) ? DOUBLES[below(DOUBLES.length)] : below(2) == 0 ? (double) integer() : bits();
  }

  private double bits() {
    double d = Double.longBitsToDouble(random.nextLong());
    return Double.isNaN(d) ? 0.5 : d;
  }

  BigInteger big() {
    var n = BigInteger.valueOf(integer());
    return chance(3) ? n.multiply(BigInteger.valueOf(integer())) : n;
  }

  Object rational() {
    return Ratio.of(big().shiftLeft(2).add(BigInteger.ONE), BigInteger.valueOf(2L << below(60)));
  }

  String string() {
    var text = new StringBuilder();
    for (int i = below(4); i > 0; i--) {
      text.append(PIECES[below(PIECES.length)]);
    }
    return text.toString();
  }

  /// A string whose `hashCode` it shares with all others of the same number of pieces.
  String colliding(int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextBoolean() ? "Aa" : "BB");
    }
    return text.toString();
  }

  Keyword keyword() {
    return new Keyword(PATHS[below(PATHS.length)]);
  }

  /// A type nested at most `depth` deep.
  Type type(int depth) {
    if (depth == 0 || chance(3)) {
      return scalar();
    }
    return switch (below(13)) {
      case 0 -> Basic.option(type(depth - 1));
      case 1 -> Basic.result(type(depth - 1), type(depth - 1));
      case 2, 3 -> Basic.vector(type(depth - 1));
      case 4 -> Type.named(Basic.LIST, type(depth - 1));
      case 5 -> Basic.hashMap(type(depth - 1), type(depth - 1));
      case 6 -> Type.named(Basic.HASH_SET, type(depth - 1));
      case 7 -> Type.named(Basic.PERSISTENT_VECTOR, type(depth - 1));
      case 8 -> Type.named(Basic.PERSISTENT_MAP, type(depth - 1), type(depth - 1));
      case 9 -> Type.tuple(several(1 + below(3), () -> type(depth - 1)));
      case 10 -> Type.named("acme::Box", type(depth - 1));
      case 11 -> Type.named("acme::Tree", type(depth - 1));
      default -> Type.named("acme::Row", type(depth - 1));
    };
  }

  private Type scalar() {
    return switch (below(18)) {
      case 0 -> Basic.NIL;
      case 1 -> Basic.BOOL;
      case 2 -> Basic.U8;
      case 3 -> Basic.F64;
      case 4 -> Basic.KEYWORD;
      case 5 -> Basic.CHAR;
      case 6 -> Basic.BIGINT;
      case 7 -> Basic.RATIONAL;
      case 8 -> Type.named("wat::core::Uuid");
      case 9 -> Type.named("wat::time::Instant");
      case 10 -> Type.named("wat::time::Duration");
      case 11 -> Basic.AST;
      case 12 -> Type.named("acme::geo::Point");
      case 13 -> Type.named("acme::geo::Shape");
      case 14 -> Type.named("acme::Cents");
      case 15 -> Type.named("acme::Num");
      case 16 -> Basic.STRING;
      default -> Basic.I64;
    };
  }

  /// A value of the type.
  Object value(Type type) {
    return switch (Type.head(World.TABLE.expand(type))) {
      case Type.Named named -> named(named.name(), named.args());
      case Type.Tuple(List<Type> items) -> Tuple.of(items.stream().map(this::value).toArray());
      case Type other -> throw new AssertionError(other);
    };
  }

  private Object named(String name, List<Type> args) {
    return switch (name) {
      case "wat::core::nil" -> Nothing.NIL;
      case "wat::core::bool" -> chance(2);
      case "wat::core::i64" -> integer();
      case "wat::core::u8" -> (long) below(256);
      case "wat::core::f64" -> real();
      case "wat::core::String" -> string();
      case "wat::core::keyword" -> keyword();
      case "wat::core::char" -> CHARS[below(CHARS.length)];
      case "wat::core::bigint" -> big();
      case "wat::core::rational" -> rational();
      case "wat::core::Uuid" -> new UUID(integer(), integer());
      case "wat::time::Instant" -> Instant.ofEpochSecond(integer() % 99999999999L, below(1000));
      case "wat::time::Duration" -> Duration.ofNanos(integer());
      case "wat::WatAST" -> ast(3);
      case "wat::core::Value" -> value(type(2));
      case Basic.OPTION -> chance(3) ? Variant.NONE : Variant.some(value(args.get(0)));
      case Basic.RESULT ->
          chance(2) ? Variant.ok(value(args.get(0))) : Variant.err(value(args.get(1)));
      case Basic.VECTOR -> vector(args.get(0));
      case Basic.LIST -> dev.perdure.wat.data.List.ofAll(several(size(), () -> value(args.get(0))));
      case Basic.HASH_SET -> HashSet.ofAll(several(size(), () -> value(args.get(0))));
      case Basic.HASH_MAP -> map(args);
      case Basic.PERSISTENT_VECTOR -> new PersistentVector(vector(args.get(0)));
      case Basic.PERSISTENT_MAP -> new PersistentMap(map(args));
      case "acme::geo::Point" -> World.point(integer(), below(3));
      case "acme::Box" -> Aggregate.of(World.BOX, value(args.get(0)));
      case "acme::geo::Shape" -> shape();
      case "acme::Tree" -> tree(args.get(0), 2);
      case "acme::Cents" -> new Wrapped("acme::Cents", integer());
      case "acme::Num" -> chance(2) ? (Object) integer() : chance(2) ? real() : World.point(1, 2);
      default -> throw new AssertionError(name);
    };
  }

  private Vector vector(Type of) {
    var vector = Vector.ofAll(several(size(), () -> value(of)));
    return chance(3) ? vector.drop(below(3)) : vector;
  }

  private HashMap map(List<Type> args) {
    var map = new HashMapBuilder();
    for (int i = size(); i > 0; i--) {
      map.put(value(args.get(0)), value(args.get(1)));
    }
    return map.build();
  }

  private Variant shape() {
    return switch (below(3)) {
      case 0 -> Variant.unit(World.SHAPE.get(0));
      case 1 -> Variant.of(World.SHAPE.get(1), real());
      default -> Variant.of(World.SHAPE.get(2), integer(), integer());
    };
  }

  private Variant tree(Type of, int depth) {
    return depth == 0 || chance(3)
        ? Variant.unit(World.TREE.get(0))
        : Variant.of(World.TREE.get(1), tree(of, depth - 1), value(of), tree(of, depth - 1));
  }

  Ast ast(int depth) {
    return new Ast(form(depth), World.HERE);
  }

  private Form form(int depth) {
    return switch (below(depth == 0 ? 10 : 14)) {
      case 0 -> new Form.Int(integer());
      case 1 -> new Form.Real(real());
      case 2 -> new Form.Rational((Ratio) rational());
      case 3 -> new Form.BigInt(big());
      case 4 -> new Form.Bool(chance(2));
      case 5 -> new Form.Str(string());
      case 6 -> new Form.Char(CHARS[below(CHARS.length)]);
      case 7 -> new Form.Nil();
      case 8 -> new Form.Key(chance(2) ? "wat::core::<" : "wat::core::Result<a,(b,c)>");
      case 9 -> new Form.Symbol(chance(2) ? "->x'" : "combine<A,B>", Scopes.NONE);
      case 10 -> new Form.Sequence(asts(depth));
      case 11 -> new Form.Vector(asts(depth));
      case 12 -> new Form.Braces(several(2 * below(3), () -> ast(depth - 1)));
      default -> new Form.Set(asts(depth));
    };
  }

  private List<Ast> asts(int depth) {
    return several(below(4), () -> ast(depth - 1));
  }

  <T> List<T> several(int count, Supplier<T> one) {
    var list = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      list.add(one.get());
    }
    return list;
  }

  private int size() {
    return chance(20) ? below(80) : below(5);
  }
}
