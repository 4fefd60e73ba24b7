package dev.perdure.java;

import dev.perdure.value.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// What freezing classes comes to.
public sealed interface FreezeResult permits Frozen, FreezeResult.Refused {
  /// All that stands in the way, not only the first thing found.
  ///
  /// @param problems at least one
  record Refused(List<Problem> problems) implements FreezeResult {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("A refusal names its problems");
      }
    }

    /// One problem a line.
    public String text() {
      return problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
  }

  /// The frozen universe, or an exception with the first problem.
  default Frozen orThrow() {
    return switch (this) {
      case Frozen frozen -> frozen;
      case Refused refused -> throw refused.problems().getFirst().exception();
    };
  }
}
