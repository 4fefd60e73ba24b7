package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.TypeMap;
import java.util.ArrayList;
import java.util.List;

/// Rebuilds the core form of a body when all is decided: what was put off is replaced by what it
/// was decided to be, and types by what they were found to be.
final class Settle {
  private final TypeMap whole = new TypeMap() {};

  private Settle() {}

  static Code of(Code code) {
    return new Settle().code(code);
  }

  static Core of(Core core) {
    return new Settle().core(core);
  }

  private Code code(Code code) {
    return new Code(
        code.name(),
        code.params(),
        code.captured(),
        whole.of(code.slots()),
        code.names(),
        code.effects(),
        whole.of(code.result()),
        core(code.body()),
        code.span());
  }

  private Core core(Core core) {
    var type = whole.of(core.type());
    var span = core.span();
    return switch (core) {
      case Core.Literal(var value, _, _) -> new Core.Literal(value, type, span);
      case Core.Quoted(var ast, _, _) -> new Core.Quoted(ast, type, span);
      case Core.Local(int slot, _, _) -> new Core.Local(slot, type, span);
      case Core.Constant(var name, _, _) -> new Core.Constant(name, type, span);
      case Core.Named(var name, _, _) -> new Core.Named(name, type, span);
      case Core.Call(var function, var args, var effects, _, _) ->
          new Core.Call(function, all(args), effects, type, span);
      case Core.Invoke(var function, var args, var effects, _, _) ->
          new Core.Invoke(core(function), all(args), effects, type, span);
      case Core.Apply(var operation, var args, _, _) ->
          new Core.Apply(operation(operation), all(args), type, span);
      case Core.If(var condition, var then, var otherwise, _, _) ->
          new Core.If(core(condition), core(then), core(otherwise), type, span);
      case Core.Let(int slot, var value, var body, _, _) ->
          new Core.Let(slot, core(value), core(body), type, span);
      case Core.Do(var steps, _, _) -> new Core.Do(all(steps), type, span);
      case Core.Lambda(var code, var captures, _, _) ->
          new Core.Lambda(code(code), captures, type, span);
      case Core.Delay(var code, var captures, _, _) ->
          new Core.Delay(code(code), captures, type, span);
      case Core.Cases(var cases, var subject, _, _) ->
          new Core.Cases(cases.stream().map(this::one).toList(), core(subject), type, span);
      case Core.Return(var value, _, _) -> new Core.Return(core(value), type, span);
      case Core.Later later -> core(later.decided());
    };
  }

  private Operation operation(Operation operation) {
    return switch (operation) {
      case Operation.Context(var wanted) -> new Operation.Context(whole.of(wanted));
      case Operation.FieldByName(var field, var wanted) ->
          new Operation.FieldByName(field, whole.of(wanted));
      default -> operation;
    };
  }

  private Core.Case one(Core.Case one) {
    var steps = new ArrayList<Core.Step>();
    for (var step : one.steps()) {
      steps.add(
          switch (step) {
            case Core.Step.Test(var condition) -> new Core.Step.Test(core(condition));
            case Core.Step.Bind(int slot, var value) -> new Core.Step.Bind(slot, core(value));
          });
    }
    return new Core.Case(steps, core(one.body()));
  }

  private List<Core> all(List<Core> cores) {
    return cores.stream().map(this::core).toList();
  }
}
