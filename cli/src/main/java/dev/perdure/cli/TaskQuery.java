package dev.perdure.cli;

import dev.perdure.value.Edn;
import dev.perdure.value.Limits;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "query",
    description = {
      "Asks a task's code a question: how far it is, what it holds. Nothing is recorded.",
      "Arguments are EDN. Put -- before one that begins with a dash."
    },
    footer = {"", "Example:", "  perdure task query 0198c0e2 standings"})
final class TaskQuery extends EngineCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "The name of the method that answers.")
  String name = "";

  @Parameters(
      index = "2..*",
      paramLabel = "ARG",
      description = "One argument for each parameter, as EDN.")
  List<String> arguments = List.of();

  TaskQuery(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      var answer =
          engine
              .ask(Ask.post("tasks", id, "queries", name).withEdn(EdnArguments.read(arguments)))
              .fields();
      return Answer.done(
          answer.tree(), Edn.pretty(Edn.read(answer.text("edn"), "answer", Limits.OWN)));
    }
  }
}
