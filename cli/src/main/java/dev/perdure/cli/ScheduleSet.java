package dev.perdure.cli;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.server.view.ScheduleView;
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
      "Makes a schedule, or changes it: from now on the function is started by it, each time as a",
      "task. Arguments are EDN, one for each parameter. Put -- before one that begins with a dash."
    },
    footer = {
      "",
      "Example:",
      "  perdure schedule set nightly cleanUp 30 --cron \"0 3 * * *\" --zone Europe/Berlin",
      "  perdure schedule set poll fetchPrices --every PT15M --catch-up 0"
    })
final class ScheduleSet extends DataCommand {
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
    var schedule =
        new Schedule(
            new ScheduleName(name),
            new FunctionName(function),
            payload(),
            recurrence(),
            overlapping ? Schedule.Overlap.ALLOW : Schedule.Overlap.SKIP,
            catchUp);
    try (var node = open()) {
      node.schedule(schedule, change(why));
      var view = ScheduleView.find(node, schedule.name());
      return Answer.done(
          view.data(), name + ": " + schedule.recurrence() + " starts " + schedule.function());
    }
  }

  private @Nullable Payload payload() {
    if (due && !arguments.isEmpty()) {
      throw usage("--due passes the instant as the only argument; give no other");
    }
    return due ? null : EdnArguments.read(arguments);
  }

  private Recurrence recurrence() {
    if ((cron == null) == (every == null)) {
      throw usage("give one of --cron and --every");
    }
    if (cron != null) {
      return Recurrence.cron(cron, zone);
    }
    try {
      return Recurrence.every(Duration.parse(every));
    } catch (DateTimeParseException | ArithmeticException _) {
      throw usage("--every takes a length of time such as PT15M, not " + every);
    }
  }
}
