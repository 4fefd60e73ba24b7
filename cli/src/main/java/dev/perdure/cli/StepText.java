package dev.perdure.cli;

import dev.perdure.engine.Payload;

/// The steps of a replay in words: calls and effects with their values, those inside a call
/// indented.
final class StepText {
  private static final String INDENT = "  ";
  private final Terminal terminal;
  private int depth = 1;

  StepText(Terminal terminal) {
    this.terminal = terminal;
  }

  String line(Fields step) {
    return switch (step.text("step")) {
      case "called" ->
          INDENT.repeat(depth++)
              + terminal.bold(step.text("function") + " " + step.text("version"))
              + " "
              + step.text("argumentsEdn")
              + at(step);
      case "returned" -> INDENT.repeat(--depth) + "-> " + outcome(step);
      default -> INDENT.repeat(depth) + step.text("place") + " " + step.text("effect") + end(step);
    };
  }

  private String end(Fields step) {
    return (step.has("outcome") ? answer(outcome(step)) : " -> not answered") + at(step);
  }

  private static String outcome(Fields step) {
    return OutcomeText.of(step.object("outcome"));
  }

  private static String answer(String outcome) {
    return outcome.equals(Payload.NIL.toString()) ? "" : " -> " + outcome;
  }

  private String at(Fields step) {
    return step.has("at") ? terminal.dim(" (" + step.text("at") + ")") : "";
  }
}
