package dev.perdure.wat.check;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.expand.Declaring;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The forms that are no calls of functions: what they take is not evaluated, or is typed by rules
/// of their own (W7).
final class SpecialForms {
  /// Their paths.
  static final Set<String> NAMES =
      Set.of(
          "wat::core::if",
          "wat::core::do",
          "wat::core::let",
          "wat::core::match",
          "wat::core::and",
          "wat::core::or",
          "wat::core::fn",
          "wat::core::quote",
          "wat::core::quasiquote",
          "wat::core::forms",
          "wat::core::apply",
          "wat::core::ann-form",
          "wat::core::Result/try",
          "wat::core::Option/try",
          "wat::core::cond",
          "wat::core::->",
          "wat::core::->>",
          "wat::core::format",
          "wat::core::Some",
          "wat::core::None",
          "wat::core::Ok",
          "wat::core::Err",
          "wat::core::Tuple",
          "wat::core::Vector",
          "wat::core::HashMap",
          "wat::core::HashSet",
          "wat::core::=",
          "wat::core::not=",
          "wat::core::<",
          "wat::core::>",
          "wat::core::<=",
          "wat::core::>=",
          "wat::kernel::here",
          "wat::kernel::call-site",
          "wat::kernel::run-threads",
          "wat::stream::lazy",
          "wat::test::run",
          "wat::runtime::hash-of");

  private final Checking cx;
  private final Body body;
  private final Calls calls;
  private final Lets lets;
  private final Matches matches;
  private final Closures closures;
  private final Constructors constructors;
  private final Comparisons comparisons;
  private final Servers servers;

  SpecialForms(Checking cx, Body body, Calls calls) {
    this.cx = cx;
    this.body = body;
    this.calls = calls;
    this.lets = new Lets(cx, body);
    this.matches = new Matches(cx, body);
    this.closures = new Closures(cx, body, calls);
    this.constructors = new Constructors(cx, body, calls);
    this.comparisons = new Comparisons(cx, calls);
    this.servers = new Servers(cx, body, calls);
  }

  /// The core of a form that is special; null if the path is that of none.
  @Nullable Core form(Ast ast, String path, List<Ast> items, At at) {
    return switch (path) {
      case "wat::core::if" -> ifForm(ast, items, at);
      case "wat::core::do" -> doForm(ast, items, at);
      case "wat::core::let" -> lets.let(ast, items, at);
      case "wat::core::match" -> matches.match(ast, items, at);
      case "wat::core::and" -> logic(ast, items, true, at);
      case "wat::core::or" -> logic(ast, items, false, at);
      case "wat::core::quote" -> quote(ast, items);
      case "wat::core::forms", "wat::test::program" -> forms(ast, items);
      case "wat::core::quasiquote" -> closures.template(ast, items, at);
      case "wat::core::unquote", "wat::core::unquote-splicing" ->
          throw Faults.form(path, "stands in a template only", ast.span()).refused();
      case "wat::core::fn" -> closures.fn(ast, items, at);
      case "wat::core::apply" -> closures.apply(ast, items, at);
      case "wat::stream::lazy" -> closures.lazy(ast, items, at);
      case "wat::test::run" -> closures.test(ast, items, at);
      case "wat::core::ann-form" -> annotated(ast, items, at);
      case "wat::kernel::here" -> here(ast, items);
      case "wat::kernel::call-site" -> callSite(ast, items);
      case "wat::kernel::readln" -> within(ast, items, at);
      case "wat::kernel::make-bounded-channel" -> servers.channel(ast, items, at);
      case "wat::kernel::spawn-thread" -> servers.spawn(ast, items, at);
      case "wat::kernel::run-threads" -> servers.bracket(ast, items, at);
      case "wat::core::Result/try" -> closures.tryResult(ast, items, at);
      case "wat::core::Option/try" -> closures.tryOption(ast, items, at);
      case "wat::runtime::hash-of" -> hashOf(ast, items);
      case "wat::core::=", "wat::core::not=" -> comparisons.equality(ast, path, items, at);
      case "wat::core::sort" -> comparisons.sort(ast, items, at);
      case "wat::core::<", "wat::core::>", "wat::core::<=", "wat::core::>=" ->
          comparisons.order(ast, path, items, at);
      default -> other(ast, path, items, at);
    };
  }

  /// `(here)`: the place where it is written.
  private Core here(Ast ast, List<Ast> items) {
    var span = ast.span();
    if (items.size() != 1) {
      throw Faults.arity("wat::kernel::here", 0, items.size() - 1, span).refused();
    }
    cx.saysWhere();
    var pos = Type.named("wat::core::Pos");
    var end =
        new Core.Apply(
            new Operation.MakeVariant(Basic.OPTION, "Some"),
            List.of(record(pos, position(span.end(), span), span)),
            Basic.option(pos),
            span);
    var fields = new ArrayList<Core>();
    fields.add(new Core.Literal(new Form.Str(span.source()), Basic.STRING, span));
    fields.addAll(position(span.start(), span));
    fields.add(end);
    return record(Type.named("wat::core::Span"), fields, span);
  }

  /// `(call-site)`: who called the function that it is written in.
  private static Core callSite(Ast ast, List<Ast> items) {
    var span = ast.span();
    if (items.size() != 1) {
      throw Faults.arity("wat::kernel::call-site", 0, items.size() - 1, span).refused();
    }
    return new Core.Apply(
        new Operation.CallSite(), List.of(), Type.named("wat::kernel::Frame"), span);
  }

  private static List<Core> position(Position position, Span span) {
    return List.of(
        new Core.Literal(new Form.Int(position.line()), Basic.I64, span),
        new Core.Literal(new Form.Int(position.column()), Basic.I64, span));
  }

  private static Core record(Type.Named type, List<Core> fields, Span span) {
    return new Core.Apply(new Operation.Construct(type.name()), fields, type, span);
  }

  /// `(readln :max-buffer-bytes n)`; null of a call without the option.
  private @Nullable Core within(Ast ast, List<Ast> items, At at) {
    return items.size() == 3 && items.get(1).isKeyword("max-buffer-bytes")
        ? calls.call(
            ast, "wat::kernel::readln-within", List.of(items.getFirst(), items.getLast()), at)
        : null;
  }

  private @Nullable Core other(Ast ast, String path, List<Ast> items, At at) {
    if (Declaring.isDeclaration(path)) {
      return new Core.Apply(new Operation.Misplaced(path), List.of(), Basic.NEVER, ast.span());
    }
    return constructors.form(ast, path, items, at);
  }

  /// A keyword that names no function and no variant, in the place of a value.
  Core value(Ast ast, String path, At at) {
    if (path.equals("wat::core::None")) {
      return constructors.none(ast.span());
    }
    if (Declaring.isDeclaration(path)) {
      throw Faults.form(path, "is no value", ast.span()).refused();
    }
    return new Core.Literal(ast.form(), Basic.KEYWORD, ast.span());
  }

  private Core ifForm(Ast ast, List<Ast> items, At at) {
    untyped("wat::core::if", items, ast.span());
    if (items.size() != 4) {
      throw Faults.arity("wat::core::if", 3, items.size() - 1, ast.span()).refused();
    }
    var condition = condition("wat::core::if", "cond", items.get(1), at);
    var then = body.infer(items.get(2), at);
    var otherwise = body.infer(items.get(3), at);
    var type =
        Join.of(
            body,
            "wat::core::if",
            List.of(
                new Join.Branch("then-branch", then), new Join.Branch("else-branch", otherwise)));
    return new Core.If(condition, then, otherwise, type, ast.span());
  }

  /// What these give is inferred (W3.4).
  static void untyped(String head, List<Ast> items, Span span) {
    if (items.stream().anyMatch(item -> item.isSymbol("->"))) {
      throw Faults.form(head, "takes no -> :T", span).refused();
    }
  }

  private Core condition(String head, String param, Ast ast, At at) {
    var condition = FieldOf.unchecked(cx, body.infer(ast, at));
    if (!cx.unifier().assign(condition.type(), Basic.BOOL)) {
      cx.error(
          Faults.mismatch(head, param, Basic.BOOL, condition.type(), condition.span(), List.of()));
    }
    return condition;
  }

  private Core doForm(Ast ast, List<Ast> items, At at) {
    if (items.size() == 1) {
      throw Faults.form("wat::core::do", "holds at least one form", ast.span()).refused();
    }
    return body.body(items.subList(1, items.size()), "wat::core::do", ast.span(), at);
  }

  /// `and`, `or`: the first argument that decides, the others not evaluated.
  private Core logic(Ast ast, List<Ast> items, boolean isAnd, At at) {
    var head = isAnd ? "wat::core::and" : "wat::core::or";
    var args = new ArrayList<Core>();
    for (int i = 1; i < items.size(); i++) {
      args.add(condition(head, "#" + i, items.get(i), at));
    }
    Core result = bool(isAnd, ast);
    for (int i = args.size() - 1; i >= 0; i--) {
      var arg = args.get(i);
      if (i == args.size() - 1) {
        result = arg;
      } else {
        result =
            isAnd
                ? new Core.If(arg, result, bool(false, ast), Basic.BOOL, ast.span())
                : new Core.If(arg, bool(true, ast), result, Basic.BOOL, ast.span());
      }
    }
    return result;
  }

  private static Core bool(boolean value, Ast ast) {
    return new Core.Literal(new Form.Bool(value), Basic.BOOL, ast.span());
  }

  private Core quote(Ast ast, List<Ast> items) {
    if (items.size() != 2) {
      throw Faults.arity("wat::core::quote", 1, items.size() - 1, ast.span()).refused();
    }
    return new Core.Quoted(items.get(1), Basic.AST, ast.span());
  }

  private static Core forms(Ast ast, List<Ast> items) {
    var quoted =
        items.subList(1, items.size()).stream()
            .<Core>map(item -> new Core.Quoted(item, Basic.AST, item.span()))
            .toList();
    return new Core.Apply(
        new Operation.MakeCollection(Basic.VECTOR), quoted, Basic.vector(Basic.AST), ast.span());
  }

  /// `(hash-of :name)`: of a definition or a type; None if there is none.
  private static Core hashOf(Ast ast, List<Ast> items) {
    var head = "wat::runtime::hash-of";
    if (items.size() != 2) {
      throw Faults.arity(head, 1, items.size() - 1, ast.span()).refused();
    }
    var name = items.get(1).keyword();
    if (name == null) {
      throw Faults.form(head, "takes a name as it is written, :acme::f", items.get(1).span())
          .refused();
    }
    return new Core.Apply(
        new Operation.HashOf(name), List.of(), Basic.option(Basic.STRING), ast.span());
  }

  /// `(ann-form e :T)`.
  private Core annotated(Ast ast, List<Ast> items, At at) {
    if (items.size() != 3) {
      throw Faults.arity("wat::core::ann-form", 2, items.size() - 1, ast.span()).refused();
    }
    if (items.get(2).keyword() == null) {
      throw Faults.form(
              "wat::core::ann-form",
              Printer.shown(items.get(2)) + " is no type",
              items.get(2).span())
          .refused();
    }
    var value = body.infer(items.get(1), at);
    var type = body.type(items.get(2), at);
    if (!cx.unifier().assign(value.type(), type)) {
      cx.error(
          Faults.mismatch(
              "wat::core::ann-form",
              "#1",
              type,
              value.type(),
              value.span(),
              Remedies.of(cx, value, type)));
    }
    // what stands in tail position stays there
    return Type.whole(value.type()).equals(Type.whole(type))
        ? value
        : new Core.Do(List.of(value), type, ast.span());
  }
}
