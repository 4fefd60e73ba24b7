package dev.perdure.cli;

import dev.perdure.server.LocalApi;
import dev.perdure.server.view.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command that wants something of an engine's index, which can also be read beside an owner that
/// serves no API.
abstract class IndexCommand extends EngineCommand {
  IndexCommand(Terminal terminal) {
    super(terminal);
  }

  /// Who answers.
  final Source index() {
    return engine(
        this::existing,
        directory ->
            new LocalSource(
                LocalApi.of(new DirectoryIndex(directory, logSettings(), terminal)),
                terminal.user(),
                () -> {}));
  }

  /// A time that a person typed; null if none was.
  final @Nullable Instant time(@Nullable String time) {
    if (time == null) {
      return null;
    }
    var millis = Times.parse(time, terminal.clock().millis());
    return Times.exact(
        millis.orElseThrow(() ->
            usage("`" + time + "` is no time such as 2026-01-31, 2026-01-31T08:30:00Z or 2h")));
  }

  /// A word about how far the index was behind, if it was.
  final List<String> remarks(Fields answer) {
    var lag = answer.object("lag");
    return lag == null
        ? List.of()
        : List.of(
            terminal.warn(
                "the index is "
                    + Counted.of(lag.number("events"), "event")
                    + " ("
                    + Times.length(Duration.ofMillis(lag.number("millis")))
                    + ") behind the log"));
  }
}
