package dev.perdure.cli;

import dev.perdure.server.view.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "next",
    description = "Tells the next instants of a schedule, be it paused or not.",
    footer = {
      "",
      "Example:",
      "  perdure schedule next nightly --count 3",
      "  perdure schedule next nightly --after 2026-10-24"
    })
final class ScheduleNext extends EngineCommand {
  private static final int COUNT_MAX = 1_000;

  @Parameters(paramLabel = "NAME", description = "The schedule.")
  String name = "";

  @Option(names = "--count", paramLabel = "N", description = "How many. Default: 5.")
  int count = 5;

  @Option(
      names = "--after",
      paramLabel = "TIME",
      description = "The first after this time or day, in UTC. Default: now.")
  @Nullable String after;

  ScheduleNext(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (count < 1 || count > COUNT_MAX) {
      throw usage("--count takes a number from 1 to " + COUNT_MAX + ", not " + count);
    }
    long from = after == null ? Instant.now().toEpochMilli() : time(after);
    try (var engine = engine()) {
      var ask =
          Ask.get("schedules", name, "next").with("count", count).with("after", Times.exact(from));
      var next = engine.ask(ask).fields();
      return Answer.done(
          next.tree(),
          next.texts("instants").stream()
              .map(i -> Times.second(Instant.parse(i).toEpochMilli()))
              .toList());
    }
  }

  private long time(String text) {
    return Times.parse(text, Instant.now().toEpochMilli())
        .orElseThrow(
            () -> usage("--after takes a time such as 2026-01-31T08:30:00Z or a day, not " + text));
  }
}
