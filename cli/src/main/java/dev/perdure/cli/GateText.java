package dev.perdure.cli;

import dev.perdure.node.GateReport;
import dev.perdure.node.GateReport.Diverging;
import dev.perdure.node.GateReport.Finding;
import dev.perdure.node.GateReport.Findings;
import dev.perdure.node.GateReport.Unreplayable;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;

/// What a deploy gate found, in words and as data.
record GateText(Terminal terminal, GateReport report) {
  Answer answer() {
    return new Answer(data(), lines(), report.passed() ? Exit.DONE : Exit.FAILED);
  }

  private List<String> lines() {
    var tasks = report.tasks();
    var lines = new ArrayList<String>();
    lines.add(
        "check of "
            + report.candidate()
            + ": replayed "
            + tasks.live()
            + " live tasks and "
            + tasks.ended()
            + " that have ended, "
            + tasks.calling()
            + " call its functions");
    lines.add(report.clean() + " clean");
    findings(report.diverging(), "would diverge", lines);
    findings(report.unreplayable(), "cannot be replayed", lines);
    lines.add(
        report.passed()
            ? terminal.good("passed")
            : terminal.bad("not passed") + "; look at one with `perdure task replay ID --switch`");
    return lines;
  }

  private static void findings(Findings findings, String what, List<String> lines) {
    lines.add(findings.count() + " " + what);
    for (var finding : findings.first()) {
      lines.add("  task " + finding.task());
      switch (finding) {
        case Diverging d -> diverging(d, lines);
        case Unreplayable u -> lines.add("    " + u.text());
      }
    }
    if (findings.first().size() < findings.count()) {
      lines.add("  and " + (findings.count() - findings.first().size()) + " more");
    }
  }

  private static void diverging(Diverging d, List<String> lines) {
    var first = d.first();
    var place = first.place() == null ? "" : " at " + first.place();
    lines.add("    " + d.function() + " " + d.recorded() + ": " + first.kind() + place);
    lines.add("      recorded " + ReplayText.side(first.recorded(), first.recordedAt()));
    lines.add("      asked    " + ReplayText.side(first.asked(), first.askedAt()));
  }

  private Data data() {
    return Data.of("version", report.candidate())
        .with("passed", report.passed())
        .with("live", report.tasks().live())
        .with("ended", report.tasks().ended())
        .with("calling", report.tasks().calling())
        .with("clean", report.clean())
        .with("diverging", report.diverging().count())
        .with("unreplayable", report.unreplayable().count())
        .with("divergences", report.diverging().first().stream().map(GateText::data).toList())
        .with("problems", report.unreplayable().first().stream().map(GateText::data).toList());
  }

  private static Data data(Finding finding) {
    var task = Data.of("id", finding.task());
    return switch (finding) {
      case Diverging d ->
          task.with("function", d.function())
              .with("recorded", d.recorded())
              .with("divergence", ReplayText.data(d.first()));
      case Unreplayable u -> task.withAny("code", u.why().code()).with("what", u.why().what());
    };
  }
}
