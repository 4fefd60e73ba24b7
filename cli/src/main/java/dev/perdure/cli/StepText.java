package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Step;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.server.view.TaskView;
import java.util.function.Consumer;

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
    terminal.out().println(json ? Json.write(data(step)) : line(step));
  }

  private String line(Step step) {
    return switch (step) {
      case Step.Called s ->
          INDENT.repeat(depth++)
              + terminal.bold(s.function() + " " + s.version())
              + " "
              + s.arguments()
              + at(s.position());
      case Step.Returned s -> INDENT.repeat(--depth) + "-> " + Describe.outcome(s.outcome());
      case Step.Asked s ->
          INDENT.repeat(depth)
              + s.place()
              + " "
              + Describe.effect(s.effect())
              + answer(Describe.outcome(s.outcome()))
              + at(s.position());
    };
  }

  private static String answer(String outcome) {
    return outcome.equals(Payload.NIL.toString()) ? "" : " -> " + outcome;
  }

  private String at(String position) {
    return position.isEmpty() ? "" : terminal.dim(" (" + position + ")");
  }

  private static Data data(Step step) {
    return switch (step) {
      case Step.Called s ->
          Data.of("step", "called")
              .with("function", s.function())
              .with("version", s.version())
              .with("arguments", s.arguments())
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
