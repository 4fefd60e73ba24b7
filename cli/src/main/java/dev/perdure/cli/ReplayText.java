package dev.perdure.cli;

import dev.perdure.engine.Divergence;
import dev.perdure.engine.Unwinding;
import dev.perdure.server.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a replay shows, in words: its steps as they come, and at the end what came of it.
final class ReplayText {
  private final Terminal terminal;
  private final boolean json;
  private final StepText steps;
  private @Nullable Fields report;

  /// @param json one JSON object a step
  ReplayText(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
    this.steps = new StepText(terminal);
  }

  /// Takes the next step, which is printed, or the report, which is the last.
  void read(Fields line) {
    if (!line.has("step")) {
      report = line;
    } else {
      terminal.out().println(json ? Json.write(line.tree()) : steps.line(line));
    }
  }

  Answer answer() {
    if (report == null) {
      throw new IllegalStateException("the answer has broken off");
    }
    int exit = report.truth("clean") ? Exit.DONE : Exit.FAILED;
    return new Answer(report.tree(), lines(report), exit);
  }

  private List<String> lines(Fields replay) {
    var lines = new ArrayList<String>();
    lines.add(
        "replay of task "
            + replay.text("id")
            + ", "
            + replay.text("function")
            + " "
            + replay.text("version"));
    replay.texts("lines").forEach(line -> lines.add("  line " + line));
    replay.objects("switched").forEach(call -> call(call, lines));
    var until =
        replay.has("outcome") ? " was not called in this task" : " was not called up to here";
    replay.texts("notCalled").forEach(f -> lines.add("  " + terminal.warn(f + until)));
    var divergence = replay.object("divergence");
    if (divergence != null) {
      divergence(divergence, "  ", lines);
    }
    lines.add(verdict(replay));
    return lines;
  }

  private void call(Fields call, List<String> lines) {
    lines.add(
        "  switched "
            + call.text("function")
            + " "
            + call.text("recorded")
            + " -> "
            + call.text("switchedTo")
            + ", called with "
            + call.text("argumentsEdn"));
    call.texts("lines").forEach(line -> lines.add("    line " + line));
    call.objects("divergences").forEach(d -> divergence(d, "    ", lines));
    if (call.has("outcome")) {
      lines.add("    outcome " + OutcomeText.of(call.object("outcome")));
    }
  }

  private void divergence(Fields d, String indent, List<String> lines) {
    var place = d.has("place") ? " at " + d.text("place") : "";
    lines.add(indent + terminal.bad(d.text("kind")) + place);
    sides(d, indent, lines);
  }

  /// What was recorded and what was asked in its place.
  static void sides(Fields d, String indent, List<String> lines) {
    lines.add(indent + "  recorded " + side(d.text("recorded"), d.text("recordedAt")));
    lines.add(indent + "  asked    " + side(d.text("asked"), d.text("askedAt")));
  }

  static String side(String what, String position) {
    var text = what.isEmpty() ? "nothing" : what;
    return position.isEmpty() ? text : text + " (" + position + ")";
  }

  private String verdict(Fields replay) {
    if (!replay.truth("clean")) {
      return terminal.bad("diverged") + end(replay);
    }
    return replay.has("outcome") && !replay.truth("ended")
        ? terminal.good("same as recorded so far")
            + ": the task has not ended; it would with "
            + OutcomeText.of(replay.object("outcome"))
        : terminal.good("same as recorded") + end(replay);
  }

  private static String end(Fields replay) {
    if (replay.has("outcome")) {
      return ": " + OutcomeText.of(replay.object("outcome"));
    }
    var end = replay.text("end");
    if (end.equals(Unwinding.Reason.END_OF_HISTORY.name())) {
      return ": the history ends here, the task has not";
    }
    if (!end.equals(Unwinding.Reason.UNANSWERABLE.name())) {
      return "";
    }
    return hasStopped(replay)
        ? ": the other version did not come to an end"
        : ": stopped where nobody answers; see --extra";
  }

  private static boolean hasStopped(Fields replay) {
    return replay.objects("switched").stream()
        .flatMap(call -> call.objects("divergences").stream())
        .anyMatch(d -> d.text("kind").equals(Divergence.Kind.STOPPED.name()));
  }
}
