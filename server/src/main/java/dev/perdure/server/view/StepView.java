package dev.perdure.server.view;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Step;
import dev.perdure.server.json.Data;
import java.util.Optional;

/// A step of a replay for programs.
public final class StepView {
  private StepView() {}

  /// It is a step by its field `step`: `called`, `returned` or `effect`. An effect that is not
  /// answered has no outcome.
  ///
  /// @return empty if the report tells it
  public static Optional<Data> data(Step step) {
    return switch (step) {
      case Step.Called s ->
          Optional.of(
              Data.of("step", "called")
                  .with("function", s.function())
                  .with("version", s.version())
                  .with("arguments", s.arguments())
                  .with("argumentsEdn", s.arguments().toString())
                  .withAny("at", s.at().position()));
      case Step.Returned s ->
          Optional.of(
              Data.of("step", "returned")
                  .with("function", s.function())
                  .with("version", s.version())
                  .with("outcome", TaskView.outcome(s.outcome())));
      case Step.Asked s ->
          Optional.of(effect(s, s.effect()).with("outcome", TaskView.outcome(s.outcome())))
              .map(data -> data.withAny("at", s.at().position()));
      case Step.Unanswered s -> Optional.of(effect(s, s.effect()).withAny("at", s.at().position()));
      case Step.Compared _, Step.Ended _ -> Optional.empty();
    };
  }

  private static Data effect(Step step, Effect effect) {
    return Data.of("step", "effect")
        .with("place", step.at().place().toString())
        .with("effect", Describe.effect(effect));
  }
}
