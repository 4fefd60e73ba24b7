package dev.perdure.cli;

import dev.perdure.engine.EventText;
import dev.perdure.engine.Step;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.SideBySide;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.MomentView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two versions of a call side by side.
final class SideText {
  private static final int COLUMN_CHARS = 56;
  private final Terminal terminal;
  private final SideBySide both;

  SideText(Terminal terminal, SideBySide both) {
    this.terminal = terminal;
    this.both = both;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    var compared = both.compared();
    lines.add(
        terminal.bold(
            row(
                " ",
                compared.function() + " " + compared.recorded() + " (recorded)",
                compared.function() + " " + compared.other())));
    for (int i = 0; i < both.rows().size(); i++) {
      var row = both.rows().get(i);
      boolean differs = i == both.differs();
      var text = row(differs ? "!" : " ", text(row.recorded()), text(row.other()));
      lines.add(differs ? terminal.bad(text) : text);
    }
    var divergences = compared.result().divergences();
    lines.add(
        divergences.isEmpty()
            ? terminal.good("the same")
            : terminal.bad("first difference")
                + " "
                + EventText.brief(divergences.getFirst().text()));
    return lines;
  }

  private static String row(String mark, String left, String right) {
    var padded = left + " ".repeat(Math.max(0, COLUMN_CHARS - left.length()));
    return (mark + " " + padded + " | " + right).stripTrailing();
  }

  private static String text(@Nullable Moment moment) {
    if (moment == null) {
      return "";
    }
    var text =
        MomentView.word(moment.kind())
            + " "
            + switch (moment.step()) {
              case Step.Called s -> s.function() + " " + EventText.brief(s.arguments());
              case Step.Returned s -> s.function() + " -> " + EventText.brief(s.outcome());
              case Step.Asked s -> EventText.brief(s.effect());
              case Step.Unanswered s -> EventText.brief(s.effect());
              case Step.Compared _, Step.Ended _ -> "";
            };
    return text.length() <= COLUMN_CHARS ? text : text.substring(0, COLUMN_CHARS - 1) + "…";
  }

  Data data() {
    var compared = both.compared();
    return Data.of("function", compared.function())
        .with("recorded", compared.recorded())
        .with("other", compared.other())
        .with("rows", both.rows().stream().map(SideText::data).toList())
        .withAny("differs", both.differs() < 0 ? null : both.differs())
        .with(
            "divergences",
            compared.result().divergences().stream().map(MomentView::divergence).toList());
  }

  private static Data data(SideBySide.Row row) {
    return Data.of("recorded", row.recorded() == null ? null : MomentView.moment(row.recorded()))
        .with("other", row.other() == null ? null : MomentView.moment(row.other()));
  }
}
