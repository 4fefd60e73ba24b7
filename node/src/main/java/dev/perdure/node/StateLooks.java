package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Input;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Looks at an engine's state through its queue of inputs.
///
/// @param state read on the writer's thread only
record StateLooks(EngineState state, InputQueue inputs) implements Ownership.Looks {
  @Override
  public <T> Optional<T> look(Function<EngineState, T> question) {
    var reply = new PendingReply<>(_ -> question.apply(state));
    inputs.addAndWake(new Input.Look(reply));
    try {
      return Optional.of(reply.future().get(Limits.SQL_LOOK_SECONDS_MAX, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    }
  }
}
