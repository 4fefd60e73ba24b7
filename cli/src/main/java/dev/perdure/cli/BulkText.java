package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of a change of many tasks, in words and as data.
final class BulkText {
  private static final long PROGRESS_NANOS = 1_000_000_000;
  private static final int SHOWN_MAX = 20;

  private final Terminal terminal;
  private final String verb;
  private final String progress;
  private final Map<String, Long> counts = new TreeMap<>();
  private final List<JsonTree> refused = new ArrayList<>();
  private final Table shown;
  private long told = System.nanoTime();
  private long count;
  private boolean complete;

  /// @param progress what stands behind the number of tasks, while they are counted
  BulkText(Terminal terminal, String verb, String progress) {
    this.terminal = terminal;
    this.verb = verb;
    this.progress = progress;
    this.shown = new Table(terminal, "TASK", "CODE", "WHAT");
  }

  /// Takes what came of the next task, or the end.
  void read(Fields line) {
    if (line.has("complete")) {
      complete = line.truth("complete");
      return;
    }
    count++;
    counts.merge(line.text("result"), 1L, Long::sum);
    if (line.text("result").equals("refused")) {
      if (refused.size() < SHOWN_MAX) {
        shown.row(line.text("task"), line.text("code"), line.text("what"));
      }
      refused.add(line.tree());
    }
    if (System.nanoTime() - told > PROGRESS_NANOS) {
      told = System.nanoTime();
      terminal.err().println(terminal.dim(verb + ": " + count + " " + progress));
    }
  }

  long count() {
    return count;
  }

  Answer answer() {
    var data =
        Data.of("verb", verb)
            .with("complete", complete)
            .with("tasks", count)
            .with("matches", count("matches"))
            .with("done", count("done"))
            .with("ended", count("ended"))
            .with("refused", refused);
    boolean good = complete && refused.isEmpty();
    return new Answer(data, lines(), good ? Exit.DONE : Exit.FAILED);
  }

  private long count(String result) {
    return counts.getOrDefault(result, 0L);
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    if (count == 0) {
      lines.add("No task matches.");
    } else if (count("matches") > 0) {
      lines.add(verb + " would be done to " + Counted.of(count, "task"));
    } else {
      lines.add(
          verb
              + ": "
              + count("done")
              + " done, "
              + count("ended")
              + " had ended, "
              + refused.size()
              + " refused");
    }
    lines.addAll(shown.lines());
    if (refused.size() > SHOWN_MAX) {
      lines.add("and " + (refused.size() - SHOWN_MAX) + " more");
    }
    if (!complete) {
      lines.add(
          terminal.bad("broken off")
              + " after "
              + Counted.of(count, "task")
              + ": do it again for the others");
    }
    return lines;
  }
}
