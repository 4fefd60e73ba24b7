package dev.perdure.engine.travel;

import dev.perdure.engine.Event;
import dev.perdure.engine.Step;
import java.util.function.Consumer;

/// The history of one task, as far as it went at one time: replayed and read as often as one likes.
public interface Recording {

  /// Replays it on the calling thread.
  ///
  /// @param steps is told each step, as [dev.perdure.engine.Replay#run] says
  void replay(Consumer<Step> steps);

  /// Reads it.
  ///
  /// @param events is told each event, in log order
  void read(Consumer<Event.OfTask> events);
}
