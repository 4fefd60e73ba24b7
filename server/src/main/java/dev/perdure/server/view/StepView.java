package dev.perdure.server.view;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Step;
import dev.perdure.server.json.Data;

/// A step of a replay for programs.
public final class StepView {
  private StepView() {}

  /// It is a step by its field `step`: `called`, `returned` or `effect`.
  public static Data data(Step step) {
    return switch (step) {
      case Step.Called s ->
          Data.of("step", "called")
              .with("function", s.function())
              .with("version", s.version())
              .with("arguments", s.arguments())
              .with("argumentsEdn", s.arguments().toString())
              .withAny("at", s.position());
      case Step.Returned s ->
          Data.of("step", "returned")
              .with("function", s.function())
              .with("version", s.version())
              .with("outcome", TaskView.outcome(s.outcome()));
      case Step.Asked s ->
          Data.of("step", "effect")
              .with("place", s.place().toString())
              .with("effect", Describe.effect(s.effect()))
              .with("outcome", TaskView.outcome(s.outcome()))
              .withAny("at", s.position());
    };
  }
}
