package dev.perdure.server;

import dev.perdure.server.json.Data;
import dev.perdure.value.Problem;

/// A problem with more to tell than its four parts.
final class Refused extends RuntimeException {
  private final transient Problem problem;
  private final transient Data more;

  /// @param more fields beside those of the problem
  Refused(Problem problem, Data more) {
    super(problem.text(), null, false, false);
    this.problem = problem;
    this.more = more;
  }

  Problem problem() {
    return problem;
  }

  Data more() {
    return more;
  }
}
