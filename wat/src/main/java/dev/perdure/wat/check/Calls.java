package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Retired;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeParser;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Calls of functions, by name and by value.
final class Calls {
  private static final Set<String> EXPECTS =
      Set.of("wat::core::Option/expect", "wat::core::Result/expect");

  private final Checking cx;
  private final Body body;
  private final Members members;
  private final Crossing crossing;

  Calls(Checking cx, Body body) {
    this.cx = cx;
    this.body = body;
    this.members = new Members(cx, body);
    this.crossing = new Crossing(cx, this);
  }

  /// What crosses the border of the program.
  Crossing crossing() {
    return crossing;
  }

  Members members() {
    return members;
  }

  /// A call of a function of several clauses.
  Core clauses(Definition.Clauses clauses, List<Core> args, Span span, At at) {
    return body.overloads().call(clauses, args, span, at);
  }

  /// A call of what a path names.
  Core call(Ast ast, String written, List<Ast> items, At at) {
    var head = items.getFirst();
    var path = written;
    List<Type> explicit = null;
    if (written.endsWith(">") && written.indexOf('<') > 0 && cx.definition(written) == null) {
      path = written.substring(0, written.indexOf('<'));
      explicit = explicit(written, head.span(), at);
    }
    var callee = cx.callee(path);
    if (EXPECTS.contains(path)) {
      SpecialForms.untyped(path, items, ast.span());
    }
    return switch (callee) {
      case null -> unknown(ast, path, items, at);
      case Callee.Function(Definition definition, Scheme scheme) -> {
        Access.check(cx, definition, head.span(), at);
        yield function(definition, scheme, explicit, ast, items, at);
      }
      case Callee.Clauses(Definition.Clauses clauses) -> {
        Access.check(cx, clauses, head.span(), at);
        yield body.overloads().call(clauses, args(items, at), ast.span(), at);
      }
      default -> members.call(callee, explicit, ast, items, at);
    };
  }

  /// `:acme::pick<wat::core::i64>`: the types between the angle brackets.
  private List<Type> explicit(String written, Span span, At at) {
    return TypeParser.parse(written, span, Set.copyOf(at.typeParams()))
            instanceof Type.Named(_, List<Type> args, var _)
        ? args.stream().map(arg -> explicit(arg, written, span)).toList()
        : List.of();
  }

  private Type explicit(Type arg, String written, Span span) {
    if (Type.is(arg, Basic.INFER)) {
      return cx.fresh();
    }
    body.written().add(arg, written, span);
    return cx.written(arg);
  }

  private Core unknown(Ast ast, String path, List<Ast> items, At at) {
    if (cx.definition(path) instanceof Definition.Constant) {
      return invoke(body.infer(items.getFirst(), at), ast, at);
    }
    var span = items.getFirst().span();
    var instead = Retired.instead(path);
    if (!instead.isEmpty()) {
      throw Retired.spelling(":" + path, instead, span).refused();
    }
    items.subList(1, items.size()).forEach(item -> body.infer(item, at));
    var remedies = Remedies.callee(path, cx);
    if (Naming.isReserved(path)) {
      throw Faults.unknownCallee(path, span, remedies).refused();
    }
    cx.unresolved(new Checking.Unresolved(":" + path, at.function().name(), span, remedies));
    return body.unknown(ast.span());
  }

  /// Runs a look at the end of the body, when all types are known.
  void atEnd(Runnable look) {
    body.overloads().atEnd(look);
  }

  /// The arguments behind a head.
  List<Core> args(List<Ast> items, At at) {
    var args = new ArrayList<Core>();
    for (var item : items.subList(1, items.size())) {
      args.add(body.infer(item, at));
    }
    return args;
  }

  private Core function(
      Definition definition,
      Scheme scheme,
      @Nullable List<Type> explicit,
      Ast ast,
      List<Ast> items,
      At at) {
    var instance = instance(scheme, explicit, items.getFirst().span());
    var effects = performs(scheme, instance, items.getFirst().span(), at);
    Function<List<Core>, Core> make =
        args -> CallCore.of(definition, scheme, args, effects, instance, ast.span());
    var call =
        instance.keywords().isEmpty()
            ? make.apply(positional(definition, instance, items, ast.span(), at))
            : keywords(scheme, instance, items, ast.span(), make, at);
    if (definition instanceof Definition.Primitive primitive) {
      crossing.of(primitive, instance, ast.span());
    }
    return call;
  }

  /// A call of a function of the library that takes a certain number of arguments.
  Core call(String path, List<Core> args, Span span, At at) {
    if (!(cx.callee(path) instanceof Callee.Function(Definition definition, Scheme scheme))) {
      throw new IllegalStateException(path + " is no function of the library");
    }
    var instance = instance(scheme, null, span);
    var effects = performs(scheme, instance, span, at);
    assign(path, args, instance.params());
    return CallCore.of(definition, scheme, args, effects, instance, span);
  }

  private Scheme.Instance instance(Scheme scheme, @Nullable List<Type> explicit, Span span) {
    var bindings = new HashMap<String, Type>();
    if (explicit != null) {
      if (explicit.size() != scheme.typeParams().size()) {
        throw Faults.form(
                scheme.name(),
                "it is generic in %d types, and %d are given"
                    .formatted(scheme.typeParams().size(), explicit.size()),
                span)
            .refused();
      }
      bindings.putAll(TypeTable.bindings(scheme.typeParams(), explicit));
    }
    scheme.typeParams().forEach(name -> bindings.putIfAbsent(name, cx.fresh()));
    return scheme.instance(bindings, span);
  }

  /// Adds what the call does to the effects of the body, and of what it gives; what it does.
  EffectVar performs(Scheme scheme, Scheme.Instance instance, Span span, At at) {
    var call = new EffectVar.Call(scheme.name(), EffectVar.Call.BODY, instance.given(), span);
    at.function().effects().add(call);
    var effects = new EffectVar();
    effects.add(call);
    scheme.outputs(instance, span);
    return effects;
  }

  private List<Core> positional(
      Definition definition, Scheme.Instance instance, List<Ast> items, Span span, At at) {
    var callee = definition.name();
    int given = items.size() - 1;
    int fixed = instance.params().size();
    if (given < fixed || (instance.rest() == null && given > fixed)) {
      items.subList(1, items.size()).forEach(item -> body.infer(item, at));
      throw (instance.rest() == null
              ? Faults.arity(callee, fixed, given, span)
              : Faults.arityAtLeast(callee, fixed, given, span))
          .refused();
    }
    var args = Told.takesNames(definition) ? Told.names(items, body, at) : args(items, at);
    assign(callee, args.subList(0, fixed), instance.params());
    if (instance.rest() == null) {
      return args;
    }
    var rest = args.subList(fixed, given);
    var element = ((Type.Named) Type.head(instance.rest())).args().getFirst();
    for (int i = 0; i < rest.size(); i++) {
      assign(callee, fixed + i, rest.get(i), element);
    }
    var all = new ArrayList<>(args.subList(0, fixed));
    all.add(
        new Core.Apply(new Operation.MakeCollection(Basic.VECTOR), rest, instance.rest(), span));
    return all;
  }

  /// Reports each argument that does not fit its parameter.
  void assign(String callee, List<Core> args, List<Type> params) {
    for (int i = 0; i < args.size(); i++) {
      assign(callee, i, args.get(i), params.get(i));
    }
  }

  private void assign(String callee, int i, Core arg, Type param) {
    if (isOfOtherTier(callee, arg) || !cx.unifier().assign(arg.type(), param)) {
      cx.error(
          Faults.mismatch(
              callee, "#" + (i + 1), param, arg.type(), arg.span(), Remedies.of(cx, arg, param)));
    }
  }

  /// Whether a verb for threads is given a process, or the other way round (W12.2).
  private static boolean isOfOtherTier(String callee, Core arg) {
    return (callee.startsWith("wat::kernel::Thread/")
            && Type.is(arg.type(), "wat::kernel::Process"))
        || (callee.startsWith("wat::kernel::Process/")
            && Type.is(arg.type(), "wat::kernel::Thread"));
  }

  /// What is passed by position, then what is passed by name: as pairs, a map or the struct (W6.2).
  private Core keywords(
      Scheme scheme,
      Scheme.Instance instance,
      List<Ast> items,
      Span span,
      Function<List<Core>, Core> make,
      At at) {
    int fixed = instance.params().size();
    if (items.size() - 1 < fixed) {
      throw Faults.arityAtLeast(scheme.name(), fixed, items.size() - 1, span).refused();
    }
    var args = args(items.subList(0, fixed + 1), at);
    assign(scheme.name(), args, instance.params());
    var more = items.subList(fixed + 1, items.size());
    if (more.size() == 1 && !(more.getFirst().form() instanceof Form.Braces)) {
      var params = List.copyOf(instance.keywords().values());
      return whole(scheme, args, params, more.getFirst(), make, at);
    }
    var pairs =
        more.size() == 1 && more.getFirst().form() instanceof Form.Braces(List<Ast> braces)
            ? braces
            : more;
    return members.named(
        scheme.name(),
        List.copyOf(instance.keywords().keySet()),
        List.copyOf(instance.keywords().values()),
        pairs,
        span,
        named -> make.apply(Stream.concat(args.stream(), named.stream()).toList()),
        at);
  }

  /// The struct is taken apart: the function takes its fields.
  private Core whole(
      Scheme scheme,
      List<Core> args,
      List<Type> params,
      Ast whole,
      Function<List<Core>, Core> make,
      At at) {
    var struct = scheme.name() + "::Kwargs";
    var passed = body.infer(whole, at);
    if (!(cx.types().find(struct) instanceof TypeDecl.Aggregate type)
        || !Type.is(passed.type(), struct)) {
      throw Faults.mismatch(
              scheme.name(), "#" + (args.size() + 1), ":" + struct, passed.type(), passed.span())
          .refused();
    }
    return members.fields(
        type,
        passed,
        fields -> {
          assign(scheme.name(), fields, params);
          return make.apply(Stream.concat(args.stream(), fields.stream()).toList());
        },
        at);
  }

  /// A named function as a value.
  Core function(Definition definition, Span span, At at) {
    var scheme = cx.scheme(definition);
    var bindings = new HashMap<String, Type>();
    scheme.typeParams().forEach(name -> bindings.put(name, cx.fresh()));
    var instance = scheme.instance(bindings, span);
    var latent = new EffectVar();
    latent.add(new EffectVar.Call(scheme.name(), EffectVar.Call.BODY, instance.given(), span));
    scheme.outputs(instance, span);
    var params = new ArrayList<>(instance.params());
    if (instance.rest() != null) {
      params.add(instance.rest());
    }
    params.addAll(instance.keywords().values());
    var type = new Type.Fn(params, instance.result(), latent);
    if (!Told.isTold(definition)) {
      return new Core.Named(scheme.name(), type, span);
    }
    // a closure, because each use has a type of its own to tell
    var args = Forwarding.locals(type.params(), span);
    var body = CallCore.of(definition, scheme, args, latent, instance, span);
    var name = at.function().closure();
    var code =
        new Code(
            name,
            args.size(),
            List.of(),
            type.params(),
            Collections.nCopies(args.size(), ""),
            latent,
            type.result(),
            body,
            span);
    return new Core.Lambda(code, List.of(), type, span);
  }

  /// A call of a value.
  Core invoke(Core function, Ast ast, At at) {
    var items = ast.items();
    var args = args(items, at);
    var head = items.getFirst();
    var name = Printer.shown(head);
    return switch (Type.head(function.type())) {
      case Type.Fn fn -> invoke(function, fn, name, args, ast, at);
      case Type.Var open -> {
        var types = args.stream().map(Core::type).toList();
        var result = Type.isUnknown(open) ? cx.unknown() : cx.fresh();
        var fn = new Type.Fn(types, result, new EffectVar());
        cx.unifier().unify(open, fn);
        yield invoke(function, fn, name, args, ast, at);
      }
      default ->
          throw Faults.mismatch(name, "callee", ":wat::core::Fn", function.type(), head.span())
              .refused();
    };
  }

  private Core invoke(Core callee, Type.Fn fn, String name, List<Core> args, Ast ast, At at) {
    var function = FieldOf.unchecked(cx, callee);
    if (fn.params().size() != args.size()) {
      throw Faults.arity(name, fn.params().size(), args.size(), ast.span()).refused();
    }
    assign(name, args, fn.params());
    Body.effects(fn.latent(), at);
    return new Core.Invoke(function, args, fn.latent(), fn.result(), ast.span());
  }

  /// `(:x p)`: a field by its name (W3.3).
  Core fieldByName(Ast ast, String field, List<Ast> items, At at) {
    if (items.size() != 2) {
      throw Faults.arity(":" + field, 1, items.size() - 1, ast.span()).refused();
    }
    var subject = body.infer(items.get(1), at);
    FieldAccess.byName(body, field, subject, items.getFirst().span(), at);
    var type = Type.isUnknown(subject.type()) ? cx.unknown() : cx.fresh();
    if (Type.head(subject.type()) instanceof Type.Named named
        && named.name().equals(Basic.HASH_MAP)) {
      if (!cx.unifier().unify(named.args().getFirst(), Basic.KEYWORD)) {
        throw Faults.mismatch(
                ":" + field,
                "#1",
                ":wat::core::HashMap<wat::core::keyword,V>",
                named,
                subject.span())
            .refused();
      }
      type = Basic.option(named.args().get(1));
    }
    return new Core.Apply(
        new Operation.FieldByName(field, type), List.of(subject), type, ast.span());
  }
}
