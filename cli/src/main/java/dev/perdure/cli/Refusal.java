package dev.perdure.cli;

import dev.perdure.value.Code;
import dev.perdure.value.Problem;
import java.util.List;

/// An engine's answer that it cannot do what it was asked: one problem or several.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<Problem> problems;

  private Refusal(List<Problem> problems) {
    super(problems.getFirst().text());
    this.problems = List.copyOf(problems);
  }

  /// A code of the engine's, which may be of another release.
  private record EngineSays(String name) implements Code {}

  static Refusal of(Got got) {
    var fields = got.fields();
    var all = fields.objects("problems").stream().map(Refusal::problem).toList();
    return new Refusal(all.isEmpty() ? List.of(problem(fields)) : all);
  }

  private static Problem problem(Fields fields) {
    return new Problem(
        new EngineSays(fields.text("code")),
        fields.text("detail"),
        fields.text("where"),
        fields.text("remedy"));
  }

  List<Problem> problems() {
    return problems;
  }

  /// Whether it is for this reason.
  boolean is(Code code) {
    return problems.getFirst().code().name().equals(code.name());
  }
}
