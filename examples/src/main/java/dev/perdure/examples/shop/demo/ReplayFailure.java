package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// (f) A task that failed is exported, taken elsewhere as a file, and run again there, as it was
/// and with one function switched.
final class ReplayFailure implements Chapter {
  @Override
  public String title() {
    return "(f) A failed task is replayed in another OS process";
  }

  @Override
  public void play(Stage stage) throws IOException {
    var story = stage.story();
    var failed = stage.shop().figures().phase(PromoteVersion3.PHASE).failed().getLast();
    story.say("task %s failed on %s: %s", failed.task(), failed.version(), failed.message());
    var before = stage.servers().counts();
    var file = stage.data().beside("failed.task");
    stage.operate("export " + failed.task() + " " + file);
    story.say("the file has its history and the code it ran on: %,d bytes", Files.size(file));
    var plain = replay(stage, file.toString());
    story.check(
        plain.equals(List.of("outcome " + failed.message())), "replayed as it was: %s", plain);
    var debug = replay(stage, file.toString(), "lookupUser=debug");
    story.check(
        debug.getLast().equals("outcome " + failed.message())
            && debug.stream().filter(line -> line.startsWith("line ")).count() == 2,
        "replayed with lookupUser=debug, the same outcome and more lines:");
    debug.forEach(line -> story.say("  %s", line));
    story.check(
        stage.servers().counts().equals(before),
        "neither replay touched a server: counts are as before");
  }

  private static List<String> replay(Stage stage, String... arguments) throws IOException {
    return new ArrayList<>(
        ChildProcess.run(ReplayMain.class, stage.data().beside("replay.err"), arguments));
  }
}
