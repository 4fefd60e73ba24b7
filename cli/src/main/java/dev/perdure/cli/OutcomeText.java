package dev.perdure.cli;

import org.jspecify.annotations.Nullable;

/// How something ended, in words, as [dev.perdure.engine.Describe] has them.
final class OutcomeText {
  private OutcomeText() {}

  /// @param outcome null: it has not
  static String of(@Nullable Fields outcome) {
    if (outcome == null) {
      return "";
    }
    if (outcome.has("threw")) {
      return "throws " + failure(outcome);
    }
    var why = outcome.text("cancelled");
    return outcome.tree().get("cancelled") == null
        ? outcome.text("edn")
        : "cancelled" + (why.isEmpty() ? "" : ": " + why);
  }

  /// What was thrown.
  static String failure(Fields outcome) {
    var message = outcome.text("message");
    return outcome.text("threw") + (message.isEmpty() ? "" : ": " + message);
  }
}
