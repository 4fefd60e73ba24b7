package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Calls of functions of several clauses (W6.3). A clause is chosen as soon as the types of the
/// arguments tell which; what they do not tell yet is put off to the end of the body, and what they
/// never tell is chosen when the program runs, if the results agree.
final class Overloads {
  private final Checking cx;
  private final Calls calls;
  private final List<Pending> pending = new ArrayList<>();
  private final Deque<Runnable> ends = new ArrayDeque<>();

  Overloads(Checking cx, Calls calls) {
    this.cx = cx;
    this.calls = calls;
  }

  /// A choice that is put off.
  private record Pending(Use use, Core.Later later) {}

  /// A use of a function of several clauses.
  ///
  /// @param args what it is called with; null where it is a value
  /// @param result what it gives, or as a value what it is
  private record Use(
      Definition.Clauses clauses, @Nullable List<Core> args, Type result, Span span, At at) {}

  /// Runs a look at the end of the body, when all types are known.
  void atEnd(Runnable look) {
    ends.add(look);
  }

  Core call(Definition.Clauses clauses, List<Core> args, Span span, At at) {
    return use(new Use(clauses, args, cx.fresh(), span, at));
  }

  /// The function as a value.
  Core value(Definition.Clauses clauses, Span span, At at) {
    return use(new Use(clauses, null, cx.fresh(), span, at));
  }

  private Core use(Use use) {
    var decided = decide(use, false);
    if (decided != null) {
      return decided;
    }
    var later = new Core.Later(use.result(), use.span());
    pending.add(new Pending(use, later));
    return later;
  }

  /// Decides what was put off; at the end of the body.
  void finish() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (var waiting : List.copyOf(pending)) {
        var decided = settled(waiting, false);
        if (decided != null) {
          waiting.later().decide(decided);
          pending.remove(waiting);
          progress = true;
        }
      }
    }
    while (!pending.isEmpty()) {
      var waiting = pending.removeFirst();
      waiting.later().decide(Objects.requireNonNull(settled(waiting, true)));
    }
    while (!ends.isEmpty()) {
      ends.removeFirst().run();
    }
  }

  private @Nullable Core settled(Pending waiting, boolean force) {
    try {
      return decide(waiting.use(), force);
    } catch (Refused refused) {
      cx.error(refused.diagnostic());
      return unknown(waiting.use());
    }
  }

  /// What stands for a use that is wrong, or depends on what is.
  private Core unknown(Use use) {
    cx.unifier().unify(use.result(), cx.unknown());
    return new Core.Literal(new Form.Nil(), use.result(), use.span());
  }

  /// What the use means; null if that is open, and not to be forced.
  private @Nullable Core decide(Use use, boolean force) {
    return use.args() == null ? decideValue(use, force) : decideCall(use, use.args(), force);
  }

  private @Nullable Core decideCall(Use use, List<Core> args, boolean force) {
    var possible = new ArrayList<Integer>();
    for (int i = 0; i < use.clauses().clauses().size(); i++) {
      if (isPossible(use, args, i)) {
        possible.add(i);
        if (isCertain(use, args, i)) {
          break;
        }
      }
    }
    if (possible.isEmpty()) {
      throw noMatch(use, args);
    }
    int first = possible.getFirst();
    if (possible.size() == 1 && isDirect(use, args, first)) {
      return direct(use, args, first);
    }
    if (possible.size() > 1 && args.stream().anyMatch(arg -> Type.isUnknown(arg.type()))) {
      return unknown(use);
    }
    boolean open = args.stream().anyMatch(arg -> Type.head(arg.type()) instanceof Type.Var);
    return open && !force && possible.size() > 1 ? null : dispatched(use, args, possible);
  }

  private Definition.Clause clause(Use use, int clause) {
    return use.clauses().clauses().get(clause);
  }

  private boolean takes(Use use, int clause, int arity) {
    var signature = clause(use, clause).signature();
    return signature.rest() == null
        ? signature.params().size() == arity
        : signature.params().size() <= arity;
  }

  private Scheme.Instance instance(Use use, int clause) {
    var scheme = cx.scheme(use.clauses(), clause);
    var bindings = new HashMap<String, Type>();
    scheme.typeParams().forEach(name -> bindings.put(name, cx.fresh()));
    return scheme.instance(bindings, use.span());
  }

  /// The type of each argument's parameter.
  private static List<Type> params(Scheme.Instance instance, int arity) {
    var params = new ArrayList<>(instance.params());
    while (params.size() < arity && instance.rest() != null) {
      params.add(((Type.Named) Type.head(instance.rest())).args().getFirst());
    }
    return params;
  }

  private boolean isPossible(Use use, List<Core> args, int clause) {
    if (!takes(use, clause, args.size())) {
      return false;
    }
    var instance = instance(use, clause);
    var params = params(instance, args.size());
    return cx.unifier()
        .probe(() ->
            IntStream.range(0, args.size())
                    .allMatch(i -> isPossible(args.get(i).type(), params.get(i)))
                && cx.unifier().assign(instance.result(), use.result()));
  }

  /// Whether a value of the one type may be one of the other when the program runs.
  private boolean isPossible(Type arg, Type param) {
    return cx.unifier().assign(arg, param)
        || (isOpen(arg) && cx.unifier().assign(param, arg))
        || (Type.head(arg) instanceof Type.Named named
            && cx.types().find(named.name()) instanceof TypeDecl.Union union
            && cx.types().members(union).stream()
                .anyMatch(member -> cx.unifier().assign(member, param)));
  }

  /// Whether values of several types have the type.
  private boolean isOpen(Type type) {
    return Type.is(type, Basic.VALUE.name())
        || Type.is(type, Basic.RECORD.name())
        || Type.is(type, Basic.STRUCT.name())
        || Type.is(type, Basic.ERROR.name());
  }

  /// Whether the clause matches whatever the values are, so that no later one is looked at.
  private boolean isCertain(Use use, List<Core> args, int clause) {
    return clause(use, clause).guard() == null
        && args.stream().noneMatch(arg -> Type.head(arg.type()) instanceof Type.Var)
        && fits(use, args, clause);
  }

  private boolean fits(Use use, List<Core> args, int clause) {
    var params = params(instance(use, clause), args.size());
    return cx.unifier()
        .probe(() ->
            IntStream.range(0, args.size())
                .allMatch(i -> cx.unifier().assign(args.get(i).type(), params.get(i))));
  }

  private boolean isDirect(Use use, List<Core> args, int clause) {
    return clause(use, clause).guard() == null && fits(use, args, clause);
  }

  private Core direct(Use use, List<Core> args, int clause) {
    var scheme = cx.scheme(use.clauses(), clause);
    var instance = instance(use, clause);
    calls.assign(use.clauses().name(), args, params(instance, args.size()));
    var effects = calls.performs(scheme, instance, use.span(), use.at());
    cx.unifier().unify(use.result(), instance.result());
    return new Core.Call(
        scheme.name(), packed(instance, args, use.span()), effects, instance.result(), use.span());
  }

  /// The arguments with those of a rest parameter as a vector.
  private static List<Core> packed(Scheme.Instance instance, List<Core> args, Span span) {
    if (instance.rest() == null) {
      return args;
    }
    int fixed = instance.params().size();
    var packed = new ArrayList<>(args.subList(0, fixed));
    packed.add(
        new Core.Apply(
            new Operation.MakeCollection(Basic.VECTOR),
            args.subList(fixed, args.size()),
            instance.rest(),
            span));
    return packed;
  }

  /// The clause is chosen when the program runs.
  private Core dispatched(Use use, List<Core> args, List<Integer> possible) {
    var results = new ArrayList<Type>();
    var effects = new EffectVar();
    for (int clause : possible) {
      var scheme = cx.scheme(use.clauses(), clause);
      var instance = instance(use, clause);
      var params = params(instance, args.size());
      for (int i = 0; i < args.size(); i++) {
        if (!cx.unifier().assign(args.get(i).type(), params.get(i))) {
          Untold.in(params.get(i), use.span());
        }
      }
      effects.include(calls.performs(scheme, instance, use.span(), use.at()));
      results.add(instance.result());
    }
    if (!results.stream().allMatch(result -> cx.unifier().unify(use.result(), result))) {
      throw ambiguous(use, args, results);
    }
    return new Core.Call(
        cx.dispatcher(use.clauses(), args.size()), args, effects, use.result(), use.span());
  }

  private @Nullable Core decideValue(Use use, boolean force) {
    var possible = new ArrayList<Integer>();
    for (int i = 0; i < use.clauses().clauses().size(); i++) {
      int clause = i;
      if (cx.unifier().probe(() -> cx.unifier().assign(type(use, clause), use.result()))) {
        possible.add(i);
      }
    }
    if (possible.isEmpty()) {
      throw noMatch(use, List.of());
    }
    if (possible.size() > 1 && !force) {
      return null;
    }
    if (possible.size() > 1 && Type.isUnknown(use.result())) {
      return unknown(use);
    }
    if (possible.size() > 1) {
      return chosen(use, possible);
    }
    int clause = possible.getFirst();
    var scheme = cx.scheme(use.clauses(), clause);
    var type = type(use, clause);
    cx.unifier().assign(type, use.result());
    var name =
        clause(use, clause).guard() == null
            ? scheme.name()
            : cx.dispatcher(use.clauses(), scheme.params().size());
    return new Core.Named(name, type, use.span());
  }

  /// A function value that chooses among clauses, which take and give the same, when it is called.
  private Core chosen(Use use, List<Integer> possible) {
    var types = possible.stream().map(clause -> type(use, clause)).toList();
    boolean areAlike =
        cx.unifier()
            .attempt(
                () -> types.stream().allMatch(type -> cx.unifier().assign(type, use.result())));
    if (!areAlike) {
      throw ambiguous(use, List.of(), types.stream().map(Type.Fn::result).toList());
    }
    var name = cx.dispatcher(use.clauses(), types.getFirst().params().size());
    return new Core.Named(name, use.result(), use.span());
  }

  private Type.Fn type(Use use, int clause) {
    var scheme = cx.scheme(use.clauses(), clause);
    var instance = instance(use, clause);
    var latent = new EffectVar();
    latent.add(
        new EffectVar.Call(scheme.name(), EffectVar.Call.BODY, instance.given(), use.span()));
    var params = new ArrayList<>(instance.params());
    if (instance.rest() != null) {
      params.add(instance.rest());
    }
    return new Type.Fn(params, instance.result(), latent);
  }

  private RuntimeException noMatch(Use use, List<Core> args) {
    var name = ":" + use.clauses().name();
    var types = args.stream().map(arg -> TypeText.of(arg.type())).toList();
    var attempted = use.clauses().clauses().stream().map(Overloads::shown).toList();
    return Diagnostic.of(
            Kind.CHECK_NO_MATCHING_CLAUSE_AT_CALL_SITE,
            use.span(),
            "no clause of %s takes %s".formatted(name, types.isEmpty() ? "that" : types),
            name,
            (long) args.size(),
            types,
            attempted)
        .refused();
  }

  private static String shown(Definition.Clause clause) {
    var params =
        clause.signature().params().stream()
            .map(param -> TypeText.of(param.type()))
            .collect(Collectors.joining(" ", "[", ""));
    var rest = clause.signature().rest();
    return params + (rest == null ? "]" : " & " + TypeText.of(rest.type()) + "]");
  }

  private RuntimeException ambiguous(Use use, List<Core> args, List<Type> results) {
    var name = ":" + use.clauses().name();
    return Diagnostic.of(
            Kind.CHECK_AMBIGUOUS_CLAUSE_RETURN_AT_CALL_SITE,
            use.span(),
            "several clauses of " + name + " may be meant, and their results differ",
            name,
            args.stream().map(arg -> TypeText.of(arg.type())).toList(),
            results.stream().map(TypeText::of).distinct().toList())
        .refused();
  }
}
