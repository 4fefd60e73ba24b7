package dev.perdure.wat.emit;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Slots;
import java.util.HashSet;
import java.util.List;

/// Follows what a function does with what one of its slots holds until it calls itself again or
/// ends: whether it only reads it where nothing is kept of it.
abstract class Uses {
  private final Forwarding forwarding;

  Uses(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  /// Something else may keep what the slot holds.
  static final class Kept extends RuntimeException {
    Kept() {
      super("something else may keep it", null, false, false);
    }
  }

  /// Whether an operation on the slot keeps nothing of it.
  abstract boolean isReading(Core.Apply apply);

  /// Whether a call that is given what the slot holds keeps nothing of it.
  ///
  /// @param arg which argument that is
  boolean isReading(Core.Call call, int arg) {
    return false;
  }

  /// What stands in tail position.
  ///
  /// @throws Kept if the slot is kept
  abstract void last(Core core, int slot);

  /// The slot to follow behind a binding.
  ///
  /// @throws Kept if the slot is kept
  int bound(Core.Let let, int slot) {
    reads(let.value(), slot);
    return slot;
  }

  /// What an expression comes to.
  final Core direct(Core core) {
    return forwarding.direct(core);
  }

  final boolean isSlot(Core core, int slot) {
    return direct(core) instanceof Core.Local(int of, _, _) && of == slot;
  }

  static boolean isRead(Core core, int slot) {
    var read = new HashSet<Integer>();
    Slots.read(core, read);
    return read.contains(slot);
  }

  /// An expression may not look at the slot.
  ///
  /// @throws Kept if it does
  static void absent(Core core, int slot) {
    if (isRead(core, slot)) {
      throw new Kept();
    }
  }

  /// An expression may look at the slot, but keep nothing of it.
  ///
  /// @throws Kept if it does
  final void reads(Core given, int slot) {
    if (!isRead(given, slot)) {
      return;
    }
    switch (direct(given)) {
      case Core.Apply apply
          when !apply.args().isEmpty()
              && isSlot(apply.args().getFirst(), slot)
              && isReading(apply) ->
          reads(apply.args().subList(1, apply.args().size()), slot);
      case Core.Apply(_, var args, _, _) -> reads(args, slot);
      case Core.Call call -> reads(call, slot);
      case Core.If(var condition, var then, var otherwise, _, _) ->
          reads(List.of(condition, then, otherwise), slot);
      case Core.Let(_, var value, var body, _, _) -> reads(List.of(value, body), slot);
      case Core.Do(var steps, _, _) -> reads(steps, slot);
      case Core.Cases(var cases, _, _, _) ->
          cases.forEach(one -> {
            steps(one, slot);
            reads(one.body(), slot);
          });
      default -> throw new Kept();
    }
  }

  private void reads(Core.Call call, int slot) {
    for (int i = 0; i < call.args().size(); i++) {
      var arg = call.args().get(i);
      if (!isSlot(arg, slot) || !isReading(call, i)) {
        reads(arg, slot);
      }
    }
  }

  /// The same of each.
  final void reads(List<Core> cores, int slot) {
    cores.forEach(core -> reads(core, slot));
  }

  /// The same of the steps of a case.
  final void steps(Core.Case one, int slot) {
    for (var step : one.steps()) {
      switch (step) {
        case Core.Step.Test(var condition) -> reads(condition, slot);
        case Core.Step.Bind(_, var value) -> reads(value, slot);
      }
    }
  }

  /// Whether nothing of the slot is kept before what stands in tail position.
  final boolean isFree(Core body, int slot) {
    try {
      follow(body, slot);
      return true;
    } catch (Kept e) {
      return false;
    }
  }

  /// Goes to what stands in tail position.
  ///
  /// @throws Kept if the slot is kept before it
  private void follow(Core given, int slot) {
    var core = direct(given);
    switch (core) {
      case Core.If(var condition, var then, var otherwise, _, _) -> {
        reads(condition, slot);
        follow(then, slot);
        follow(otherwise, slot);
      }
      case Core.Let let -> follow(let.body(), bound(let, slot));
      case Core.Do(var steps, _, _) -> {
        reads(steps.subList(0, steps.size() - 1), slot);
        follow(steps.getLast(), slot);
      }
      case Core.Cases(var cases, _, _, _) ->
          cases.forEach(one -> {
            steps(one, slot);
            follow(one.body(), slot);
          });
      case Core.Return(var value, _, _) -> follow(value, slot);
      default -> last(core, slot);
    }
  }
}
