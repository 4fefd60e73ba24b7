package dev.perdure.wat.core;

import java.util.List;
import java.util.function.Consumer;

/// Goes over all expressions of a body, those of its closures too.
public final class Cores {
  private Cores() {}

  /// Passes each expression to `look`, from the outside in.
  public static void each(Core core, Consumer<Core> look) {
    look.accept(core);
    switch (core) {
      case Core.Literal _, Core.Quoted _, Core.Local _, Core.Constant _, Core.Named _ -> {}
      case Core.Call(_, var args, _, _, _) -> all(args, look);
      case Core.Invoke(var function, var args, _, _, _) -> {
        each(function, look);
        all(args, look);
      }
      case Core.Apply(_, var args, _, _) -> all(args, look);
      case Core.If(var condition, var then, var otherwise, _, _) -> {
        each(condition, look);
        each(then, look);
        each(otherwise, look);
      }
      case Core.Let(_, var value, var body, _, _) -> {
        each(value, look);
        each(body, look);
      }
      case Core.Do(var steps, _, _) -> all(steps, look);
      case Core.Lambda(var code, _, _, _) -> each(code.body(), look);
      case Core.Delay(var code, _, _, _) -> each(code.body(), look);
      case Core.Cases(var cases, _, _, _) -> cases.forEach(one -> one(one, look));
      case Core.Return(var value, _, _) -> each(value, look);
      case Core.Later later -> each(later.decided(), look);
    }
  }

  private static void all(List<Core> cores, Consumer<Core> look) {
    cores.forEach(core -> each(core, look));
  }

  private static void one(Core.Case one, Consumer<Core> look) {
    for (var step : one.steps()) {
      switch (step) {
        case Core.Step.Test(var condition) -> each(condition, look);
        case Core.Step.Bind(_, var value) -> each(value, look);
      }
    }
    each(one.body(), look);
  }
}
