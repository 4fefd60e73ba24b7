package dev.perdure.server.view;

import dev.perdure.node.GateReport;
import dev.perdure.node.GateReport.Diverging;
import dev.perdure.node.GateReport.Finding;
import dev.perdure.node.GateReport.Unreplayable;
import dev.perdure.server.json.Data;

/// What a deploy gate found, for programs.
public final class GateView {
  private GateView() {}

  /// All of it.
  public static Data data(GateReport report) {
    return Data.of("version", report.candidate())
        .with("passed", report.passed())
        .with("live", report.tasks().live())
        .with("ended", report.tasks().ended())
        .with("calling", report.tasks().calling())
        .with("clean", report.clean())
        .with("diverging", report.diverging().count())
        .with("unreplayable", report.unreplayable().count())
        .with("divergences", report.diverging().first().stream().map(GateView::data).toList())
        .with("problems", report.unreplayable().first().stream().map(GateView::data).toList());
  }

  private static Data data(Finding finding) {
    var task = Data.of("id", finding.task());
    return switch (finding) {
      case Diverging d ->
          task.with("function", d.function())
              .with("recorded", d.recorded())
              .with("divergence", ReplayView.data(d.first()));
      case Unreplayable u -> task.withAny("code", u.why().code()).with("what", u.why().what());
    };
  }
}
