package dev.perdure.wat.run;

import dev.perdure.value.Position;
import dev.perdure.value.Ratio;
import dev.perdure.value.Span;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.expand.Templates;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Values as trees, and templates that are filled with them (W7).
public final class Trees {
  private static final Position START = new Position(1, 1, 0);

  /// Where trees stand that nobody wrote.
  public static final Span NOWHERE = new Span("made", START, START);

  private Trees() {}

  /// A value as what would be written for it.
  ///
  /// @throws Raise of what has no source form
  public static Ast of(Object value) {
    return value instanceof Ast ast ? ast : new Ast(form(value), NOWHERE);
  }

  private static Form form(Object value) {
    return switch (value) {
      case Nothing _ -> new Form.Nil();
      case Boolean bool -> new Form.Bool(bool);
      case Long number -> new Form.Int(number);
      case Double number -> new Form.Real(number);
      case BigInteger number -> new Form.BigInt(number);
      case Ratio number -> new Form.Rational(number);
      case String text -> new Form.Str(text);
      case Character character -> new Form.Char(character);
      case Keyword(String path) -> new Form.Key(path);
      case Vector vector -> new Form.Vector(all(vector));
      case dev.perdure.wat.data.List list -> call("wat::core::List/of", all(list));
      case HashSet set -> new Form.Set(all(set));
      case HashMap map -> new Form.Braces(entries(map));
      case Tuple tuple -> call("wat::core::Tuple", items(tuple));
      case Aggregate aggregate -> call(aggregate.shape().path() + "'", fields(aggregate));
      case Variant variant -> variant(variant);
      case Wrapped(String path, Object content) -> call(path, List.of(of(content)));
      default ->
          throw Raise.mismatch(
              ":wat::core::quasiquote", "a value with a source form", Show.of(value));
    };
  }

  private static Form variant(Variant variant) {
    var parts = new ArrayList<Ast>();
    for (int i = 0; i < variant.size(); i++) {
      parts.add(of(variant.field(i)));
    }
    var shape = variant.shape();
    var path =
        shape.path().startsWith("wat::core::")
            ? "wat::core::" + shape.name()
            : shape.path() + "::" + shape.name();
    return shape.isUnit() ? new Form.Key(path) : call(path, parts);
  }

  private static Form call(String head, List<Ast> args) {
    var items = new ArrayList<Ast>();
    items.add(new Ast(new Form.Key(head), NOWHERE));
    items.addAll(args);
    return new Form.Sequence(items);
  }

  private static List<Ast> all(Iterable<Object> values) {
    var trees = new ArrayList<Ast>();
    values.forEach(value -> trees.add(of(value)));
    return trees;
  }

  private static List<Ast> entries(HashMap map) {
    var trees = new ArrayList<Ast>();
    map.forEachEntry((key, value) -> {
      trees.add(of(key));
      trees.add(of(value));
    });
    return trees;
  }

  private static List<Ast> items(Tuple tuple) {
    var trees = new ArrayList<Ast>();
    for (int i = 0; i < tuple.size(); i++) {
      trees.add(of(tuple.item(i)));
    }
    return trees;
  }

  private static List<Ast> fields(Aggregate aggregate) {
    var trees = new ArrayList<Ast>();
    for (int i = 0; i < aggregate.size(); i++) {
      trees.add(of(aggregate.field(i)));
    }
    return trees;
  }

  /// The tree that a template makes: behind each of its `~` and `~@` stands the number of a value.
  static Ast fill(Ast template, Object[] values, UnaryOperator<Form.Symbol> made) {
    return Templates.fill(
        template,
        new Templates.Filler() {
          @Override
          public Ast fill(Ast number) {
            return of(value(number));
          }

          @Override
          public List<Ast> splice(Ast number) {
            return spliced(value(number));
          }

          private Object value(Ast number) {
            return values[Math.toIntExact(((Form.Int) number.form()).value())];
          }
        },
        made,
        template.span());
  }

  private static List<Ast> spliced(Object value) {
    return switch (value) {
      case Vector vector -> all(vector);
      case dev.perdure.wat.data.List list -> all(list);
      case Ast(Form.Sequence(var items), _) -> items;
      case Ast(Form.Vector(var items), _) -> items;
      default -> throw Raise.mismatch(":wat::core::unquote-splicing", "a vector", Show.of(value));
    };
  }

  /// The value that a literal stands for.
  public static Object literal(Form form) {
    return switch (form) {
      case Form.Int(long value) -> value;
      case Form.Real(double value) -> value;
      case Form.Rational(var value) -> value;
      case Form.BigInt(var value) -> value;
      case Form.Bool(boolean value) -> value;
      case Form.Str(var value) -> value;
      case Form.Char(char value) -> value;
      case Form.Nil _ -> Nothing.NIL;
      case Form.Key(var name) -> new Keyword(name);
      case Form.Symbol _, Form.Sequence _, Form.Vector _, Form.Braces _, Form.Set _ ->
          throw new IllegalArgumentException(form + " is no literal");
    };
  }
}
