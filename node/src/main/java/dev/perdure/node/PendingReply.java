package dev.perdure.node;

import dev.perdure.engine.Action;
import dev.perdure.engine.Request;
import java.util.concurrent.CompletableFuture;

/// Somebody outside who waits for an answer.
final class PendingReply implements Request {
  private final CompletableFuture<Action.Answer> future = new CompletableFuture<>();

  /// The answer, once it is given; fails if the engine stops first.
  CompletableFuture<Action.Answer> future() {
    return future;
  }

  void complete(Action.Answer answer) {
    future.complete(answer);
  }
}
