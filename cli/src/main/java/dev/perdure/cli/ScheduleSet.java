package dev.perdure.cli;

import dev.perdure.engine.Payload;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "set",
    description = {
      "Makes a schedule, or changes it: from now on it starts the function.",
      "Each time is a task. Arguments are EDN, one for each parameter. Put -- before one that",
      "begins with a dash."
    },
    footer = {
      "",
      "Example:",
      "  perdure schedule set nightly cleanUp 30 --cron \"0 3 * * *\" --zone Europe/Berlin",
      "  perdure schedule set poll fetchPrices --every PT15M --catch-up 0"
    })
final class ScheduleSet extends EngineCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "The schedule.")
  String name = "";

  @Parameters(index = "1", paramLabel = "FUNCTION", description = "What it starts.")
  String function = "";

  @Parameters(index = "2..*", paramLabel = "ARGS", description = "Its arguments, as EDN.")
  List<String> arguments = List.of();

  @Option(
      names = "--cron",
      paramLabel = "EXPRESSION",
      description = "Minute, hour, day of month, month, day of week; or @daily and the like.")
  @Nullable String cron;

  @Option(names = "--zone", paramLabel = "ZONE", description = "With --cron. Default: UTC.")
  String zone = "UTC";

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      description = "A fixed interval instead, such as PT15M, counted from 1970.")
  @Nullable String every;

  @Option(
      names = "--overlapping",
      description = "Start a task even if the one before has not ended; else it is skipped.")
  boolean overlapping;

  @Option(
      names = "--catch-up",
      paramLabel = "N",
      description = "How many missed instants are made up for, the newest. Default: 1.")
  int catchUp = 1;

  @Option(names = "--due", description = "Pass the instant as the only argument.")
  boolean due;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  ScheduleSet(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var ask =
        Ask.post("schedules", name)
            .with("function", function)
            .with("cron", cron)
            .with("zone", cron == null ? null : zone)
            .with("every", every == null ? null : every())
            .with("overlap", overlapping ? "allow" : "skip")
            .with("catchUp", catchUp)
            .with("due", due)
            .with("why", why)
            .withEdn(payload());
    try (var engine = engine()) {
      var schedule = engine.ask(ask).fields();
      return Answer.done(
          schedule.tree(), name + ": " + ScheduleList.when(schedule) + " starts " + function);
    }
  }

  private Payload payload() {
    if ((cron == null) == (every == null)) {
      throw usage("give one of --cron and --every");
    }
    if (due && !arguments.isEmpty()) {
      throw usage("--due passes the instant as the only argument; give no other");
    }
    return EdnArguments.read(arguments);
  }

  private Duration every() {
    try {
      return Duration.parse(every);
    } catch (DateTimeParseException _) {
      throw usage("--every takes a length of time such as PT15M, not " + every);
    }
  }
}
