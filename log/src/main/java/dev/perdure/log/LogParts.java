package dev.perdure.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which bytes of the files of a log hold the records below an offset. Once such records are
/// durable these bytes change by [Log#compact] only, so they can be copied while the owner writes
/// behind them; followed by zeros up to their length the files are a log again, of the same
/// identity.
///
/// @param stamp the name of the file that every log begins with, to be copied whole
/// @param segments in order
/// @param keysUsed the name of the file that says which keys the records are sealed with, to be
///   copied whole; empty if there is none. What it says is never taken back, and more may be said
///   later
/// @param values the names of the files of values, to be copied whole: all that the records refer
///   to are among them. A file of a name never changes
public record LogParts(
    String stamp, List<Part> segments, Optional<String> keysUsed, List<String> values) {
  public LogParts {
    segments = List.copyOf(segments);
    values = List.copyOf(values);
  }

  /// The beginning of a segment.
  ///
  /// @param name of the file
  /// @param bytes how many
  /// @param length of the whole file
  /// @param isCompacted whether another compaction may give the file another content
  public record Part(String name, long bytes, long length, boolean isCompacted) {}

  /// Looks, without a lock and without changing anything.
  ///
  /// @param to below it everything is durable; where a batch ends
  /// @throws dev.perdure.value.PerdureException `LOG_DAMAGED` if that is not what the files hold,
  ///   `LOG_VERSION`, `LOG_UNREADABLE`
  public static LogParts below(Path directory, Offset to) {
    var storage = new FileStorage(directory);
    try {
      var stamp = Stamp.read(storage);
      var parts = new ArrayList<Part>();
      for (var name : Opening.segmentNames(storage)) {
        if (parts.isEmpty() || name.first() < to.value()) {
          parts.add(part(storage, stamp, name, to));
        }
      }
      var keysUsed = Optional.of(UsedKeys.FILE).filter(storage.list()::contains);
      return new LogParts(Stamp.FILE, parts, keysUsed, ValueFiles.names(storage));
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }

  private static Part part(Storage storage, Stamp stamp, SegmentName name, Offset to)
      throws IOException {
    try (var file = storage.open(name.fileName(), false)) {
      long length = file.size();
      boolean isCompacted = length < stamp.segmentBytes();
      long bytes =
          isCompacted
              ? length
              : Readings.bytesBelow(new Window(file), stamp.identity(), name.first(), to.value());
      return new Part(name.fileName(), bytes, length, isCompacted);
    }
  }
}
