package dev.perdure.cli;

import dev.perdure.engine.Level;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Lines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints the lines of tasks, but not before it is released: a task may be quicker with its first
/// line than its caller is with its id.
final class HeldLines implements Lines {
  private final Terminal terminal;
  private @Nullable List<String> held = new ArrayList<>();

  HeldLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void write(TaskId task, Level level, String text) {
    var line = terminal.dim("task " + task) + " " + level + " " + text;
    if (held == null) {
      terminal.err().println(line);
    } else {
      held.add(line);
    }
  }

  synchronized void release() {
    if (held != null) {
      held.forEach(terminal.err()::println);
      held = null;
    }
  }
}
