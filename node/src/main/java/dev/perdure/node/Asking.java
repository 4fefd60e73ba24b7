package dev.perdure.node;

import dev.perdure.engine.Action.Answer;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Input;
import dev.perdure.engine.Request;
import java.util.function.Function;

/// Asks something of an engine and waits for the answer. For any thread but the writer's; every
/// call throws `ENGINE_STOPPED` if the engine stops first.
record Asking(Writer writer, Core core) {
  /// The answer to an input, whatever it is.
  Answer ask(Function<Request, Input> input) {
    return ask(PendingReply.whole(), input);
  }

  /// What is read from the answer to an input, on the writer's thread.
  <T> T ask(PendingReply<T> reply, Function<Request, Input> input) {
    return writer.await(reply.future(), () -> core.inputs().addAndWake(input.apply(reply)));
  }

  /// Has something done.
  ///
  /// @throws dev.perdure.value.PerdureException why it was refused
  void done(Function<Request, Input> input) {
    if (ask(input) instanceof Answer.Refused refused) {
      throw refused.problem().exception();
    }
  }

  /// Reads something of the state, all of which is durable; on the writer's thread.
  <T> T read(Function<EngineState, T> question) {
    return ask(new PendingReply<>(_ -> question.apply(core.state())), Input.Look::new);
  }
}
