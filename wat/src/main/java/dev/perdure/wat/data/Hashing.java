package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;

/// The hash of values. It decides the order in which maps and sets iterate, so it is the same in
/// every run, on every machine and in every release that replays the same histories.
///
/// A value is hashed as the sequence of its heads, as [Total] compares it: its own, then those of
/// its parts, first part first.
final class Hashing {
  /// Heads that are hashed at most: what a key costs is bounded however large it is.
  private static final int HEADS_MAX = 1 << 12;

  private static final int BLOCK_BITS = 5;
  private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;
  private static final int PLACE_SHIFT = 12;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Hashing() {}

  /// The hash of an integer. Integers that follow each other stand beside each other in a trie, 32
  /// in one node of its fourth level, so that counting through a large map does not jump about in
  /// memory; all else about them is mixed. The first 32 part at the root: small maps stay flat.
  ///
  /// ```
  /// | 15 bits of the mixed block | 5 bits: place in the block | 12 bits of the mixed block |
  /// ```
  static int of(long n) {
    long block = n >>> BLOCK_BITS;
    if (block == 0) {
      return mixed(n);
    }
    int place = (int) n & BLOCK_MASK;
    return (mixed(block) & ~(BLOCK_MASK << PLACE_SHIFT)) | place << PLACE_SHIFT;
  }

  /// Every bit of `bits` reaches every bit of the hash (the finaliser of MurmurHash3, A. Appleby,
  /// public domain).
  private static int mixed(long bits) {
    long h = bits * GOLDEN;
    h ^= h >>> 32;
    h *= 0xC4CEB9FE1A85EC53L;
    return (int) (h >>> 32) ^ (int) h;
  }

  static int of(String text) {
    return salted(Parts.STRING, text.hashCode());
  }

  static int of(Keyword keyword) {
    return salted(Parts.KEYWORD, keyword.path().hashCode());
  }

  static int of(Object value) {
    return Parts.size(value) == 0 ? head(value) : ofParts(value);
  }

  private static int ofParts(Object value) {
    long sum = head(value);
    int left = HEADS_MAX;
    var open = new ArrayDeque<Iterator<?>>();
    open.push(Parts.of(value));
    while (!open.isEmpty() && left-- > 0) {
      var parts = open.element();
      if (!parts.hasNext()) {
        open.pop();
        continue;
      }
      Object part = parts.next();
      sum = 31 * sum + head(part);
      if (Parts.size(part) > 0) {
        open.push(Parts.of(part));
      }
    }
    return mixed(sum);
  }

  private static int head(Object value) {
    return switch (value) {
      case Long n -> of(n.longValue());
      case String s -> of(s);
      case Keyword k -> of(k);
      case BigInteger n -> n.bitLength() < Long.SIZE ? of(n.longValue()) : salted(value, big(n));
      case Ratio r -> salted(value, 31 * big(r.numerator()) + big(r.denominator()));
      case Double d -> salted(value, Double.hashCode(d == 0 ? 0.0 : d));
      case Character c -> salted(value, c);
      case Boolean b -> salted(value, b ? 1 : 0);
      case Instant i -> salted(value, 31 * Long.hashCode(i.getEpochSecond()) + i.getNano());
      case Duration d -> salted(value, 31 * Long.hashCode(d.getSeconds()) + d.getNano());
      case UUID u ->
          salted(value, Long.hashCode(u.getMostSignificantBits() ^ u.getLeastSignificantBits()));
      case Ast ast -> salted(value, form(ast.form()));
      case Variant v -> salted(value, v.shape().hashCode());
      case Aggregate a -> salted(value, a.shape().path().hashCode());
      case Wrapped(String path, _) -> salted(value, path.hashCode());
      case Foreign(String tag, _) -> salted(value, tag.hashCode());
      default -> salted(value, Parts.size(value));
    };
  }

  /// Tells values of different kinds apart; refuses what cannot be compared.
  private static int salted(Object value, int content) {
    return salted(Parts.kind(value), content);
  }

  private static int salted(int kind, int content) {
    return mixed(((long) kind << Integer.SIZE) + content);
  }

  private static int big(BigInteger value) {
    return Arrays.hashCode(value.toByteArray());
  }

  private static int form(Form form) {
    return 31 * Total.kind(form) + content(form);
  }

  private static int content(Form form) {
    return switch (form) {
      case Form.Int(long n) -> Long.hashCode(n);
      case Form.Real(double d) -> Double.hashCode(d);
      case Form.Rational(Ratio r) -> r.hashCode();
      case Form.BigInt(BigInteger n) -> big(n);
      case Form.Bool(boolean b) -> b ? 1 : 0;
      case Form.Str(String s) -> s.hashCode();
      case Form.Char(char c) -> c;
      case Form.Nil _ -> 0;
      case Form.Key(String name) -> name.hashCode();
      case Form.Symbol(String name, var scopes) -> 31 * name.hashCode() + scopes.hashCode();
      case Form.Sequence(var items) -> items.size();
      case Form.Vector(var items) -> items.size();
      case Form.Braces(var items) -> items.size();
      case Form.Set(var items) -> items.size();
    };
  }
}
