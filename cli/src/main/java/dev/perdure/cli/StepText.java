package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Step;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.server.view.TaskView;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints the steps of a replay as they are made: calls and effects with their values, those inside
/// a call indented.
final class StepText implements Consumer<Step> {
  private static final String INDENT = "  ";
  private final Terminal terminal;
  private final boolean json;
  private int depth = 1;

  /// @param json one JSON object a step
  StepText(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  @Override
  public void accept(Step step) {
    var text = json ? json(step) : line(step);
    if (!text.isEmpty()) {
      terminal.out().println(text);
    }
  }

  /// Empty if the report tells it.
  private String line(Step step) {
    return switch (step) {
      case Step.Called s ->
          INDENT.repeat(depth++)
              + terminal.bold(s.function() + " " + s.version())
              + " "
              + s.arguments()
              + at(s);
      case Step.Returned s -> INDENT.repeat(--depth) + "-> " + Describe.outcome(s.outcome());
      case Step.Asked s -> asked(s, s.effect()) + answer(Describe.outcome(s.outcome())) + at(s);
      case Step.Unanswered s -> asked(s, s.effect()) + " -> not answered" + at(s);
      case Step.Compared _, Step.Ended _ -> "";
    };
  }

  private String asked(Step step, Effect effect) {
    return INDENT.repeat(depth) + step.at().place() + " " + Describe.effect(effect);
  }

  private static String answer(String outcome) {
    return outcome.equals(Payload.NIL.toString()) ? "" : " -> " + outcome;
  }

  private String at(Step step) {
    var position = step.at().position();
    return position.isEmpty() ? "" : terminal.dim(" (" + position + ")");
  }

  private static String json(Step step) {
    return switch (step) {
      case Step.Called s ->
          Json.write(
              Data.of("step", "called")
                  .with("function", s.function())
                  .with("version", s.version())
                  .with("arguments", s.arguments())
                  .withAny("at", s.at().position()));
      case Step.Returned s ->
          Json.write(
              Data.of("step", "returned")
                  .with("function", s.function())
                  .with("version", s.version())
                  .with("outcome", TaskView.outcome(s.outcome())));
      case Step.Asked s -> Json.write(effect(s, s.effect(), TaskView.outcome(s.outcome())));
      case Step.Unanswered s -> Json.write(effect(s, s.effect(), null));
      case Step.Compared _, Step.Ended _ -> "";
    };
  }

  private static Data effect(Step step, Effect effect, @Nullable Data outcome) {
    return Data.of("step", "effect")
        .with("place", step.at().place().toString())
        .with("effect", Describe.effect(effect))
        .with("outcome", outcome)
        .withAny("at", step.at().position());
  }
}
