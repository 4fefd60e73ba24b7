package dev.perdure.index;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// A data directory with a log and an index, both real files.
final class Workplace implements AutoCloseable {
  private final Path directory;
  private Log log;

  Workplace(Path directory) {
    this.directory = directory;
    open();
  }

  void open() {
    log = Log.open(directory.resolve("log"), LogSettings.defaults().withSegmentBytes(1 << 20));
  }

  Path directory() {
    return directory;
  }

  Path file() {
    return IndexFiles.of(directory).file();
  }

  Log log() {
    return log;
  }

  /// Random batches, all durable.
  RandomEvents write(long seed, int batches) {
    var events = new RandomEvents(seed, log);
    for (int i = 0; i < batches; i++) {
      events.append(log);
    }
    log.sync();
    return events;
  }

  Index index() {
    return Index.open(directory, log, () -> Instant.ofEpochMilli(7));
  }

  /// Opens the index, brings it up to date and closes it.
  void project() {
    try (var index = index()) {
      index.catchUp();
    }
  }

  /// What the index holds now.
  Map<String, String> dump() {
    return Dump.of(directory);
  }

  /// What an index holds that is made from nothing.
  Map<String, String> dumpOfFresh() {
    try {
      var fresh = Files.createTempDirectory(directory, "fresh");
      try (var index = Index.open(fresh, log, () -> Instant.ofEpochMilli(9))) {
        index.catchUp();
      }
      return Dump.of(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
