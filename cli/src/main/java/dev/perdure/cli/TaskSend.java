package dev.perdure.cli;

import dev.perdure.value.Edn;
import dev.perdure.value.Limits;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "send",
    description = {
      "Sends a task a message: a signal, or what fulfils a promise.",
      "The value is EDN. Put -- before one that begins with a dash."
    },
    footer = {
      "",
      "Example:",
      "  perdure task send 0198c0e2 decision '{:approved true :by \"ada\"}'"
    })
final class TaskSend extends TaskControl {
  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "The name of the method that receives.")
  String name = "";

  @Parameters(index = "2", paramLabel = "VALUE", description = "What it says, as EDN.")
  String value = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The same message sent again under this key changes nothing.")
  String key = "";

  TaskSend(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("tasks", id, "messages", name)
        .withHeader("Idempotency-Key", key)
        .withEdn(Edn.read(value, "the value", Limits.OUTSIDE));
  }

  @Override
  String done() {
    return "sent " + name;
  }
}
