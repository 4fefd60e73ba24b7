package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.value.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that the doctor looked at.
///
/// @param says what was seen
/// @param problem what is wrong with it; null: nothing
record Check(String name, Grade grade, String says, @Nullable Problem problem) {
  /// How it is.
  enum Grade {
    /// As it should be.
    OK,
    /// It works, and a person should look at it.
    WARN,
    /// Something is wrong.
    FAIL
  }

  static Check ok(String name, String says) {
    return new Check(name, Grade.OK, says, null);
  }

  static Check warn(String name, Problem problem) {
    return new Check(name, Grade.WARN, said(problem), problem);
  }

  static Check fail(String name, Problem problem) {
    return new Check(name, Grade.FAIL, said(problem), problem);
  }

  /// The same, saying more than its problem does, behind its code.
  Check saying(String more) {
    return new Check(name, grade, problem == null ? more : problem.code() + ": " + more, problem);
  }

  private static String said(Problem problem) {
    var where = problem.where().isEmpty() ? "" : " (at " + problem.where() + ")";
    return problem.code() + ": " + problem.what() + where;
  }

  /// For programs.
  Data data() {
    var data =
        Data.of("check", name)
            .with("good", grade == Grade.OK)
            .with("grade", grade.name().toLowerCase(Locale.ROOT))
            .with("says", says);
    return problem == null
        ? data
        : data.with("code", problem.code().name()).with("remedy", problem.remedy());
  }
}
