package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.QueueLimit;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the functions with a limit, or with tasks that wait for their turn.",
      "RUNNING counts the tasks that went through the queue."
    },
    footer = {"", "Example:", "  perdure queue list"})
final class QueueList extends EngineCommand {
  QueueList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      return answer(engine.ask(Ask.get("queues")).fields());
    }
  }

  private Answer answer(Fields all) {
    var table = new Table(terminal, "LIMIT", "RUNNING", "WAITING");
    for (var queue : all.objects("queues")) {
      table.row(limit(queue), queue.text("running"), queue.text("waiting"));
    }
    return Answer.done(
        all.array("queues"),
        all.array("queues").isEmpty() ? List.of("Nothing is limited.") : table.lines());
  }

  private static String limit(Fields queue) {
    return Describe.limit(
        new QueueLimit(
            new FunctionName(queue.text("function")),
            (int) queue.number("atOnce"),
            (int) queue.number("rate"),
            queue.number("rateMillis"),
            queue.truth("perKey")));
  }
}
