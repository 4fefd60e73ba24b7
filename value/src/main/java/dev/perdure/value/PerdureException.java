package dev.perdure.value;

import org.jspecify.annotations.Nullable;

/// Carries a [Problem] to whoever made the call. What the caller may conclude is said by the
/// problem's code; nothing that was acknowledged before is lost.
public final class PerdureException extends RuntimeException {
  private final transient Problem problem;

  PerdureException(Problem problem, @Nullable Throwable cause) {
    super(problem.text(), cause);
    this.problem = problem;
  }

  /// The problem as data.
  public Problem problem() {
    return problem;
  }

  /// The stable kind of the problem.
  public Code code() {
    return problem.code();
  }
}
