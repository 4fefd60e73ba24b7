package dev.perdure.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a command has to say.
///
/// @param data for programs: what [Json] writes, of a collection one element a line; null if it has
///   been written already
/// @param lines for people
/// @param exit the exit code
record Answer(@Nullable Object data, List<String> lines, int exit) {
  Answer {
    lines = List.copyOf(lines);
  }

  /// It is done.
  static Answer done(Object data, String... lines) {
    return new Answer(data, List.of(lines), Exit.DONE);
  }

  /// It is done.
  static Answer done(Object data, List<String> lines) {
    return new Answer(data, lines, Exit.DONE);
  }

  /// It has failed, or the answer is no.
  static Answer failed(@Nullable Object data, List<String> lines) {
    return new Answer(data, lines, Exit.FAILED);
  }

  /// Everything has been written already.
  static Answer written() {
    return new Answer(null, List.of(), Exit.DONE);
  }
}
