package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Unwinding;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a replay showed, in words and as data.
///
/// @param recordedLines that the task wrote when it ran; a replay writes the same ones
/// @param notCalled functions that another version should have served, but that the replay did not
///   come to
record ReplayText(
    Terminal terminal,
    TaskStory story,
    List<String> recordedLines,
    Replay.Report report,
    Set<FunctionName> notCalled) {

  Answer answer() {
    return new Answer(data(), lines(), clean() ? Exit.DONE : Exit.FAILED);
  }

  /// Whether code and history agree in everything.
  private boolean clean() {
    return report.divergence() == null
        && report.end() != Unwinding.Reason.UNANSWERABLE
        && report.calls().stream().allMatch(c -> c.result().divergences().isEmpty());
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "replay of task "
            + story.id()
            + ", "
            + story.row().function()
            + " "
            + story.row().version());
    recordedLines.forEach(line -> lines.add("  line " + line));
    report.calls().forEach(call -> call(call, lines));
    notCalled.forEach(function -> lines.add("  " + terminal.warn(function + untilWhen())));
    var divergence = report.divergence();
    if (divergence != null) {
      divergence(divergence, "  ", lines);
    }
    lines.add(verdict());
    return lines;
  }

  private String untilWhen() {
    return report.outcome() == null ? " was not called up to here" : " was not called in this task";
  }

  private void call(Replay.Call call, List<String> lines) {
    var standIn = call.call();
    lines.add(
        "  switched "
            + standIn.function()
            + " "
            + standIn.recorded()
            + " -> "
            + standIn.other()
            + ", called with "
            + standIn.arguments());
    call.result().lines().forEach(line -> lines.add("    line " + line));
    call.result().divergences().forEach(d -> divergence(d, "    ", lines));
    var outcome = call.result().outcome();
    if (outcome != null) {
      lines.add("    outcome " + Describe.outcome(outcome));
    }
  }

  private void divergence(Divergence d, String indent, List<String> lines) {
    var place = d.place() == null ? "" : " at " + d.place();
    lines.add(indent + terminal.bad(String.valueOf(d.kind())) + place);
    lines.add(indent + "  recorded " + side(d.recorded(), d.recordedAt()));
    lines.add(indent + "  asked    " + side(d.asked(), d.askedAt()));
  }

  static String side(String what, String position) {
    var text = what.isEmpty() ? "nothing" : what;
    return position.isEmpty() ? text : text + " (" + position + ")";
  }

  private String verdict() {
    if (!clean()) {
      return terminal.bad("diverged") + end();
    }
    var outcome = report.outcome();
    return outcome != null && story.outcome() == null
        ? terminal.good("same as recorded so far")
            + ": the task has not ended; it would with "
            + Describe.outcome(outcome)
        : terminal.good("same as recorded") + end();
  }

  private String end() {
    var outcome = report.outcome();
    if (outcome != null) {
      return ": " + Describe.outcome(outcome);
    }
    return switch (report.end()) {
      case END_OF_HISTORY -> ": the history ends here, the task has not";
      case UNANSWERABLE ->
          hasStopped()
              ? ": the other version did not come to an end"
              : ": stopped where nobody answers; see --extra";
      case DIVERGED, HALTED, LIMIT -> "";
      case null -> "";
    };
  }

  private boolean hasStopped() {
    return report.calls().stream()
        .flatMap(call -> call.result().divergences().stream())
        .anyMatch(d -> d.kind() == Divergence.Kind.STOPPED);
  }

  private Data data() {
    var outcome = report.outcome();
    return Data.of("id", story.id())
        .with("clean", clean())
        .with("outcome", outcome == null ? null : TaskView.outcome(outcome))
        .withAny("end", report.end())
        .with("lines", recordedLines)
        .with("divergence", data(report.divergence()))
        .with("switched", report.calls().stream().map(ReplayText::data).toList())
        .with("notCalled", notCalled);
  }

  private static Data data(Replay.Call call) {
    var outcome = call.result().outcome();
    return Data.of("function", call.call().function())
        .with("recorded", call.call().recorded())
        .with("switchedTo", call.call().other())
        .with("arguments", call.call().arguments())
        .with("outcome", outcome == null ? null : TaskView.outcome(outcome))
        .with("lines", call.result().lines())
        .with("divergences", call.result().divergences().stream().map(ReplayText::data).toList());
  }

  static @Nullable Data data(@Nullable Divergence d) {
    return d == null
        ? null
        : Data.of("kind", d.kind())
            .withAny("place", d.place())
            .with("recorded", d.recorded())
            .with("asked", d.asked())
            .withAny("recordedAt", d.recordedAt())
            .withAny("askedAt", d.askedAt());
  }
}
