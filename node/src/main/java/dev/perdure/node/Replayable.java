package dev.perdure.node;

import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Standpoint;
import dev.perdure.engine.Step;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Version;
import dev.perdure.engine.travel.Recording;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A history that was read once, with all that is needed to replay it.
///
/// @param universes that serve it
/// @param switched functions that another version than the recorded one shall serve
/// @param extras who answers what a switched version asks in excess
/// @param events passes the same events on that were read
record Replayable(
    Replay history,
    Universes universes,
    Map<FunctionName, Version> switched,
    Extras extras,
    Consumer<Consumer<Event.OfTask>> events)
    implements Recording {

  Replay.Report run(@Nullable Consumer<Step> steps) {
    return history.run(universes, switched, extras, steps);
  }

  /// Asks what the code holds at the end of the history.
  ///
  /// @param mailed whether the task may have messages that it has not received
  Replay.Asked ask(String question, Payload arguments, boolean mailed) {
    Standpoint standpoint = null;
    if (mailed) {
      standpoint = Standpoint.atTheEnd();
      events.accept(standpoint);
    }
    return history.ask(universes, switched, standpoint, question, arguments);
  }

  @Override
  public void replay(Consumer<Step> steps) {
    run(steps);
  }

  @Override
  public void read(Consumer<Event.OfTask> reader) {
    events.accept(reader);
  }
}
