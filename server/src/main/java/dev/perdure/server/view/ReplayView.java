package dev.perdure.server.view;

import dev.perdure.engine.Divergence;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Unwinding;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a replay showed, for programs.
///
/// @param lines that the task wrote when it ran; a replay writes the same ones
/// @param notCalled functions that another version should have served, but that the replay did not
///   come to
public record ReplayView(
    TaskStory story, List<String> lines, Replay.Report report, Set<FunctionName> notCalled) {

  /// Reads the task's lines beside.
  public static ReplayView of(
      Node node, TaskStory story, Replay.Report report, Set<FunctionName> notCalled) {
    var lines = new ArrayList<String>();
    node.history(
        story.id(),
        noted -> {
          if (noted.event() instanceof Event.Recorded e && e.effect() instanceof Effect.LogLine l) {
            lines.add(l.level() + " " + l.text());
          }
        });
    return new ReplayView(story, lines, report, notCalled);
  }

  /// Whether code and history agree in everything.
  private boolean clean() {
    return report.divergence() == null
        && report.end() != Unwinding.Reason.UNANSWERABLE
        && report.calls().stream().allMatch(c -> c.result().divergences().isEmpty());
  }

  /// For programs.
  public Data data() {
    var outcome = report.outcome();
    return Data.of("id", story.id())
        .with("function", story.row().function())
        .with("version", story.row().version())
        .with("ended", story.outcome() != null)
        .with("clean", clean())
        .with("outcome", outcome == null ? null : TaskView.outcome(outcome))
        .withAny("end", report.end())
        .with("lines", lines)
        .with("divergence", data(report.divergence()))
        .with("switched", report.calls().stream().map(ReplayView::data).toList())
        .with("notCalled", notCalled);
  }

  private static Data data(Replay.Call call) {
    var outcome = call.result().outcome();
    return Data.of("function", call.call().function())
        .with("recorded", call.call().recorded())
        .with("switchedTo", call.call().other())
        .with("arguments", call.call().arguments())
        .with("argumentsEdn", call.call().arguments().toString())
        .with("outcome", outcome == null ? null : TaskView.outcome(outcome))
        .with("lines", call.result().lines())
        .with("divergences", call.result().divergences().stream().map(ReplayView::data).toList());
  }

  /// Where two parted; null if they did not.
  public static @Nullable Data data(@Nullable Divergence d) {
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
