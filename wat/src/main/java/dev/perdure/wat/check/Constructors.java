package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The constructors of built-in types, and the forms that take types as arguments (W15.1).
final class Constructors {
  private final Checking cx;
  private final Body body;
  private final Calls calls;

  Constructors(Checking cx, Body body, Calls calls) {
    this.cx = cx;
    this.body = body;
    this.calls = calls;
  }

  /// The core of the form; null if the path is that of none.
  @Nullable Core form(Ast ast, String path, List<Ast> items, At at) {
    return switch (path) {
      case "wat::core::Some" -> variant(ast, Basic.OPTION, "Some", items, at);
      case "wat::core::Ok" -> variant(ast, Basic.RESULT, "Ok", items, at);
      case "wat::core::Err" -> variant(ast, Basic.RESULT, "Err", items, at);
      case "wat::core::None" -> {
        arity(path, 0, ast, items);
        yield none(ast.span());
      }
      case "wat::core::Tuple" -> tuple(ast, items, at);
      case "wat::core::Vector", "wat::core::HashSet" -> typed(ast, path, 1, items, at);
      case "wat::core::HashMap", "wat::core::PersistentMap" -> typed(ast, path, 2, items, at);
      case "wat::core::List/of" -> inferred(ast, Basic.LIST, items, at);
      case "wat::core::PersistentVector" -> inferred(ast, Basic.PERSISTENT_VECTOR, items, at);
      case "wat::core::first" -> ofTuple(ast, 0, items, at);
      case "wat::core::second" -> ofTuple(ast, 1, items, at);
      case "wat::core::third" -> ofTuple(ast, 2, items, at);
      case "wat::core::nth" -> nth(ast, items, at);
      case "wat::core::length", "wat::core::count" ->
          ofTuple(ast, size -> new Form.Int(size), Basic.I64, items, at);
      case "wat::core::empty?" ->
          ofTuple(ast, size -> new Form.Bool(size == 0), Basic.BOOL, items, at);
      case "wat::core::assoc" -> assoc(ast, items, at);
      case "wat::core::struct-new" -> structNew(ast, items, at);
      case "wat::edn::validate" -> validate(ast, items, at);
      case "wat::core::conforms?" -> conforms(ast, items, at);
      case "wat::core::subtype?" -> subtype(ast, items, at);
      default -> null;
    };
  }

  Core none(Span span) {
    return new Core.Apply(
        new Operation.MakeVariant(Basic.OPTION, "None"), List.of(), Basic.option(cx.fresh()), span);
  }

  private static void arity(String head, int arity, Ast ast, List<Ast> items) {
    if (items.size() - 1 != arity) {
      throw Faults.arity(head, arity, items.size() - 1, ast.span()).refused();
    }
  }

  private Core variant(Ast ast, String type, String variant, List<Ast> items, At at) {
    arity("wat::core::" + variant, 1, ast, items);
    var value = body.infer(items.get(1), at);
    var of =
        switch (variant) {
          case "Some" -> Basic.option(value.type());
          case "Ok" -> Basic.result(value.type(), cx.fresh());
          default -> Basic.result(cx.fresh(), value.type());
        };
    return new Core.Apply(new Operation.MakeVariant(type, variant), List.of(value), of, ast.span());
  }

  private Core tuple(Ast ast, List<Ast> items, At at) {
    var parts = calls.args(items, at);
    if (parts.isEmpty()) {
      return new Core.Literal(new Form.Nil(), Basic.NIL, ast.span());
    }
    return new Core.Apply(
        new Operation.MakeTuple(),
        parts,
        Type.tuple(parts.stream().map(Core::type).toList()),
        ast.span());
  }

  /// `(Vector :T x…)`, `(HashMap :K :V k v…)`.
  private Core typed(Ast ast, String path, int types, List<Ast> items, At at) {
    if (items.size() - 1 < types) {
      throw Faults.arityAtLeast(path, types, items.size() - 1, ast.span()).refused();
    }
    var args = new ArrayList<Type>();
    for (int i = 1; i <= types; i++) {
      if (items.get(i).keyword() == null) {
        items.subList(1, items.size()).forEach(item -> body.infer(item, at));
        throw Faults.arity(path, types, 0, ast.span()).refused();
      }
      args.add(body.type(items.get(i), at));
    }
    var elements = items.subList(1 + types, items.size());
    if (types == 2 && elements.size() % 2 != 0) {
      throw Faults.form(path, "a key has no value", elements.getLast().span()).refused();
    }
    return body.collection(path, elements, args, ast.span(), at);
  }

  private Core inferred(Ast ast, String type, List<Ast> items, At at) {
    return body.collection(
        type, items.subList(1, items.size()), List.of(cx.fresh()), ast.span(), at);
  }

  /// `first`, `second` and `third` of a tuple; of all else, the library's function.
  private Core ofTuple(Ast ast, int index, List<Ast> items, At at) {
    var args = calls.args(items, at);
    return args.size() == 1
            && Type.head(args.getFirst().type()) instanceof Type.Tuple(List<Type> types)
        ? item(ast, items.getFirst(), args.getFirst(), index, types)
        : library(ast, items, args, at);
  }

  private Core library(Ast ast, List<Ast> items, List<Core> args, At at) {
    if (!(cx.definition(items.getFirst().path()) instanceof Definition.Clauses clauses)) {
      throw new IllegalStateException(items.getFirst().keyword() + " has no clauses");
    }
    return body.overloads().call(clauses, args, ast.span(), at);
  }

  private static Core item(Ast ast, Ast head, Core subject, int index, List<Type> types) {
    if (index < 0 || index >= types.size()) {
      throw Faults.form(
              head.path(),
              "the tuple has %d items, and no number %d".formatted(types.size(), index),
              ast.span())
          .refused();
    }
    return new Core.Apply(
        new Operation.Item(index), List.of(subject), types.get(index), ast.span());
  }

  private Core nth(Ast ast, List<Ast> items, At at) {
    var args = calls.args(items, at);
    if (args.size() != 2
        || !(Type.head(args.getFirst().type()) instanceof Type.Tuple(List<Type> types))) {
      return library(ast, items, args, at);
    }
    if (!(items.get(2).form() instanceof Form.Int(long index))) {
      throw Faults.form(
              "wat::core::nth", "the index of a tuple's item is a literal", items.get(2).span())
          .refused();
    }
    return item(ast, items.getFirst(), args.getFirst(), Math.clamp(index, -1, 1 << 20), types);
  }

  /// What is known of a tuple by its size; of all else, the library's function.
  private Core ofTuple(Ast ast, IntFunction<Form> known, Type type, List<Ast> items, At at) {
    var args = calls.args(items, at);
    if (args.size() != 1
        || !(Type.head(args.getFirst().type()) instanceof Type.Tuple(List<Type> types))) {
      return library(ast, items, args, at);
    }
    var literal = new Core.Literal(known.apply(types.size()), type, ast.span());
    return new Core.Do(List.of(args.getFirst(), literal), type, ast.span());
  }

  /// `(assoc r :field v)` of a record; of all else, the library's function.
  private Core assoc(Ast ast, List<Ast> items, At at) {
    var args = calls.args(items, at);
    if (args.size() != 3 || !isAggregate(args.getFirst().type())) {
      return library(ast, items, args, at);
    }
    var field = items.get(2).keyword();
    if (field == null) {
      throw Faults.form("wat::core::assoc", "the field is a keyword", items.get(2).span())
          .refused();
    }
    FieldAccess.byName(body, field, args.getFirst(), items.get(2).span(), at);
    replaced(args.getFirst().type(), field, args.get(2));
    remade(args.getFirst().type(), items.getFirst().span(), at);
    return new Core.Apply(
        new Operation.With(field),
        List.of(args.get(0), args.get(2)),
        args.getFirst().type(),
        ast.span());
  }

  /// Whether the value fits is looked at when the program runs; what is latent in it is in the
  /// copy.
  private void replaced(Type type, String field, Core value) {
    if (Type.head(type) instanceof Type.Named named
        && cx.types().find(named.name()) instanceof TypeDecl.Aggregate struct
        && struct.index(field) >= 0) {
      cx.unifier().assign(value.type(), cx.fieldType(struct, struct.index(field), named.args()));
    }
  }

  /// A copy is one more of a struct that not everybody may make.
  private void remade(Type type, Span span, At at) {
    if (Type.head(type) instanceof Type.Named named
        && cx.types().find(named.name()) instanceof TypeDecl.Aggregate struct) {
      Access.check(cx, struct.name(), struct.metadata().get("restricted-to"), span, at);
    }
  }

  private boolean isAggregate(Type type) {
    return Type.head(type) instanceof Type.Named named
        && (cx.types().find(named.name()) instanceof TypeDecl.Aggregate
            || named.name().equals(Basic.RECORD.name()));
  }

  /// `(struct-new :acme::Conn v…)`.
  private Core structNew(Ast ast, List<Ast> items, At at) {
    var path = items.size() < 2 ? null : items.get(1).keyword();
    if (path == null || !(cx.types().find(path) instanceof TypeDecl.Aggregate type)) {
      throw Faults.form("wat::core::struct-new", "the type of a struct stands first", ast.span())
          .refused();
    }
    Access.check(cx, path, type.metadata().get("restricted-to"), items.get(1).span(), at);
    var fields = calls.args(items.subList(1, items.size()), at);
    if (fields.size() != type.fields().size()) {
      throw Faults.arity(
              "wat::core::struct-new", type.fields().size() + 1L, items.size() - 1L, ast.span())
          .refused();
    }
    var args = cx.fresh(type.params());
    var types = new ArrayList<Type>();
    for (int i = 0; i < fields.size(); i++) {
      types.add(cx.fieldType(type, i, args));
    }
    calls.assign("wat::core::struct-new", fields, types);
    return new Core.Apply(
        new Operation.Construct(path), fields, new Type.Named(path, args, null), ast.span());
  }

  /// `(conforms? v :T)`.
  private Core conforms(Ast ast, List<Ast> items, At at) {
    arity("wat::core::conforms?", 2, ast, items);
    var value = body.infer(items.get(1), at);
    return new Core.Apply(
        new Operation.Is(written("wat::core::conforms?", items.get(2), at), true),
        List.of(value),
        Basic.BOOL,
        ast.span());
  }

  /// `(validate s :T)`.
  private Core validate(Ast ast, List<Ast> items, At at) {
    var head = "wat::edn::validate";
    arity(head, 2, ast, items);
    var wanted = written(head, items.get(2), at);
    var call = (Core.Apply) calls.call(ast, head, items.subList(0, 2), at);
    var told = Told.context(wanted, items.get(2).span());
    return new Core.Apply(
        call.operation(), List.of(call.args().getFirst(), told), call.type(), ast.span());
  }

  private Type written(String head, Ast ast, At at) {
    if (ast.keyword() == null) {
      throw Faults.form(head, "it takes a type", ast.span()).refused();
    }
    return body.type(ast, at);
  }

  /// `(subtype? :A :B)`, which is known when it is checked.
  private Core subtype(Ast ast, List<Ast> items, At at) {
    arity("wat::core::subtype?", 2, ast, items);
    var child = written("wat::core::subtype?", items.get(1), at);
    var parent = written("wat::core::subtype?", items.get(2), at);
    return new Core.Literal(
        new Form.Bool(cx.unifier().couldAssign(child, parent)), Basic.BOOL, ast.span());
  }
}
