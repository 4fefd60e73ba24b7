package dev.perdure.wat.data;

import dev.perdure.value.Position;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.Basic;
import java.util.ArrayList;
import java.util.List;

/// Makes forms of EDN: what is written is the form itself.
final class AstReader {
  private final Places places;

  private AstReader(Places places) {
    this.places = places;
  }

  /// @param places of the text that it was read from
  static Ast read(Edn edn, Places places) {
    return new AstReader(places).ast(edn);
  }

  private Ast ast(Edn edn) {
    var start = places.position(edn.from());
    var form = form(edn);
    return new Ast(form, places.span(start, end(edn, start)));
  }

  private Position end(Edn edn, Position start) {
    return edn.to() <= edn.from() ? start : places.position(edn.to());
  }

  private Form form(Edn edn) {
    return switch (edn.body()) {
      case Edn.Nil _ -> new Form.Nil();
      case Edn.Bool(boolean b) -> new Form.Bool(b);
      case Edn.Int(long n) -> new Form.Int(n);
      case Edn.BigInt(var n) -> new Form.BigInt(n);
      case Edn.Rational(var r) -> new Form.Rational(r);
      case Edn.Real(double d) -> new Form.Real(d);
      case Edn.Str(String s) -> new Form.Str(s);
      case Edn.Char(char c) -> new Form.Char(c);
      case Edn.Key(String text) -> new Form.Key(text);
      case Edn.Symbol(String text) -> new Form.Symbol(text, Scopes.NONE);
      case Edn.Sequence(var items) -> new Form.Sequence(asts(items));
      case Edn.Vec(var items) -> new Form.Vector(asts(items));
      case Edn.Braces(var items, _) -> new Form.Braces(asts(items));
      case Edn.Set(var items, _) -> new Form.Set(asts(items));
      case Edn.Tagged tagged -> tagged(tagged, edn);
    };
  }

  private static Form tagged(Edn.Tagged tagged, Edn edn) {
    var real = Scalars.read(tagged, Basic.F64.name(), Source.EDN);
    if (real instanceof Double d) {
      return new Form.Real(d);
    }
    throw Coercion.mismatch(Basic.AST, edn);
  }

  private List<Ast> asts(List<Edn> items) {
    var asts = new ArrayList<Ast>(items.size());
    for (int i = 0; i < items.size(); i++) {
      try {
        asts.add(ast(items.get(i)));
      } catch (EdnFault fault) {
        throw fault.under("[" + i + "]");
      }
    }
    return asts;
  }
}
