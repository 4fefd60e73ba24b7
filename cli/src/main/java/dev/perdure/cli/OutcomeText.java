package dev.perdure.cli;

import java.util.ArrayList;
import java.util.List;
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

  /// What a failure has beside its message, line by line.
  ///
  /// @param fields as EDN; empty: it has none
  /// @param trace where it was thrown; the lines of the program's own code are taken
  static List<String> details(String fields, List<String> trace) {
    var lines = new ArrayList<String>();
    if (!fields.isEmpty()) {
      lines.add("  with " + fields);
    }
    trace.stream()
        .filter(frame -> !frame.startsWith("java.base/") && !frame.startsWith("dev.perdure."))
        .filter(frame -> !frame.contains(".$Proxy"))
        .forEach(frame -> lines.add("  " + frame));
    return lines;
  }
}
