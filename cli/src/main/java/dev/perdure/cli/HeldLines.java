package dev.perdure.cli;

import dev.perdure.node.Line;
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
  public synchronized void write(Line written) {
    var line =
        terminal.dim("task " + written.task()) + " " + written.level() + " " + written.text();
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
