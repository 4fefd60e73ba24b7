package dev.perdure.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// The tree of commands, and how one is run.
final class Cli {
  private static final int HELP_WIDTH = 100;

  /// What makes the commands, by their first words.
  private static final Map<String, Function<Terminal, CommandLine>> NOUNS = nouns();

  private Cli() {}

  /// Runs a command and returns its exit code.
  static int run(Terminal terminal, String... args) {
    var problems = new Problems(terminal);
    int exit =
        commandsOf(terminal, args)
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
    return commands(terminal, NOUNS);
  }

  /// The commands that begin with the first word, if it is such a word: to make all of them takes
  /// longer than most of them run.
  private static CommandLine commandsOf(Terminal terminal, String... words) {
    var first = words.length == 0 ? null : NOUNS.get(words[0]);
    return first == null || words[0].equals("completion")
        ? commands(terminal)
        : commands(terminal, Map.of(words[0], first));
  }

  private static CommandLine commands(
      Terminal terminal, Map<String, Function<Terminal, CommandLine>> nouns) {
    var ansi = terminal.colours() ? Ansi.ON : Ansi.OFF;
    var root = new CommandLine(new Root());
    nouns.forEach((noun, command) -> root.addSubcommand(noun, command.apply(terminal)));
    return root.setColorScheme(
            new ColorScheme.Builder(CommandLine.Help.defaultColorScheme(ansi)).build())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH);
  }

  private static Map<String, Function<Terminal, CommandLine>> nouns() {
    var nouns = new LinkedHashMap<String, Function<Terminal, CommandLine>>();
    nouns.put("deploy", leaf(Deploy::new));
    nouns.put("universe", Cli::universe);
    nouns.put("run", Cli::run);
    nouns.put("check", leaf(CheckProgram::new));
    nouns.put("eval", leaf(EvalFunction::new));
    nouns.put("fmt", leaf(FormatPrograms::new));
    nouns.put("repl", leaf(Repl::new));
    nouns.put("test", leaf(TestPrograms::new));
    nouns.put("call", leaf(Call::new));
    nouns.put("route", Cli::route);
    nouns.put("task", Cli::task);
    nouns.put("schedule", Cli::schedule);
    nouns.put("queue", Cli::queue);
    nouns.put("log", Cli::log);
    nouns.put("lines", leaf(LinesCommand::new));
    nouns.put("serve", leaf(Serve::new));
    nouns.put("token", Cli::token);
    nouns.put("key", Cli::key);
    nouns.put("sql", leaf(SqlQuery::new));
    nouns.put("backup", leaf(BackupMake::new));
    nouns.put("restore", leaf(Restore::new));
    nouns.put("demo", leaf(DemoTour::new));
    nouns.put("doctor", leaf(Doctor::new));
    nouns.put("explain", leaf(Explain::new));
    nouns.put("completion", leaf(Completion::new));
    return nouns;
  }

  private static Function<Terminal, CommandLine> leaf(Function<Terminal, Object> command) {
    return terminal -> new CommandLine(command.apply(terminal));
  }

  private static CommandLine universe(Terminal terminal) {
    return group("universe", "What is deployed.")
        .addSubcommand(new UniverseList(terminal))
        .addSubcommand(new UniverseRemove(terminal));
  }

  private static CommandLine route(Terminal terminal) {
    return group("route", "Which version of a function serves a call.")
        .addSubcommand(new RouteList(terminal))
        .addSubcommand(new RouteSet(terminal))
        .addSubcommand(new RouteApply(terminal))
        .addSubcommand(new RouteRollback(terminal));
  }

  private static CommandLine task(Terminal terminal) {
    return group("task", "Running functions and their histories.")
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
        .addSubcommand(new TaskQuery(terminal));
  }

  private static CommandLine schedule(Terminal terminal) {
    return group("schedule", "Functions that are started again and again.")
        .addSubcommand(new ScheduleList(terminal))
        .addSubcommand(new ScheduleSet(terminal))
        .addSubcommand(new ScheduleNext(terminal))
        .addSubcommand(new SchedulePause(terminal))
        .addSubcommand(new ScheduleResume(terminal))
        .addSubcommand(new ScheduleRemove(terminal));
  }

  private static CommandLine queue(Terminal terminal) {
    return group("queue", "How many tasks of a function run at once.")
        .addSubcommand(new QueueList(terminal))
        .addSubcommand(new QueueSet(terminal));
  }

  private static CommandLine log(Terminal terminal) {
    return group("log", "The log of everything that happened.")
        .addSubcommand(new LogTail(terminal))
        .addSubcommand(new LogVerify(terminal))
        .addSubcommand(new LogCompact(terminal))
        .addSubcommand(new LogSalvage(terminal))
        .addSubcommand(new LogAccept(terminal))
        .addSubcommand(new LogFork(terminal));
  }

  private static CommandLine token(Terminal terminal) {
    return group("token", "Who may use the API of a server.")
        .addSubcommand(new TokenCreate(terminal))
        .addSubcommand(new TokenList(terminal))
        .addSubcommand(new TokenRevoke(terminal));
  }

  private static CommandLine key(Terminal terminal) {
    return group("key", "The keys of an encrypted data directory.")
        .addSubcommand(new KeyNew(terminal))
        .addSubcommand(new KeyAdd(terminal))
        .addSubcommand(new KeyList(terminal));
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
