package dev.perdure.wat.freeze;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The canonical bytes of trees, which are what is signed (W16): comments and layout are not in
/// them.
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
final class AstBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<Integer, Integer> scopes = new HashMap<>();

  private AstBytes() {}

  /// The bytes of forms, one behind the other.
  static byte[] of(List<Ast> forms) {
    var bytes = new AstBytes();
    bytes.count(forms.size());
    forms.forEach(bytes::node);
    return bytes.out.toByteArray();
  }

  private void node(Ast ast) {
    switch (ast.form()) {
      case Form.Int(long value) -> number(1, value);
      case Form.Real(double value) -> number(2, Double.doubleToLongBits(value));
      case Form.Rational(var value) -> {
        text(3, value.numerator().toString());
        text(value.denominator().toString());
      }
      case Form.BigInt(var value) -> text(4, value.toString());
      case Form.Bool(boolean value) -> {
        out.write(5);
        out.write(value ? 1 : 0);
      }
      case Form.Str(var value) -> text(6, value);
      case Form.Nil _ -> out.write(7);
      case Form.Char(char value) -> {
        out.write(8);
        out.writeBytes(little(2).putChar(value).array());
      }
      case Form.Key(var name) -> text(9, name);
      case Form.Symbol(var name, var marks) -> {
        text(10, name);
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
    count(numbers.length);
    for (int scope : numbers) {
      count(scopes.computeIfAbsent(scope, _ -> scopes.size()));
    }
  }

  private void nodes(int tag, List<Ast> items) {
    out.write(tag);
    count(items.size());
    items.forEach(this::node);
  }

  private void number(int tag, long bits) {
    out.write(tag);
    out.writeBytes(little(Long.BYTES).putLong(bits).array());
  }

  private void text(int tag, String text) {
    out.write(tag);
    text(text);
  }

  private void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    out.writeBytes(bytes);
  }

  private void count(int count) {
    out.writeBytes(little(Integer.BYTES).putInt(count).array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
