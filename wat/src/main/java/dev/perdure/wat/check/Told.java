package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the checker tells a primitive beyond its arguments, as its metadata asks for it.
final class Told {
  private Told() {}

  /// The parameter of its signature under `:wants`, whose type it is told; null if there is none.
  private static @Nullable String wanted(Definition definition) {
    return definition instanceof Definition.Primitive primitive
        ? primitive.metadata().text("wants")
        : null;
  }

  /// Whether it is told what its use fixes a type to be, and which program it is a part of.
  static boolean isTold(Definition definition) {
    return wanted(definition) != null;
  }

  /// The arguments of a primitive, and behind them its [Operation.Context] if it is told one.
  ///
  /// @param bindings what the parameters of its signature stand for
  static List<Core> args(
      Definition.Primitive primitive, List<Core> args, Map<String, Type> bindings, Span span) {
    var wanted = wanted(primitive);
    if (wanted == null) {
      return args;
    }
    var told = new ArrayList<>(args);
    told.add(context(bindings.getOrDefault(wanted, new Type.Param(wanted)), span));
    return told;
  }

  /// What it is told of a type.
  static Core context(Type wanted, Span span) {
    return new Core.Apply(new Operation.Context(wanted), List.of(), Context.TYPE, span);
  }

  /// Whether a keyword that is passed to it is a name, not what it names: `:names "written"`.
  static boolean takesNames(Definition definition) {
    return definition instanceof Definition.Primitive
        && "written".equals(definition.metadata().text("names"));
  }

  /// The arguments behind a head, keywords as they are written.
  static List<Core> names(List<Ast> items, Body body, At at) {
    var args = new ArrayList<Core>();
    for (var item : items.subList(1, items.size())) {
      args.add(
          item.keyword() == null
              ? body.infer(item, at)
              : new Core.Literal(item.form(), Basic.KEYWORD, item.span()));
    }
    return args;
  }
}
