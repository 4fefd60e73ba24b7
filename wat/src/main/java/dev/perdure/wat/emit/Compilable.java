package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.run.Recursion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which functions can be compiled: those that ask nothing of the world, nor call a function that
/// does, and whose calls in tail position do not lead back to them over others.
final class Compilable {
  private final Map<String, Code> codes;
  private final Recursion recursion;

  private Compilable(Map<String, Code> codes, Recursion recursion) {
    this.codes = codes;
    this.recursion = recursion;
  }

  static Set<String> of(Map<String, Code> codes, Recursion recursion) {
    return new Compilable(codes, recursion).all();
  }

  private Set<String> all() {
    var left = new LinkedHashSet<String>();
    codes.forEach((name, code) -> {
      if (isOwn(code.body()) && !leadsBack(name, code.body())) {
        left.add(name);
      }
    });
    boolean changed = true;
    while (changed) {
      changed = left.removeIf(name -> !left.containsAll(named(body(name))));
    }
    return left;
  }

  private Core body(String name) {
    return Objects.requireNonNull(codes.get(name)).body();
  }

  private static Set<String> named(Core body) {
    var names = new HashSet<String>();
    Walk.each(
        body,
        core -> {
          switch (core) {
            case Core.Call(var function, _, _, _, _) -> names.add(function);
            case Core.Named(var name, _, _) -> names.add(name);
            default -> {}
          }
        });
    return names;
  }

  /// Whether a body has nothing that only an interpreter does.
  private static boolean isOwn(Core body) {
    var found = new boolean[1];
    Walk.each(body, core -> found[0] |= isForeign(core));
    return !found[0];
  }

  private static boolean isForeign(Core core) {
    return core instanceof Core.Apply(var operation, _, _, _)
        && (operation instanceof Operation.Perform || operation instanceof Operation.Spread);
  }

  private boolean leadsBack(String name, Core body) {
    return switch (body) {
      case Core.Call(var function, _, _, _, _) ->
          !function.equals(name) && recursion.isRecursive(name, function);
      case Core.If(_, var then, var otherwise, _, _) ->
          leadsBack(name, then) || leadsBack(name, otherwise);
      case Core.Let(_, _, var inner, _, _) -> leadsBack(name, inner);
      case Core.Do(List<Core> steps, _, _) -> leadsBack(name, steps.getLast());
      case Core.Cases(var cases, _, _, _) ->
          cases.stream().anyMatch(one -> leadsBack(name, one.body()));
      case Core.Return(var value, _, _) -> leadsBack(name, value);
      default -> false;
    };
  }
}
