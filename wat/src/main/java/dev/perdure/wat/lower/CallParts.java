package dev.perdure.wat.lower;

import dev.perdure.wat.core.Core;
import java.util.ArrayList;
import java.util.List;

/// What calls and operations are given.
final class CallParts {
  private CallParts() {}

  /// What it is given; of the call of a function value, that first.
  static List<Core> of(Core core) {
    return switch (core) {
      case Core.Call call -> call.args();
      case Core.Apply apply -> apply.args();
      case Core.Invoke invoke -> {
        var all = new ArrayList<>(List.of(invoke.function()));
        all.addAll(invoke.args());
        yield all;
      }
      default -> throw new IllegalArgumentException(core.toString());
    };
  }

  /// The same of other parts.
  static Core with(Core core, List<Core> parts) {
    return switch (core) {
      case Core.Call(var function, _, var effects, var type, var span) ->
          new Core.Call(function, parts, effects, type, span);
      case Core.Apply(var operation, _, var type, var span) ->
          new Core.Apply(operation, parts, type, span);
      case Core.Invoke(_, _, var effects, var type, var span) ->
          new Core.Invoke(parts.getFirst(), parts.subList(1, parts.size()), effects, type, span);
      default -> throw new IllegalArgumentException(core.toString());
    };
  }
}
