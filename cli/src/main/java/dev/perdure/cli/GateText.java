package dev.perdure.cli;

import java.util.ArrayList;
import java.util.List;

/// What a deploy gate found, in words.
record GateText(Terminal terminal, Fields report) {
  Answer answer() {
    return new Answer(report.tree(), lines(), report.truth("passed") ? Exit.DONE : Exit.FAILED);
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "check of "
            + report.text("version")
            + ": replayed "
            + Counted.of(report.number("live"), "live task")
            + " and "
            + report.text("ended")
            + (report.number("ended") == 1 ? " that has ended, " : " that have ended, ")
            + report.text("calling")
            + (report.number("calling") == 1 ? " calls its functions" : " call its functions"));
    lines.add(report.text("clean") + " clean");
    findings("diverging", "would diverge", report.objects("divergences"), lines);
    findings("unreplayable", "cannot be replayed", report.objects("problems"), lines);
    lines.add(
        report.truth("passed")
            ? terminal.good("passed")
            : terminal.bad("not passed") + "; look at one with `perdure task replay ID --switch`");
    return lines;
  }

  private void findings(String count, String what, List<Fields> first, List<String> lines) {
    lines.add(report.text(count) + " " + what);
    for (var finding : first) {
      lines.add("  task " + finding.text("id"));
      var divergence = finding.object("divergence");
      if (divergence == null) {
        lines.add("    " + finding.text("code") + ": " + finding.text("what"));
      } else {
        diverging(finding, divergence, lines);
      }
    }
    if (first.size() < report.number(count)) {
      lines.add("  and " + (report.number(count) - first.size()) + " more");
    }
  }

  private static void diverging(Fields finding, Fields first, List<String> lines) {
    var place = first.has("place") ? " at " + first.text("place") : "";
    lines.add(
        "    "
            + finding.text("function")
            + " "
            + finding.text("recorded")
            + ": "
            + first.text("kind")
            + place);
    ReplayText.sides(first, "    ", lines);
  }
}
