package dev.perdure.node;

import dev.perdure.engine.Action;
import dev.perdure.engine.Request;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Somebody outside who waits for an answer.
///
/// @param <T> what they take from it
final class PendingReply<T> implements Request {
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Function<Action.Answer, T> reading;

  /// @param reading what to take from the answer; called on the writer's thread
  PendingReply(Function<Action.Answer, T> reading) {
    this.reading = reading;
  }

  /// Takes the answer as it is.
  static PendingReply<Action.Answer> whole() {
    return new PendingReply<>(Function.identity());
  }

  /// What was taken from the answer, once it is given; fails if that failed, or if the engine stops
  /// first.
  CompletableFuture<T> future() {
    return future;
  }

  void complete(Action.Answer answer) {
    try {
      future.complete(reading.apply(answer));
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
  }
}
