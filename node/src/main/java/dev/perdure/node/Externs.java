package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.java.Evolution;
import dev.perdure.java.FunctionTypes;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.wat.task.WatUniverse;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Checks that functions are what the code declares that calls them (E26): at deploy and when a
/// route changes, not at the first call.
final class Externs {
  private Externs() {}

  /// A function as a version has it.
  ///
  /// @param effects what it may do, as the effects of wat
  record Served(String version, FunctionTypes types, Set<String> effects) {}

  /// Nobody serves what is declared.
  static PerdureException unserved(Declared declared) {
    return new Problem(
            NodeCode.EXTERN_UNKNOWN,
            declared.name()
                + " is declared, and no version has the function "
                + declared.function(),
            declared.place(),
            "Deploy the version that has "
                + declared.function()
                + " first, or name the function that is meant with :route")
        .exception();
  }

  /// Checks one that is served.
  ///
  /// @param caller the version that declares it
  /// @throws PerdureException `EXTERN_INCOMPATIBLE`
  static void check(Declared declared, String caller, Served served) {
    var why = Evolution.fromDeclared(served.types(), declared.types());
    if (why != null) {
      throw incompatible(
          declared,
          caller,
          served,
          why,
          "Declare it as " + served.version() + " has it, or route to a version that fits");
    }
    var beyond = new TreeSet<>(served.effects());
    if (declared.effects() != null) {
      beyond.removeAll(declared.effects());
      if (!beyond.isEmpty()) {
        throw incompatible(
            declared,
            caller,
            served,
            "it does " + beyond + ", of which :effects " + declared.effects() + " allows nothing",
            "Add them to the :effects of the declaration, or route to a version that does less");
      }
    }
  }

  /// What keeps a function from serving calls inside a program in wat that has one of its own; null
  /// if nothing does.
  static @Nullable Problem routing(WatUniverse caller, FunctionName function, Served other) {
    var wrong = caller.routed(function, other.effects());
    return wrong == null
        ? null
        : new Problem(
            NodeCode.ROUTE_EFFECTS,
            "the function "
                + function
                + " of "
                + other.version()
                + " does "
                + new TreeSet<>(other.effects())
                + ", and its callers inside the program would do so, too: "
                + wrong.message(),
            String.valueOf(wrong.span()),
            "Let the caller's :effects allow that, or let a version serve the function that does"
                + " less");
  }

  private static PerdureException incompatible(
      Declared declared, String caller, Served served, String why, String remedy) {
    return new Problem(
            NodeCode.EXTERN_INCOMPATIBLE,
            "The function "
                + declared.function()
                + " of "
                + served.version()
                + " is not what "
                + caller
                + " declares as "
                + declared.name()
                + ": "
                + why,
            declared.place(),
            remedy)
        .exception();
  }
}
