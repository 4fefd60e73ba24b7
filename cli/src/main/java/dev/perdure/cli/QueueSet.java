package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.QueueLimit;
import dev.perdure.server.json.Data;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "set",
    description = {
      "Limits how many tasks of a function run at once, or begin in a time; the others wait.",
      "Without a limit: takes it off. It binds the tasks that start from now on."
    },
    footer = {
      "",
      "Example:",
      "  perdure queue set charge --at-once 3",
      "  perdure queue set charge --rate 100/PT1M --per-key",
      "  perdure queue set charge"
    })
final class QueueSet extends EngineCommand {
  @Parameters(paramLabel = "FUNCTION", description = "The function.")
  String function = "";

  @Option(names = "--at-once", paramLabel = "N", description = "How many run at once.")
  int atOnce;

  @Option(
      names = "--rate",
      paramLabel = "N/DURATION",
      description = "How many begin in any such time, such as 100/PT1M.")
  @Nullable String rate;

  @Option(names = "--per-key", description = "For each --queue-key by itself.")
  boolean perKey;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  QueueSet(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var limit = limit(new FunctionName(function));
    try (var engine = engine()) {
      engine.ask(
          Ask.post("queues", function)
              .with("atOnce", limit.runningMax())
              .with("rate", limit.rateMax())
              .with("per", limit.rateMax() == 0 ? null : Duration.ofMillis(limit.rateMillis()))
              .with("perKey", limit.perKey())
              .with("why", why));
      return Answer.done(
          Data.of("function", function).with("limit", Describe.limit(limit)),
          Describe.limit(limit));
    }
  }

  private QueueLimit limit(FunctionName name) {
    if (rate == null) {
      return new QueueLimit(name, atOnce, 0, 0, perKey);
    }
    try {
      int slash = rate.indexOf('/');
      int tasks = Integer.parseInt(rate.substring(0, Math.max(0, slash)));
      long millis = Duration.parse(rate.substring(slash + 1)).toMillis();
      return new QueueLimit(name, atOnce, tasks, millis, perKey);
    } catch (NumberFormatException | DateTimeParseException | ArithmeticException _) {
      throw usage("--rate takes a form such as 100/PT1M, not " + rate);
    }
  }
}
