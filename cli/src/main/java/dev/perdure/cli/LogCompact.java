package dev.perdure.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "compact",
    description = {
      "Forgets the tasks that ended long ago, and gives the space of their histories back.",
      "From then on there are no such tasks. Tasks that a living one has started are kept.",
      "`perdure serve --retain P30D` does it by itself."
    },
    footer = {"", "Example:", "  perdure log compact --older-than P30D"})
final class LogCompact extends EngineCommand {
  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "TIME",
      description = "For how long they have been over, such as P30D or PT12H.")
  String olderThan = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  LogCompact(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var age = age(this, "--older-than", olderThan);
    try (var engine = engine()) {
      var ask = Ask.post("log", "compact").with("olderThan", age).with("why", why);
      var done = engine.ask(ask).fields();
      return Answer.done(
          done.tree(),
          "forgot "
              + Counted.of(done.number("forgotten"), "task")
              + ": "
              + Counted.of(done.number("events"), "event")
              + " dropped from "
              + Counted.of(done.number("segments"), "file")
              + ", "
              + Counted.of(done.number("bytes"), "byte")
              + " given back");
    }
  }

  /// A time as an option gives it.
  static Duration age(Command command, String option, String text) {
    try {
      var age = Duration.parse(text);
      if (age.toMillis() >= 0) {
        return age;
      }
    } catch (DateTimeParseException | ArithmeticException _) {
      // told below
    }
    throw command.usage(option + " takes a time such as P30D or PT12H, not " + text);
  }
}
