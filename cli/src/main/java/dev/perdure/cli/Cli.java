package dev.perdure.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// The tree of commands, and how one is run.
final class Cli {
  private static final int HELP_WIDTH = 100;

  private Cli() {}

  /// Runs a command and returns its exit code.
  static int run(Terminal terminal, String... args) {
    var problems = new Problems(terminal);
    int exit =
        commands(terminal)
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setExecutionExceptionHandler(problems::failed)
            .setParameterExceptionHandler(problems::usage)
            .execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return exit;
  }

  /// All commands.
  static CommandLine commands(Terminal terminal) {
    var ansi = terminal.colours() ? Ansi.ON : Ansi.OFF;
    return new CommandLine(new Root())
        .addSubcommand(new Deploy(terminal))
        .addSubcommand(
            group("universe", "What is deployed.")
                .addSubcommand(new UniverseList(terminal))
                .addSubcommand(new UniverseRemove(terminal)))
        .addSubcommand(run(terminal))
        .addSubcommand(new CheckProgram(terminal))
        .addSubcommand(new EvalFunction(terminal))
        .addSubcommand(new FormatPrograms(terminal))
        .addSubcommand(new TestPrograms(terminal))
        .addSubcommand(new Call(terminal))
        .addSubcommand(
            group("route", "Which version of a function serves a call.")
                .addSubcommand(new RouteList(terminal))
                .addSubcommand(new RouteSet(terminal))
                .addSubcommand(new RouteApply(terminal))
                .addSubcommand(new RouteRollback(terminal)))
        .addSubcommand(
            group("task", "Running functions and their histories.")
                .addSubcommand(new TaskList(terminal))
                .addSubcommand(new TaskShow(terminal))
                .addSubcommand(new TaskWhy(terminal))
                .addSubcommand(new TaskReplay(terminal))
                .addSubcommand(new TaskDebug(terminal))
                .addSubcommand(new TaskExport(terminal))
                .addSubcommand(new TaskImport(terminal))
                .addSubcommand(new TaskCancel(terminal))
                .addSubcommand(new TaskPause(terminal))
                .addSubcommand(new TaskMigrate(terminal))
                .addSubcommand(new TaskResume(terminal))
                .addSubcommand(new TaskSend(terminal))
                .addSubcommand(new TaskQuery(terminal)))
        .addSubcommand(
            group("schedule", "Functions that are started again and again.")
                .addSubcommand(new ScheduleList(terminal))
                .addSubcommand(new ScheduleSet(terminal))
                .addSubcommand(new ScheduleNext(terminal))
                .addSubcommand(new SchedulePause(terminal))
                .addSubcommand(new ScheduleResume(terminal))
                .addSubcommand(new ScheduleRemove(terminal)))
        .addSubcommand(
            group("queue", "How many tasks of a function run at once.")
                .addSubcommand(new QueueList(terminal))
                .addSubcommand(new QueueSet(terminal)))
        .addSubcommand(
            group("log", "The log of everything that happened.")
                .addSubcommand(new LogTail(terminal))
                .addSubcommand(new LogVerify(terminal))
                .addSubcommand(new LogCompact(terminal))
                .addSubcommand(new LogSalvage(terminal))
                .addSubcommand(new LogAccept(terminal))
                .addSubcommand(new LogFork(terminal)))
        .addSubcommand(new LinesCommand(terminal))
        .addSubcommand(new Serve(terminal))
        .addSubcommand(
            group("token", "Who may use the API of a server.")
                .addSubcommand(new TokenCreate(terminal))
                .addSubcommand(new TokenList(terminal))
                .addSubcommand(new TokenRevoke(terminal)))
        .addSubcommand(
            group("key", "The keys of an encrypted data directory.")
                .addSubcommand(new KeyNew(terminal))
                .addSubcommand(new KeyAdd(terminal))
                .addSubcommand(new KeyList(terminal)))
        .addSubcommand(new SqlQuery(terminal))
        .addSubcommand(new BackupMake(terminal))
        .addSubcommand(new Restore(terminal))
        .addSubcommand(new DemoTour(terminal))
        .addSubcommand(new Doctor(terminal))
        .addSubcommand(new Explain(terminal))
        .addSubcommand(new Completion(terminal))
        .setColorScheme(new ColorScheme.Builder(CommandLine.Help.defaultColorScheme(ansi)).build())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH);
  }

  /// Whatever stands behind the file is the program's.
  private static CommandLine run(Terminal terminal) {
    return new CommandLine(new RunProgram(terminal)).setStopAtPositional(true);
  }

  private static CommandLine group(String noun, String what) {
    var line = new CommandLine(new Group());
    line.getCommandSpec().name(noun).usageMessage().description(what);
    line.getCommandSpec().usageMessage().footer(examples(noun).toArray(String[]::new));
    return line;
  }

  private static List<String> examples(String noun) {
    return List.of("", "Example:", "  perdure " + noun + " " + verb(noun));
  }

  private static String verb(String noun) {
    return switch (noun) {
      case "log" -> "tail";
      case "key" -> "list FILE";
      default -> "list";
    };
  }
}
