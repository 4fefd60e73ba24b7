package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.run.Recursion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which functions call each other in tail position, and may come back that way: for such calls to
/// take no stack they share a method.
final class Groups {
  private final Recursion recursion;
  private final Map<String, List<String>> groups = new HashMap<>();

  Groups(Recursion recursion) {
    this.recursion = recursion;
  }

  /// Looks at one more named function.
  void add(Code code) {
    tails(code.name(), code.body());
  }

  private void tails(String name, Core core) {
    switch (core) {
      case Core.Call(var function, _, _, _, _) -> {
        if (recursion.isRecursive(name, function)) {
          join(name, function);
        }
      }
      case Core.If(_, var then, var otherwise, _, _) -> {
        tails(name, then);
        tails(name, otherwise);
      }
      case Core.Let(_, _, var inner, _, _) -> tails(name, inner);
      case Core.Do(List<Core> steps, _, _) -> tails(name, steps.getLast());
      case Core.Cases(var cases, _, _, _) -> cases.forEach(one -> tails(name, one.body()));
      case Core.Return(var value, _, _) -> tails(name, value);
      default -> {}
    }
  }

  private void join(String one, String other) {
    var group = of(one);
    var more = of(other);
    if (!group.equals(more)) {
      var all = new ArrayList<>(group);
      all.addAll(more);
      all.forEach(name -> groups.put(name, all));
    }
  }

  /// The functions that share the method of this one, itself among them.
  List<String> of(String function) {
    return groups.getOrDefault(function, List.of(function));
  }
}
