package dev.perdure.examples.shop.demo;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import java.nio.file.Path;

/// A second look: the figures of a demo from its data directory alone, when nothing runs any more.
final class DemoReport {
  private DemoReport() {}

  /// The figures of a data directory that no node owns.
  static Figures of(Path directory) {
    try (var log = Log.open(directory.resolve("log"), LogSettings.defaults());
        var cursor = log.from(Offset.ZERO)) {
      return new LogScan(cursor).toTheEnd();
    }
  }

  /// @param arguments the data directory; by default the one that the demo makes
  public static void main(String[] arguments) {
    var directory = arguments.length == 0 ? Options.DEFAULT.data() : Path.of(arguments[0]);
    tell(of(directory), new Story(System.out));
  }

  /// Tells figures, phase by phase.
  static void tell(Figures figures, Story story) {
    figures.phases().keySet().stream().sorted().forEach(name -> phase(name, figures, story));
    story.chapter("shadows");
    figures
        .comparisons()
        .forEach(c ->
            story.say(
                "%s %s beside %s: %,d the same, %,d different, for %s",
                c.function(), c.candidate(), c.primary(), c.same(), c.different(), c.users()));
    story.chapter("operations");
    figures.operations().forEach(line -> story.say("%s", line));
    story.say("%d nodes have owned the log", figures.nodes());
  }

  private static void phase(String name, Figures figures, Story story) {
    var phase = figures.phase(name);
    story.chapter(name);
    story.say(
        "%,d tasks: %,d done, %,d failed, %,d running, %,d interrupted; %,d a second",
        phase.tasks(),
        phase.done(),
        phase.failed().size(),
        phase.running(),
        phase.interrupted(),
        phase.perSecond());
    story.say("asked: %s", phase.effects());
    story.say(
        "handleRequest by %s; lookupUser, where there was a choice, by %s",
        phase.servedBy(), phase.chosen());
  }
}
