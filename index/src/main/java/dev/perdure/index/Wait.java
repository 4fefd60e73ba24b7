package dev.perdure.index;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import org.jspecify.annotations.Nullable;

/// An effect that a task has asked in the stretch of the log that is being folded.
///
/// @param offset of the event
record Wait(Event.Asked asked, long offset) {
  /// As it is written.
  ///
  /// @param task the start offset of the task
  Write write(long task) {
    var effect = asked.effect();
    return new Write(
        Sql.WAIT,
        task,
        asked.place().toString(),
        offset,
        Describe.name(effect),
        EventText.brief(effect),
        asked.atMillis(),
        dueMillis(),
        effect instanceof Effect.Await a ? a.task().toString() : null,
        onWhom(effect));
  }

  private @Nullable Long dueMillis() {
    return asked.effect() instanceof Effect.Sleep s
        ? Long.valueOf(asked.atMillis() + s.duration().toMillis())
        : null;
  }

  private static String onWhom(Effect effect) {
    return switch (effect) {
      case Effect.Sleep _ -> "the clock";
      case Effect.Await a -> "task " + a.task();
      case Effect.Receive r -> "somebody who sends " + r.name();
      case Effect.Perform p -> "an implementation of " + p.name();
      default -> "the engine";
    };
  }
}
