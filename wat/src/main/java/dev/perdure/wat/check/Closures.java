package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.declare.Metadata;
import dev.perdure.wat.declare.Parameter;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.declare.SignatureReader;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.expand.Templates;
import dev.perdure.wat.expand.Unquoted;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions without a name, and the forms that have to do with which function they stand in.
final class Closures {
  private static final String FN = "wat::core::fn";
  private static final String APPLY = "wat::core::apply";

  /// The types whose values may have several trees to splice.
  private static final Set<String> SPLICED =
      Set.of(Basic.VECTOR, Basic.LIST, Basic.AST.name(), Basic.VALUE.name());

  private final Checking cx;
  private final Body body;
  private final Calls calls;

  Closures(Checking cx, Body body, Calls calls) {
    this.cx = cx;
    this.body = body;
    this.calls = calls;
  }

  /// `(fn {meta}? [params] -> :R body…)`.
  Core fn(Ast ast, List<Ast> items, At at) {
    var metadata = items.size() > 1 ? metadata(items.get(1)) : null;
    int from = metadata == null ? 1 : 2;
    if (items.size() <= from) {
      throw Faults.form(FN, "its parameters stand in a vector [name <- :Type …]", ast.span())
          .refused();
    }
    var signature =
        SignatureReader.ofClosure(
            body.written(),
            at.typeParams(),
            items.get(from),
            from + 1 < items.size() ? items.get(from + 1) : null,
            from + 2 < items.size() ? items.get(from + 2) : null);
    var forms = items.subList(Math.min(from + 3, items.size()), items.size());
    if (forms.isEmpty()) {
      throw Faults.form(FN, "the body is missing", ast.span()).refused();
    }
    return closure(ast, metadata, signature, forms, at);
  }

  /// What stands in braces before the parameters; null if nothing does.
  private static @Nullable Metadata metadata(Ast ast) {
    if (!(ast.form() instanceof Form.Braces)) {
      return null;
    }
    var metadata = Metadata.of(ast);
    var fault =
        metadata == null
            ? "metadata is a map with keywords as keys, and not empty"
            : metadata.fault() != null ? metadata.fault() : metadata.effectsFault();
    if (fault != null) {
      throw Faults.form(FN, fault, ast.span()).refused();
    }
    return metadata;
  }

  private Core closure(
      Ast ast, @Nullable Metadata metadata, Signature signature, List<Ast> forms, At at) {
    var free = free(signature, at);
    var result = free.of(cx.written(signature.result()));
    var latent = new EffectVar();
    var scope = new FunctionScope(at.function(), at.function().closure(), result, latent);
    var allowed = metadata == null ? null : metadata.paths("effects");
    if (allowed != null) {
      cx.bound(new Checking.Bound(scope.name(), scope.function(), latent, allowed, ast.span()));
    }
    var inner = at.in(scope, signature.typeParams());
    var params = new ArrayList<Type>();
    for (var param : signature.params()) {
      inner = bound(param, free, params, inner);
    }
    var core = body.body(forms, FN, ast.span(), inner);
    if (!cx.unifier().assign(core.type(), result)) {
      cx.error(Faults.result(scope.name(), result, core.type(), forms.getLast().span()));
    }
    var code = scope.code(params.size(), result, core, ast.span());
    return new Core.Lambda(code, scope.captures(), new Type.Fn(params, result, latent), ast.span());
  }

  /// A type variable that nothing around a closure declares is some type, which its use fixes.
  private TypeMap free(Signature signature, At at) {
    var free = new HashMap<String, Type>();
    for (var name : signature.typeParams()) {
      if (!at.typeParams().contains(name)) {
        free.put(name, cx.fresh());
      }
    }
    return new TypeMap() {
      @Override
      protected Type param(Type.Param param) {
        return free.getOrDefault(param.name(), param);
      }
    };
  }

  private At bound(Parameter param, TypeMap free, List<Type> params, At at) {
    var type = free.of(cx.written(param.type()));
    params.add(type);
    return at.with(param.symbol(), at.function().slot(type), type);
  }

  /// `(lazy e)`: a stream that is computed when it is asked for.
  Core lazy(Ast ast, List<Ast> items, At at) {
    if (items.size() != 2) {
      throw Faults.arity("wat::stream::lazy", 1, items.size() - 1, ast.span()).refused();
    }
    var latent = new EffectVar();
    var element = cx.fresh();
    var stream = Basic.stream(element, latent);
    var scope = new FunctionScope(at.function(), at.function().closure(), stream, latent);
    var core = body.infer(items.get(1), at.in(scope, at.typeParams()));
    if (!cx.unifier().assign(core.type(), stream)) {
      cx.error(
          Faults.mismatch("wat::stream::lazy", "#1", stream, core.type(), core.span(), List.of()));
    }
    var code = scope.code(0, stream, core, ast.span());
    return new Core.Delay(code, scope.captures(), stream, ast.span());
  }

  /// `(run body)`: the body, of whatever type, in a thread of its own.
  Core test(Ast ast, List<Ast> items, At at) {
    if (items.size() != 2) {
      throw Faults.arity("wat::test::run", 1, items.size() - 1, ast.span()).refused();
    }
    var latent = new EffectVar();
    var result = cx.fresh();
    var scope = new FunctionScope(at.function(), at.function().closure(), result, latent);
    var core = body.infer(items.get(1), at.in(scope, at.typeParams()));
    cx.unifier().assign(core.type(), result);
    var code = scope.code(0, core.type(), core, ast.span());
    var function =
        new Core.Lambda(
            code, scope.captures(), new Type.Fn(List.of(), core.type(), latent), ast.span());
    Body.effect("spawn", ast.span(), at);
    Body.effects(latent, at);
    var begun =
        new Core.Apply(
            new Operation.Perform("spawn", "wat::test::begin"),
            List.of(function),
            Type.named("wat::kernel::Thread", Basic.NIL, core.type()),
            ast.span());
    return new Core.Apply(
        new Operation.Perform("spawn", "wat::test::outcome"),
        List.of(begun),
        Type.named("wat::test::RunResult"),
        ast.span());
  }

  /// `(apply f a… [rest…])`: the last argument is a vector of the remaining ones.
  Core apply(Ast ast, List<Ast> items, At at) {
    if (items.size() < 3) {
      throw Faults.arityAtLeast(APPLY, 2, items.size() - 1, ast.span()).refused();
    }
    var path = items.get(1).keyword();
    if (path != null && cx.definition(path) instanceof Definition.Clauses clauses) {
      Access.check(cx, clauses, items.get(1).span(), at);
      return Applying.apply(body, clauses, ast, items, at);
    }
    var args = calls.args(items, at);
    var function = args.getFirst();
    var element = cx.fresh();
    var last = args.getLast();
    if (!cx.unifier().assign(last.type(), Basic.vector(element))) {
      throw Faults.mismatch(
              APPLY, "#" + args.size(), Basic.vector(element), last.type(), last.span(), List.of())
          .refused();
    }
    int fixed = fixed(function);
    var result = applied(function, fixed, args.subList(1, args.size() - 1), element, ast, at);
    return new Core.Apply(new Operation.Spread(fixed), args, result, ast.span());
  }

  /// How many arguments stand before the rest that a named function takes; -1 if it takes none.
  private int fixed(Core function) {
    var scheme = function instanceof Core.Named(var name, _, _) ? cx.schemes().get(name) : null;
    return scheme == null || scheme.rest() == null ? -1 : scheme.params().size();
  }

  private Type applied(Core function, int fixed, List<Core> given, Type element, Ast ast, At at) {
    if (!(Type.head(function.type()) instanceof Type.Fn(var params, var result, var latent))) {
      if (Type.is(function.type(), Basic.KEYWORD.name())
          || Type.head(function.type()) instanceof Type.Var) {
        // which function it is shows when it runs
        Body.effect("any", ast.span(), at);
        return cx.fresh();
      }
      throw Faults.mismatch(APPLY, "#1", ":wat::core::Fn", function.type(), function.span())
          .refused();
    }
    var takes = fixed < 0 ? params : spread(params, Math.max(given.size(), fixed) + 1);
    if (given.size() > takes.size()) {
      throw Faults.arity(APPLY, takes.size(), given.size(), ast.span()).refused();
    }
    calls.assign(APPLY, given, takes.subList(0, given.size()));
    for (var param : takes.subList(given.size(), takes.size())) {
      if (!cx.unifier().assign(element, param)) {
        throw Faults.mismatch(
                APPLY, "rest", Basic.vector(param), Basic.vector(element), ast.span(), List.of())
            .refused();
      }
    }
    Body.effects(latent, at);
    return result;
  }

  /// The parameters with that of the rest as often as it may be given.
  private static List<Type> spread(List<Type> params, int count) {
    var element = ((Type.Named) Type.head(params.getLast())).args().getFirst();
    var all = new ArrayList<>(params.subList(0, params.size() - 1));
    while (all.size() < count) {
      all.add(element);
    }
    return all;
  }

  /// `(Result/try e)`: the content, or the function returns the Err.
  Core tryResult(Ast ast, List<Ast> items, At at) {
    var head = "wat::core::Result/try";
    var value = single(head, ast, items, at);
    var ok = cx.fresh();
    var err = cx.fresh();
    fits(head, value, Basic.result(ok, err));
    var given = Basic.result(cx.fresh(), err);
    returns(head, given, ast, at);
    return tried(value, ok, Basic.RESULT, "Ok", "Err", err, given, ast, at);
  }

  /// `(Option/try e)`: the content, or the function returns None.
  Core tryOption(Ast ast, List<Ast> items, At at) {
    var head = "wat::core::Option/try";
    var value = single(head, ast, items, at);
    var some = cx.fresh();
    fits(head, value, Basic.option(some));
    var given = Basic.option(cx.fresh());
    returns(head, given, ast, at);
    return tried(value, some, Basic.OPTION, "Some", "None", null, given, ast, at);
  }

  private Core single(String head, Ast ast, List<Ast> items, At at) {
    if (items.size() != 2) {
      throw Faults.arity(head, 1, items.size() - 1, ast.span()).refused();
    }
    return body.infer(items.get(1), at);
  }

  private void fits(String head, Core value, Type type) {
    if (!cx.unifier().assign(value.type(), type)) {
      throw Faults.mismatch(head, "#1", type, value.type(), value.span(), List.of()).refused();
    }
  }

  /// What is returned must be what the function around it gives.
  private void returns(String head, Type given, Ast ast, At at) {
    if (!at.function().isFunction()) {
      throw Faults.form(
              head, "is in no function that could return", ast.span(), expected(head, ast))
          .refused();
    }
    if (!cx.unifier().assign(given, at.function().result())) {
      throw Faults.mismatch(
              head, "function result", given, at.function().result(), ast.span(), List.of())
          .refused();
    }
  }

  /// What gives the content, or raises, wherever it stands.
  private static List<Remedy> expected(String head, Ast ast) {
    var value = Printer.shown(ast.items().get(1));
    if (value.endsWith("…")) {
      return List.of();
    }
    var form = "(:%s %s \"a value\")".formatted(head.replace("/try", "/expect"), value);
    return List.of(new Remedy(form, Remedy.Kind.MISSING, 1, "raises where there is none"));
  }

  private static Core tried(
      Core value,
      Type content,
      String type,
      String good,
      String bad,
      @Nullable Type error,
      Type given,
      Ast ast,
      At at) {
    var span = ast.span();
    int slot = at.function().slot(value.type());
    var whole = new Core.Local(slot, value.type(), span);
    var isGood =
        new Core.Apply(new Operation.IsVariant(type, good), List.of(whole), Basic.BOOL, span);
    var payload = new Core.Apply(new Operation.Payload(0), List.of(whole), content, span);
    var returned =
        new Core.Apply(
            new Operation.MakeVariant(type, bad),
            error == null ? List.of() : List.of(payload(whole, error, span)),
            given,
            span);
    var choice =
        new Core.If(isGood, payload, new Core.Return(returned, Basic.NEVER, span), content, span);
    return new Core.Let(slot, value, choice, content, span);
  }

  private static Core payload(Core whole, Type type, Span span) {
    return new Core.Apply(new Operation.Payload(0), List.of(whole), type, span);
  }

  /// `` `x ``: a tree made when it runs; `~e` takes any value, `~@e` a vector.
  Core template(Ast ast, List<Ast> items, At at) {
    if (items.size() != 2) {
      throw Faults.arity(Templates.QUASIQUOTE, 1, items.size() - 1, ast.span()).refused();
    }
    var parts = new ArrayList<Core>();
    var numbered =
        Unquoted.mapEach(
            items.get(1),
            (code, isSpliced) -> {
              parts.add(body.infer(code, at));
              if (isSpliced) {
                calls.atEnd(spliced(parts.getLast()));
              }
              return new Ast(new Form.Int(parts.size() - 1L), code.span());
            });
    return new Core.Apply(new Operation.Template(numbered), parts, Basic.AST, ast.span());
  }

  /// What is spliced is a vector, a list or a tree, as far as its type tells.
  private Runnable spliced(Core part) {
    return () -> {
      var isSequence =
          switch (Type.head(part.type())) {
            case Type.Named(String name, var _, var _) -> SPLICED.contains(name);
            case Type.Param _, Type.Var _ -> true;
            case Type.Tuple _, Type.Fn _ -> false;
          };
      if (!isSequence) {
        cx.error(
            Faults.mismatch(
                Templates.SPLICE,
                "#1",
                Basic.vector(Basic.AST),
                part.type(),
                part.span(),
                List.of()));
      }
    };
  }
}
