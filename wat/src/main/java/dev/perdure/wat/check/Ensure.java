package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;

/// A clause that ensures something of what it gives (W6.3).
final class Ensure {
  private Ensure() {}

  /// The code that gives what `code` gives if `check` allows it.
  ///
  /// @param checkSlots the slots that `check` uses, which stand for themselves only
  static Code code(String function, Code code, Core check, List<Type> checkSlots) {
    if (!checkSlots.isEmpty()) {
      throw new IllegalStateException("a function value needs no slots");
    }
    var slots = new ArrayList<>(code.slots());
    int slot = slots.size();
    slots.add(code.result());
    var names = new ArrayList<>(code.names());
    names.add("");
    var span = check.span();
    var result = new Core.Local(slot, code.result(), span);
    var allowed = new Core.Invoke(check, List.of(result), new EffectVar(), Basic.BOOL, span);
    var broken = new Core.Apply(new Operation.Broken(function), List.of(result), Basic.NEVER, span);
    var choice = new Core.If(allowed, result, broken, code.result(), span);
    return new Code(
        code.name(),
        code.params(),
        code.captured(),
        slots,
        names,
        code.effects(),
        code.result(),
        new Core.Let(slot, code.body(), choice, code.result(), span),
        code.span());
  }
}
