package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.IntFunction;

/// What values are as EDN: the table of W10, in the direction of writing.
final class EdnForm {
  private final boolean isPortable;
  private final boolean hasFormsAsText;
  private final int depthMax;
  private int depth;

  private EdnForm(boolean isPortable, boolean hasFormsAsText) {
    this.isPortable = isPortable;
    this.hasFormsAsText = hasFormsAsText;
    this.depthMax = hasFormsAsText ? Limits.VALUE_DEPTH_MAX : Limits.DEPTH_MAX;
  }

  /// The value as EDN.
  ///
  /// @throws EdnFault of one that is nested too deep
  static Edn of(Object value) {
    return new EdnForm(false, false).form(value);
  }

  /// The value as EDN, of one that crosses a boundary.
  ///
  /// @throws EdnFault of one that is nested too deep
  /// @throws NotPortable of one that may not cross a boundary
  static Edn crossing(Object value) {
    return new EdnForm(true, false).form(value);
  }

  /// The value as EDN in which a form is its own text under a tag: for where names have other
  /// rules.
  ///
  /// @throws EdnFault of one that is nested too deep
  static Edn withFormsAsText(Object value) {
    return new EdnForm(false, true).form(value);
  }

  /// As [#withFormsAsText], of a value that crosses a boundary.
  ///
  /// @throws EdnFault of one that is nested too deep
  /// @throws NotPortable of one that may not cross a boundary
  static Edn portable(Object value) {
    return new EdnForm(true, true).form(value);
  }

  private Edn form(Object value) {
    if (++depth > depthMax) {
      throw EdnFault.malformed("the value is nested deeper than " + depthMax, 0);
    }
    var form =
        switch (value) {
          case Nothing _ -> Edn.of(new Edn.Nil());
          case Boolean b -> Edn.of(new Edn.Bool(b));
          case Long n -> Edn.of(new Edn.Int(n));
          case String s -> Edn.of(new Edn.Str(s));
          case Keyword(String path) -> keyword(path);
          case Double d -> real(d);
          case BigInteger n -> Edn.of(new Edn.BigInt(n));
          case Ratio r -> Edn.of(new Edn.Rational(r));
          case Character c -> Edn.of(new Edn.Char(c));
          case Instant i -> Edn.tagged(Tags.INST, new Edn.Str(i.toString()));
          case Duration d -> Edn.of(new Edn.Int(d.toNanos()));
          case UUID u -> Edn.tagged(Tags.UUID, new Edn.Str(u.toString()));
          case Ast ast when hasFormsAsText ->
              Edn.tagged(Tags.AST, new Edn.Str(EdnWriter.write(ast)));
          case Ast ast -> ast(ast);
          case Vector vector -> Edn.of(new Edn.Vec(items(vector, vector.size())));
          case List list -> Edn.of(new Edn.Sequence(items(list, list.size())));
          case Tuple tuple -> Edn.of(new Edn.Vec(items(tuple.size(), tuple::item)));
          case HashSet set -> Edn.of(new Edn.Set(items(set, set.size()), false));
          case HashMap map -> Edn.of(entries(map));
          case PersistentVector(Vector v) ->
              Edn.tagged(Tags.PERSISTENT_VECTOR, new Edn.Vec(items(v, v.size())));
          case PersistentMap(HashMap map) -> Edn.tagged(Tags.PERSISTENT_MAP, entries(map));
          case Variant variant -> variant(variant);
          case Aggregate a when isPortable && !a.shape().isRecord() -> throw new NotPortable(a);
          case Aggregate aggregate -> aggregate(aggregate);
          case Wrapped(String path, Object content) ->
              Edn.tagged(
                  Names.edn(path),
                  new Edn.Braces(java.util.List.of(Edn.of(new Edn.Key("0")), form(content)), true));
          case Foreign(String tag, Object body) -> Edn.of(new Edn.Tagged(tag, form(body)));
          case Handle _, Function _, Stream _ when isPortable -> throw new NotPortable(value);
          case Handle handle -> Edn.tagged(Names.edn(handle.path()), new Edn.Nil());
          case Function _ -> Edn.tagged("wat.core/Fn", new Edn.Nil());
          case Stream _ -> Edn.tagged("wat.stream/Stream", new Edn.Nil());
          default -> throw new IllegalArgumentException("no value: " + value.getClass());
        };
    depth--;
    return form;
  }

  private static Edn keyword(String path) {
    var name = Names.keyword(path);
    return name == null ? Edn.tagged(Tags.KEYWORD, new Edn.Str(path)) : Edn.of(new Edn.Key(name));
  }

  static Edn real(double value) {
    if (Double.isNaN(value)) {
      return Edn.tagged(Tags.NAN, new Edn.Vec(java.util.List.of()));
    }
    if (Double.isInfinite(value)) {
      var tag = value > 0 ? Tags.INFINITE : Tags.MINUS_INFINITE;
      return Edn.tagged(tag, new Edn.Vec(java.util.List.of()));
    }
    return Edn.of(new Edn.Real(value));
  }

  private java.util.List<Edn> items(Iterable<Object> values, int size) {
    var items = new ArrayList<Edn>(size);
    for (var value : values) {
      items.add(form(value));
    }
    return items;
  }

  private java.util.List<Edn> items(int size, IntFunction<Object> part) {
    var items = new ArrayList<Edn>(size);
    for (int i = 0; i < size; i++) {
      items.add(form(part.apply(i)));
    }
    return items;
  }

  private Edn.Body entries(HashMap map) {
    var items = new ArrayList<Edn>(2 * map.size());
    var at = map.cursor();
    while (at.next()) {
      items.add(form(at.key()));
      items.add(form(at.value()));
    }
    return new Edn.Braces(items, false);
  }

  private Edn variant(Variant variant) {
    var shape = variant.shape();
    var tag = shape.path().replace("::", ".") + "/" + shape.name();
    return Edn.tagged(tag, new Edn.Vec(items(variant.size(), variant::field)));
  }

  private Edn aggregate(Aggregate aggregate) {
    var shape = aggregate.shape();
    var items = new ArrayList<Edn>(2 * aggregate.size());
    for (int i = 0; i < aggregate.size(); i++) {
      items.add(Edn.of(new Edn.Key(shape.fields().get(i))));
      items.add(form(aggregate.field(i)));
    }
    return Edn.tagged(Names.edn(shape.path()), new Edn.Braces(items, true));
  }

  /// The form itself: names stay as they are written, symbols lose their scopes.
  private Edn ast(Ast ast) {
    return switch (ast.form()) {
      case Form.Int(long n) -> Edn.of(new Edn.Int(n));
      case Form.Real(double d) -> real(d);
      case Form.Rational(Ratio r) -> Edn.of(new Edn.Rational(r));
      case Form.BigInt(BigInteger n) -> Edn.of(new Edn.BigInt(n));
      case Form.Bool(boolean b) -> Edn.of(new Edn.Bool(b));
      case Form.Str(String s) -> Edn.of(new Edn.Str(s));
      case Form.Char(char c) -> Edn.of(new Edn.Char(c));
      case Form.Nil _ -> Edn.of(new Edn.Nil());
      case Form.Key(String name) -> Edn.of(new Edn.Key(name));
      case Form.Symbol(String name, _) -> Edn.of(new Edn.Symbol(name));
      case Form.Sequence(var items) -> Edn.of(new Edn.Sequence(asts(items)));
      case Form.Vector(var items) -> Edn.of(new Edn.Vec(asts(items)));
      case Form.Braces(var items) -> Edn.of(new Edn.Braces(asts(items), true));
      case Form.Set(var items) -> Edn.of(new Edn.Set(asts(items), true));
    };
  }

  private java.util.List<Edn> asts(java.util.List<Ast> asts) {
    var items = new ArrayList<Edn>(asts.size());
    for (var ast : asts) {
      items.add(form(ast));
    }
    return items;
  }
}
