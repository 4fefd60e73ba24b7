package dev.perdure.testkit;

import dev.perdure.engine.Change;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Version;
import dev.perdure.node.Exported;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A task that was exported, as a regression test: what it asked and got is in the file, and the
/// code of today is run on it. Nothing is performed.
public final class RecordedTask {
  private static final Version CANDIDATE = new Version("candidate");

  private final Exported exported;

  private RecordedTask(Exported exported) {
    this.exported = exported;
  }

  /// Reads what `perdure task export` wrote.
  ///
  /// @throws dev.perdure.value.PerdureException `EXPORT_UNREADABLE`
  public static RecordedTask read(Path file) {
    try {
      return new RecordedTask(Exported.fromBytes(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fails if the code that it ran on does not do the same again.
  public void assertReplays() {
    assertReplays(Map.of(), List.of());
  }

  /// Fails if classes of today, in the place of one function, ask anything else or have another
  /// result.
  public void assertReplaysWith(String function, Class<?>... classes) {
    assertReplays(Map.of(new FunctionName(function), CANDIDATE), List.of(classes));
  }

  private void assertReplays(Map<FunctionName, Version> switched, List<Class<?>> classes) {
    try (var perdure = Perdure.inMemory()) {
      perdure.node().importTask(exported, new Change("test", ""));
      if (!classes.isEmpty()) {
        perdure.deploy(CANDIDATE.text(), classes.toArray(Class<?>[]::new));
      }
      var report = perdure.node().replay(exported.task(), switched, Extras.none());
      var differences = differences(report);
      if (!differences.isEmpty()) {
        throw new AssertionError(
            "task " + exported.task() + " does not replay:\n" + String.join("\n", differences));
      }
      if (!switched.isEmpty() && report.calls().isEmpty()) {
        throw new AssertionError("task " + exported.task() + " never calls " + switched.keySet());
      }
    }
  }

  private static List<String> differences(Replay.Report report) {
    var texts = new ArrayList<String>();
    var divergence = report.divergence();
    if (divergence != null) {
      texts.add(divergence.text());
    }
    for (var call : report.calls()) {
      call.result().divergences().stream().map(Divergence::text).forEach(texts::add);
    }
    return texts;
  }
}
