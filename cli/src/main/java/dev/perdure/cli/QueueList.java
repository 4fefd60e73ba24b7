package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.server.view.QueueView;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the functions with a limit, or with tasks that wait for their turn.",
      "RUNNING counts the tasks that went through the queue."
    },
    footer = {"", "Example:", "  perdure queue list"})
final class QueueList extends DataCommand {
  QueueList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(node.read(QueueView::all));
    }
  }

  private Answer answer(List<QueueView> all) {
    var table = new Table(terminal, "LIMIT", "RUNNING", "WAITING");
    for (var view : all) {
      table.row(
          Describe.limit(view.count().limit()),
          String.valueOf(view.count().running()),
          String.valueOf(view.count().waiting()));
    }
    return Answer.done(
        all.stream().map(QueueView::data).toList(),
        all.isEmpty() ? List.of("Nothing is limited.") : table.lines());
  }
}
