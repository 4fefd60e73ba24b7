package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which engine this node runs, in which of its lives, and what those may ask it who write down
/// elsewhere what it did. For any thread.
///
/// @param looks at the engine
record Ownership(Life life, Clock clock, Looks looks) {

  /// One life of an engine.
  ///
  /// @param engine the same in all its lives and in all copies of its log: the log's identity
  /// @param fork which of the copies that go on side by side it is
  /// @param owner the name of this life
  /// @param epoch how often the log was opened, this time included
  /// @param earlier the lives that this one goes on from
  /// @param pastMillis the time of the newest event that it goes on from, in milliseconds since
  ///   1970; 0 if there is none
  record Life(
      String engine,
      String fork,
      OwnerId owner,
      long epoch,
      Set<OwnerId> earlier,
      long pastMillis) {
    Life {
      earlier = Set.copyOf(earlier);
    }

    /// The life that begins.
    ///
    /// @param state as it was folded from the log, before anything is appended
    /// @param owner its name, which the first event to be appended says
    static Life of(EngineState state, Log log, OwnerId owner) {
      long end = log.end().value();
      return new Life(
          new OwnerId(log.identity()).toString(),
          state.lineage().fork().toString(),
          owner,
          state.epoch() + 1,
          state.lineage().owners(),
          end == 0 ? 0 : log.at(new Offset(end - 1)).batch().timeMillis());
    }
  }

  /// Looks at an engine's state.
  interface Looks {
    /// The answer comes when all is durable that it rests on.
    ///
    /// @param question asked on the writer's thread
    /// @return empty if the engine does not answer, for it is stopping
    <T> Optional<T> look(Function<EngineState, T> question);
  }

  /// The time by the engine's clock, in milliseconds since 1970.
  long nowMillis() {
    return clock.millis();
  }

  /// Waits until the log says durably that this life has begun: only then may it be named
  /// elsewhere, for the next one has to know it.
  ///
  /// @return false if it does not come to that
  boolean awaitBegun() {
    return looks.look(_ -> true).orElse(false);
  }

  /// Which of some tasks have ended for good: they are said to have, or are not known any more.
  ///
  /// @return none if the engine does not say
  Set<TaskId> ended(Set<TaskId> tasks) {
    return looks.look(state -> ended(state, tasks)).orElse(Set.of());
  }

  private static Set<TaskId> ended(EngineState state, Set<TaskId> tasks) {
    boolean forgets = state.forgottenBelow() > 0;
    return tasks.stream()
        .filter(id -> state.endedTask(id) != null || (forgets && !state.lives(id)))
        .collect(Collectors.toSet());
  }
}
