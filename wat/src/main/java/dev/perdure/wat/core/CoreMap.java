package dev.perdure.wat.core;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;

/// Makes a body anew with each of its types, operations and places replaced by another one.
public abstract class CoreMap {
  /// One that changes nothing.
  protected CoreMap() {}

  /// What stands for a type.
  protected Type type(Type type) {
    return type;
  }

  /// What stands for a place.
  protected Span span(Span span) {
    return span;
  }

  /// What stands for code as data.
  protected Ast ast(Ast ast) {
    return ast;
  }

  /// What stands for an operation.
  ///
  /// @param type what it gives, replaced
  /// @param span where it is done
  protected Operation operation(Operation operation, Type type, Span span) {
    return operation;
  }

  /// The code made anew.
  public final Code of(Code code) {
    return new Code(
        code.name(),
        code.params(),
        code.captured(),
        types(code.slots()),
        code.names(),
        code.effects(),
        type(code.result()),
        of(code.body()),
        span(code.span()));
  }

  private List<Type> types(List<Type> types) {
    return types.stream().map(this::type).toList();
  }

  /// The expression made anew.
  public final Core of(Core core) {
    var type = type(core.type());
    var span = span(core.span());
    return switch (core) {
      case Core.Literal(var value, _, _) -> new Core.Literal(value, type, span);
      case Core.Quoted(var ast, _, _) -> new Core.Quoted(ast(ast), type, span);
      case Core.Local(int slot, _, _) -> new Core.Local(slot, type, span);
      case Core.Constant(var name, _, _) -> new Core.Constant(name, type, span);
      case Core.Named(var name, _, _) -> new Core.Named(name, type, span);
      case Core.Call(var function, var args, var effects, _, _) ->
          new Core.Call(function, all(args), effects, type, span);
      case Core.Invoke(var function, var args, var effects, _, _) ->
          new Core.Invoke(of(function), all(args), effects, type, span);
      case Core.Apply(var operation, var args, _, _) ->
          new Core.Apply(operation(operation, type, core.span()), all(args), type, span);
      case Core.If(var condition, var then, var otherwise, _, _) ->
          new Core.If(of(condition), of(then), of(otherwise), type, span);
      case Core.Let(int slot, var value, var body, _, _) ->
          new Core.Let(slot, of(value), of(body), type, span);
      case Core.Do(var steps, _, _) -> new Core.Do(all(steps), type, span);
      case Core.Lambda(var code, var captures, _, _) ->
          new Core.Lambda(of(code), captures, type, span);
      case Core.Delay(var code, var captures, _, _) ->
          new Core.Delay(of(code), captures, type, span);
      case Core.Cases(var cases, var subject, _, _) ->
          new Core.Cases(cases.stream().map(this::one).toList(), of(subject), type, span);
      case Core.Return(var value, _, _) -> new Core.Return(of(value), type, span);
      case Core.Later later -> of(later.decided());
    };
  }

  private Core.Case one(Core.Case one) {
    var steps = new ArrayList<Core.Step>();
    for (var step : one.steps()) {
      steps.add(
          switch (step) {
            case Core.Step.Test(var condition) -> new Core.Step.Test(of(condition));
            case Core.Step.Bind(int slot, var value) -> new Core.Step.Bind(slot, of(value));
          });
    }
    return new Core.Case(steps, of(one.body()));
  }

  private List<Core> all(List<Core> cores) {
    return cores.stream().map(this::of).toList();
  }
}
