package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Functions that look at the classes of what they are called with, and call another one.
final class Dispatch {
  private final Checking cx;

  Dispatch(Checking cx) {
    this.cx = cx;
  }

  /// The clauses for a number of arguments, tried in their order: the types, then the guard (W6.3).
  Code clauses(String name, Checking.Dispatcher dispatcher) {
    var clauses = dispatcher.clauses();
    var span = clauses.span();
    var args = args(dispatcher.arity(), span);
    var cases = new ArrayList<Core.Case>();
    var effects = new EffectVar();
    for (int i = 0; i < clauses.clauses().size(); i++) {
      var clause = clauses.clauses().get(i);
      if (takes(clause, dispatcher.arity())) {
        cases.add(clause(clauses, i, args, effects, span));
      }
    }
    cases.add(
        new Core.Case(
            List.of(),
            new Core.Apply(new Operation.NoClause(clauses.name()), args, Basic.NEVER, span)));
    return code(name, args, cases, effects, span);
  }

  private static boolean takes(Definition.Clause clause, int arity) {
    int fixed = clause.signature().params().size();
    return clause.signature().rest() == null ? fixed == arity : fixed <= arity;
  }

  /// @param all takes what the clause does
  private Core.Case clause(
      Definition.Clauses clauses, int number, List<Core> args, EffectVar all, Span span) {
    var scheme = cx.scheme(clauses, number);
    var effects = effects(scheme, span);
    all.include(effects);
    var steps = new ArrayList<Core.Step>();
    for (int i = 0; i < args.size(); i++) {
      test(args.get(i), param(scheme, i), steps, span);
    }
    var passed = passed(scheme, args, span);
    if (clauses.clauses().get(number).guard() != null) {
      var guard = scheme.name() + "?";
      steps.add(
          new Core.Step.Test(new Core.Call(guard, passed, new EffectVar(), Basic.BOOL, span)));
    }
    var result = Type.whole(scheme.result());
    return new Core.Case(steps, new Core.Call(scheme.name(), passed, effects, result, span));
  }

  private static Type param(Scheme scheme, int i) {
    return i < scheme.params().size() || scheme.rest() == null
        ? scheme.params().get(i)
        : ((Type.Named) Type.head(scheme.rest())).args().getFirst();
  }

  /// A type variable takes all values; of a container its constructor is looked at.
  private static void test(Core arg, Type type, List<Core.Step> steps, Span span) {
    if (!(Type.head(type) instanceof Type.Param) && !Type.is(type, Basic.VALUE.name())) {
      steps.add(
          new Core.Step.Test(
              new Core.Apply(new Operation.Is(type, false), List.of(arg), Basic.BOOL, span)));
    }
  }

  private static List<Core> passed(Scheme scheme, List<Core> args, Span span) {
    if (scheme.rest() == null) {
      return args;
    }
    int fixed = scheme.params().size();
    var passed = new ArrayList<>(args.subList(0, fixed));
    passed.add(
        new Core.Apply(
            new Operation.MakeCollection(Basic.VECTOR),
            args.subList(fixed, args.size()),
            scheme.rest(),
            span));
    return passed;
  }

  /// The method of the receiver's class (W3.3).
  Code method(String name, Checking.Method method) {
    var span = method.method().span();
    var args = args(method.method().params().size(), span);
    var scheme = Objects.requireNonNull(cx.scheme(name));
    var cases = new ArrayList<Core.Case>();
    for (var type : cx.surfaces().implementations(method.surface(), method.method())) {
      var function = cx.scheme(Checking.methodName(type, method.method().name()));
      if (function == null) {
        continue;
      }
      var steps = new ArrayList<Core.Step>();
      test(args.getFirst(), type, steps, span);
      var given = given(scheme, function, span);
      var effects = new EffectVar();
      effects.add(new EffectVar.Call(function.name(), EffectVar.Call.BODY, given, span));
      scheme.body().include(effects);
      passes(scheme, function, given, span);
      var call = new Core.Call(function.name(), args, effects, function.result(), span);
      cases.add(new Core.Case(steps, call));
    }
    cases.add(
        new Core.Case(
            List.of(), new Core.Apply(new Operation.NoClause(name), args, Basic.NEVER, span)));
    return code(name, args, cases, scheme.body(), span);
  }

  /// What a function is given by a method that it is the implementation of: what the method is
  /// given. Where a type of its own has functions in it that the method's does not show, nothing is
  /// known of what these do.
  private static List<EffectVar> given(Scheme method, Scheme function, Span span) {
    boolean isShown = latent(method.params()).equals(latent(function.params()));
    return IntStream.range(0, function.inputs().size())
        .mapToObj(i ->
            isShown && i < method.inputs().size() ? EffectVar.parameter(i) : Checking.any(span))
        .toList();
  }

  /// How many sets are latent in each type.
  private static List<Integer> latent(List<Type> types) {
    var counts = new ArrayList<Integer>();
    for (var type : types) {
      var found = new ArrayList<EffectVar>();
      new TypeMap() {
        @Override
        protected EffectVar latent(EffectVar latent) {
          found.add(latent);
          return latent;
        }
      }.of(type);
      counts.add(found.size());
    }
    return counts;
  }

  /// What comes of a call of the method comes of one of the function.
  private static void passes(Scheme method, Scheme function, List<EffectVar> given, Span span) {
    for (int i = 0; i < Math.min(method.outputs().size(), function.outputs().size()); i++) {
      method.outputs().get(i).add(new EffectVar.Call(function.name(), i, given, span));
    }
    for (int i = 0; i < Math.min(method.inputs().size(), function.inputs().size()); i++) {
      method
          .inputs()
          .get(i)
          .add(new EffectVar.Call(function.name(), EffectVar.Call.input(i), given, span));
    }
  }

  /// What a function does that is given what the caller was given.
  private static EffectVar effects(Scheme scheme, Span span) {
    var given = IntStream.range(0, scheme.inputs().size()).mapToObj(EffectVar::parameter).toList();
    var effects = new EffectVar();
    effects.add(new EffectVar.Call(scheme.name(), EffectVar.Call.BODY, given, span));
    return effects;
  }

  private static List<Core> args(int arity, Span span) {
    var args = new ArrayList<Core>();
    for (int i = 0; i < arity; i++) {
      args.add(new Core.Local(i, Basic.VALUE, span));
    }
    return args;
  }

  private static Code code(
      String name, List<Core> args, List<Core.Case> cases, EffectVar effects, Span span) {
    var slots = args.stream().map(Core::type).toList();
    var nothing = new Core.Literal(new Form.Nil(), Basic.NIL, span);
    return new Code(
        name,
        args.size(),
        List.of(),
        slots,
        Collections.nCopies(slots.size(), ""),
        effects,
        Basic.VALUE,
        new Core.Cases(cases, nothing, Basic.VALUE, span),
        span);
  }
}
