package dev.perdure.wat.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which slots an expression reads that it does not fill itself.
public final class Slots {
  private final Set<Integer> read;
  private final Set<Integer> filled = new HashSet<>();

  private Slots(Set<Integer> read) {
    this.read = read;
  }

  /// Adds them to `read`.
  public static void read(Core core, Set<Integer> read) {
    new Slots(read).look(core);
  }

  private void slot(int slot) {
    if (!filled.contains(slot)) {
      read.add(slot);
    }
  }

  private void all(List<Core> cores) {
    cores.forEach(this::look);
  }

  private void look(Core core) {
    switch (core) {
      case Core.Literal _, Core.Quoted _, Core.Constant _, Core.Named _ -> {}
      case Core.Local(int slot, _, _) -> slot(slot);
      case Core.Call call -> all(call.args());
      case Core.Invoke invoke -> {
        look(invoke.function());
        all(invoke.args());
      }
      case Core.Apply(_, var args, _, _) -> all(args);
      case Core.If(var condition, var then, var otherwise, _, _) -> {
        look(condition);
        look(then);
        look(otherwise);
      }
      case Core.Let(int slot, var value, var body, _, _) -> {
        look(value);
        filled.add(slot);
        look(body);
      }
      case Core.Do(List<Core> steps, _, _) -> all(steps);
      case Core.Lambda(_, var captures, _, _) -> captures.forEach(this::slot);
      case Core.Delay(_, var captures, _, _) -> captures.forEach(this::slot);
      case Core.Cases(var cases, var subject, _, _) -> {
        look(subject);
        cases.forEach(this::one);
      }
      case Core.Return(var value, _, _) -> look(value);
      case Core.Later later -> look(later.decided());
    }
  }

  private void one(Core.Case one) {
    for (var step : one.steps()) {
      switch (step) {
        case Core.Step.Test(var condition) -> look(condition);
        case Core.Step.Bind(int slot, var value) -> {
          look(value);
          filled.add(slot);
        }
      }
    }
    look(one.body());
  }
}
