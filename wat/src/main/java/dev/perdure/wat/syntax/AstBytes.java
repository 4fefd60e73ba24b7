package dev.perdure.wat.syntax;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The canonical bytes of trees, which are what is signed (W16) and a part of what is hashed
/// (W9.1): comments and layout are not in them.
///
/// ```
/// node   ::= tag:u8 content
/// Int 1: i64 | Real 2: f64 | Rational 3: text text | BigInt 4: text | Bool 5: u8 | Str 6: text
/// Nil 7 | Char 8: u16 | Key 9: text | Symbol 10: text count:u32 scope:u32…
/// Sequence 11, Vector 12, Braces 13, Set 14: count:u32 node…
/// text   ::= bytes:u32 UTF-8
/// ```
///
/// All numbers are little-endian; scopes are numbered by their first use.
public final class AstBytes {
  private final CanonicalBytes out;
  private final Map<Integer, Integer> scopes = new HashMap<>();

  /// @param out takes the trees that are written, whose scopes are numbered together
  public AstBytes(CanonicalBytes out) {
    this.out = out;
  }

  /// The bytes of forms: their number, then one behind the other.
  public static byte[] of(List<Ast> forms) {
    var out = new CanonicalBytes();
    new AstBytes(out).all(forms);
    return out.toBytes();
  }

  /// Whether two trees are the same but for the scopes of their names, by which those differ that
  /// two expansions made.
  public static boolean areAlike(Ast one, Ast other) {
    return one.equals(other) || Arrays.equals(of(List.of(one)), of(List.of(other)));
  }

  private void all(List<Ast> items) {
    out.count(items.size());
    items.forEach(item -> write(item.form()));
  }

  /// Writes a tree.
  public void write(Form form) {
    switch (form) {
      case Form.Int(long value) -> out.tag(1).number(value);
      case Form.Real(double value) -> out.tag(2).number(Double.doubleToLongBits(value));
      case Form.Rational(var value) ->
          out.tag(3).text(value.numerator().toString()).text(value.denominator().toString());
      case Form.BigInt(var value) -> out.tag(4).text(value.toString());
      case Form.Bool(boolean value) -> out.tag(5).flag(value);
      case Form.Str(var value) -> out.tag(6).text(value);
      case Form.Nil _ -> out.tag(7);
      case Form.Char(char value) -> out.tag(8).character(value);
      case Form.Key(var name) -> out.tag(9).text(name);
      case Form.Symbol(var name, var marks) -> {
        out.tag(10).text(name);
        scopes(marks);
      }
      case Form.Sequence(var items) -> nodes(11, items);
      case Form.Vector(var items) -> nodes(12, items);
      case Form.Braces(var items) -> nodes(13, items);
      case Form.Set(var items) -> nodes(14, items);
    }
  }

  private void scopes(Scopes marks) {
    var numbers = marks.toArray();
    out.count(numbers.length);
    for (int scope : numbers) {
      out.count(scopes.computeIfAbsent(scope, _ -> scopes.size()));
    }
  }

  private void nodes(int tag, List<Ast> items) {
    out.tag(tag);
    all(items);
  }
}
