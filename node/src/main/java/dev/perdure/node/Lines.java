package dev.perdure.node;

import dev.perdure.engine.Level;

/// Where the log lines of tasks go, beside the history. Called on the task's thread, once for each
/// line that is written live; never in a replay. A line that a crash undid is written again by the
/// attempt after it: [LineReader] tells each once.
@FunctionalInterface
public interface Lines {
  /// Takes a line.
  void write(Line line);

  /// The JDK's logger `perdure.tasks`.
  static Lines toSystemLogger() {
    var logger = System.getLogger("perdure.tasks");
    return line ->
        logger.log(
            toSystemLevel(line.level()), "{0} {1} {2}", line.traceId(), line.task(), line.text());
  }

  private static System.Logger.Level toSystemLevel(Level level) {
    return switch (level) {
      case DEBUG -> System.Logger.Level.DEBUG;
      case INFO -> System.Logger.Level.INFO;
      case WARN -> System.Logger.Level.WARNING;
      case ERROR -> System.Logger.Level.ERROR;
    };
  }
}
