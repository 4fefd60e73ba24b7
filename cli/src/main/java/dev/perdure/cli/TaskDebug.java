package dev.perdure.cli;

import dev.perdure.engine.TaskId;
import dev.perdure.log.LogCode;
import dev.perdure.node.Exported;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.view.TaskIds;
import dev.perdure.value.PerdureException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "debug",
    description = {
      "Walks through a task, forward and back: its calls, its effects, their values.",
      "The task is replayed: nothing is performed, however far one walks. Commands are typed, or",
      "read from the standard input, one a line; `help` lists them. With --json, each answer is"
          + " one",
      "JSON object. Exit code 1 if a line made no sense."
    },
    footer = {
      "",
      "Example:",
      "  perdure task debug 0198c0e2",
      "  printf 'break lookupUser\\ncontinue\\nstack\\n' | perdure task debug 0198c0e2"
    })
final class TaskDebug extends OpeningCommand {
  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The task's id, or its beginning. Not needed with --file.")
  @Nullable String id;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Debug the task of this file, which was exported anywhere.")
  @Nullable Path file;

  @Mixin Switching switching = new Switching();

  TaskDebug(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if ((id == null) == (file == null)) {
      throw usage("Name the task by its ID or by --file FILE");
    }
    if (file != null) {
      return debugged(TaskImport.read(terminal.resolve(file)));
    }
    try (var node = openAlone()) {
      return talk(node, TaskIds.find(node, id == null ? "" : id));
    }
  }

  /// It steps through code in its own process, so it has to own the directory.
  private Node openAlone() {
    try {
      return open();
    } catch (PerdureException e) {
      throw e.code() == LogCode.LOG_LOCKED ? owned(e) : e;
    }
  }

  private static PerdureException owned(PerdureException locked) {
    return problem(
            LogCode.LOG_LOCKED,
            locked.problem().what() + ", and a task is debugged by who owns it",
            "Debug a copy: `perdure task export ID --to FILE`, which works beside a server, and"
                + " `perdure task debug --file FILE`")
        .exception(locked);
  }

  private Answer debugged(byte[] bytes) {
    var exported = Exported.fromBytes(bytes);
    var config = NodeConfig.inMemory().withoutRunningTasks().withLines(_ -> {});
    try (var node = Node.open(config)) {
      node.importTask(exported, change("debug"));
      return talk(node, exported.task());
    }
  }

  private Answer talk(Node node, TaskId task) {
    var extras = switching.extras(terminal);
    var answers = new DebugAnswers(terminal, json);
    try (var input = terminal.input().open(DebugVerb.words())) {
      var debugger =
          new Debugger(
              switched -> node.timeTravel(task, switched, extras), switching.versions(), answers);
      return debugger.talk(input) ? Answer.written() : Answer.failed(null, List.of());
    }
  }
}
