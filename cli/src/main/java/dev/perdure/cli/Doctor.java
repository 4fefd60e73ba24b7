package dev.perdure.cli;

import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.log.Log;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import picocli.CommandLine;

@CommandLine.Command(
    name = "doctor",
    description = {
      "Looks at what Perdure stands on, and measures what durability costs.",
      "Checks the JDK, the data directory and its owner, the disk, the log, the universes and the",
      "index.",
      "Exit code 1 if a check fails."
    },
    footer = {"", "Example:", "  perdure doctor --data /srv/perdure-data"})
final class Doctor extends OpeningCommand {
  private static final int FORCES = 200;
  private static final int FORCED_BYTES = 4096;
  private static final long FREE_BYTES_MIN = 1L << 30;
  private static final int JDK = 25;

  Doctor(Terminal terminal) {
    super(terminal);
  }

  /// One thing that was looked at.
  private record Check(String name, boolean good, String says) {
    Data data() {
      return Data.of("check", name).with("good", good).with("says", says);
    }
  }

  @Override
  Answer run() {
    var directory = place();
    var checks = new ArrayList<Check>();
    checks.add(jdk());
    checks.add(place(directory));
    checks.add(free(nearest(directory)));
    checks.add(force(nearest(directory)));
    if (Files.isDirectory(logOf(directory))) {
      var log = log(directory);
      checks.add(log);
      if (log.good()) {
        checks.add(universes(directory));
      }
      checks.add(index(directory));
    }
    var lines = checks.stream().map(this::line).toList();
    var data = checks.stream().map(Check::data).toList();
    return checks.stream().allMatch(Check::good)
        ? Answer.done(data, lines)
        : Answer.failed(data, lines);
  }

  private String line(Check check) {
    var mark = check.good() ? terminal.good("ok  ") : terminal.bad("FAIL");
    return mark + String.format("  %-10s %s", check.name(), check.says());
  }

  private static Check jdk() {
    var version = Runtime.version();
    return new Check(
        "jdk",
        version.feature() == JDK,
        version
            + " on "
            + System.getProperty("os.name")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
  }

  private static Check place(Path directory) {
    var log = logOf(directory);
    var present = nearest(log, p -> Files.exists(p));
    if (!Files.isDirectory(present)) {
      return new Check("directory", false, present + " is a file, where a directory has to be");
    }
    var there = Files.isDirectory(log);
    var writable = Files.isWritable(nearest(directory));
    return new Check(
        "directory",
        writable,
        directory + (there ? "" : " is not there yet") + (writable ? "" : " cannot be written"));
  }

  /// The directory itself, or the nearest one above it that is there.
  private static Path nearest(Path directory) {
    return nearest(directory, p -> Files.isDirectory(p));
  }

  private static Path nearest(Path path, Predicate<Path> wanted) {
    while (!wanted.test(path)) {
      path = Objects.requireNonNull(path.getParent(), "the root is a directory");
    }
    return path;
  }

  private static Check free(Path place) {
    try {
      long bytes = Files.getFileStore(place).getUsableSpace();
      return new Check("space", bytes >= FREE_BYTES_MIN, (bytes >> 20) + " MiB are free");
    } catch (IOException e) {
      return new Check("space", false, e.toString());
    }
  }

  /// Does what the log does: writes a page and forces it, one after the other.
  private static Check force(Path place) {
    try {
      var file = Files.createTempFile(place, "doctor", ".tmp");
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return force(channel);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return new Check("fsync", false, e.toString());
    }
  }

  private static Check force(FileChannel channel) throws IOException {
    channel.write(ByteBuffer.allocate(FORCES * FORCED_BYTES), 0);
    channel.force(true);
    var nanos = new long[FORCES];
    for (int i = 0; i < FORCES; i++) {
      long before = System.nanoTime();
      channel.write(ByteBuffer.allocate(FORCED_BYTES), (long) i * FORCED_BYTES);
      channel.force(false);
      nanos[i] = System.nanoTime() - before;
    }
    Arrays.sort(nanos);
    long median = nanos[FORCES / 2];
    return new Check(
        "fsync",
        true,
        "a durable write takes "
            + millis(median)
            + " ms (99 % below "
            + millis(nanos[FORCES - 1 - FORCES / 100])
            + " ms): about "
            + 1_000_000_000L / Math.max(1, median)
            + " steps a second for one task; tasks share them");
  }

  private static String millis(long nanos) {
    return String.format("%.2f", nanos / 1e6);
  }

  private Check log(Path directory) {
    try {
      var report = Log.verify(logOf(directory));
      return new Check(
          "log", report.isSound(), "nobody else owns it; " + LogVerify.summary(terminal, report));
    } catch (PerdureException e) {
      return new Check("log", false, e.problem().text());
    }
  }

  /// Whether what lists and queries are answered from is sound, and how far it is behind the log.
  private static Check index(Path directory) {
    try (var reader = IndexReader.open(directory)) {
      reader.check();
      long next = reader.position().nextOffset();
      long end = Log.endOf(logOf(directory)).value();
      return new Check(
          "index",
          true,
          "sound, " + (next >= end ? "in step with the log" : "at event " + next + " of " + end));
    } catch (PerdureException e) {
      boolean missing = e.problem().code() == IndexCode.INDEX_MISSING;
      return new Check(
          "index",
          missing,
          missing ? "not there: the first question makes it" : e.problem().text());
    }
  }

  /// Whether what runs the tasks is there.
  private Check universes(Path directory) {
    try (var node = Node.open(standingStill(directory))) {
      int deployed = node.read(state -> state.universes().size());
      var problems = new ArrayList<String>();
      node.checkUniverses()
          .forEach((version, problem) -> problems.add(version + ": " + problem.text()));
      return problems.isEmpty()
          ? new Check("universes", true, deployed + " deployed, all as they were")
          : new Check("universes", false, String.join("; ", problems));
    } catch (PerdureException e) {
      return new Check("universes", false, e.problem().text());
    }
  }
}
