package dev.perdure.engine;

import dev.perdure.value.Problem;

/// Whoever performs an effect can tell the task nothing true: neither what the effect did nor that
/// it did nothing. No outcome is recorded; the attempt ends as by a crash. An error, so that what
/// stands between does not take it for a failure of the effect.
public final class Undecided extends Error {
  private final transient Problem problem;
  private final boolean stops;

  private Undecided(Problem problem, boolean stops) {
    super(problem.exception());
    this.problem = problem;
    this.stops = stops;
  }

  /// The task cannot go on until somebody has looked at the problem.
  public static Undecided ofTask(Problem problem) {
    return new Undecided(problem, false);
  }

  /// The engine has lost what it owned, so no task of it may go on.
  public static Undecided ofEngine(Problem problem) {
    return new Undecided(problem, true);
  }

  /// Why.
  public Problem problem() {
    return problem;
  }

  /// Whether the engine has to stop.
  public boolean stops() {
    return stops;
  }
}
