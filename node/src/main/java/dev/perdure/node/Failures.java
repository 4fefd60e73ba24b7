package dev.perdure.node;

import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;

/// Failures that the node itself answers with.
final class Failures {
  private Failures() {}

  static Outcome unknownFunction(FunctionName function) {
    return new Outcome.Threw(
        Failure.of(
            "java.lang.IllegalArgumentException", "no universe has the function " + function));
  }

  /// Why an attempt ended without an outcome, for people: the fault, and where.
  static String crash(Throwable fault) {
    var frames = fault.getStackTrace();
    return fault + (frames.length == 0 ? "" : " at " + frames[0]);
  }
}
