package dev.perdure.engine;

import java.util.function.BiConsumer;

/// Where histories are read that the engine does not keep in memory: the log. Called on the
/// engine's thread; reads only what is in the log already.
@FunctionalInterface
public interface Past {

  /// Passes events of one task on, in log order, each with its offset.
  ///
  /// @param from the offset of the first of them, or a lower one
  /// @param newest the offset of the last of them
  void forEach(long from, long newest, BiConsumer<Long, Event.OfTask> reader);

  /// For an engine that keeps everything.
  static Past none() {
    return (from, newest, reader) -> {
      throw new IllegalStateException("nothing is kept elsewhere");
    };
  }
}
