package dev.perdure.node;

import dev.perdure.engine.Level;
import dev.perdure.engine.TaskId;

/// Where the log lines of tasks go, beside the history. Called on the task's thread, once for each
/// line that is written live; never in a replay.
@FunctionalInterface
public interface Lines {
  /// Takes a line.
  void write(TaskId task, Level level, String text);

  /// The JDK's logger `perdure.tasks`.
  static Lines toSystemLogger() {
    var logger = System.getLogger("perdure.tasks");
    return (task, level, text) -> logger.log(toSystemLevel(level), "{0} {1}", task, text);
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
