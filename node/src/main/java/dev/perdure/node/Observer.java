package dev.perdure.node;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Place;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Tried;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks on at what a node does, to tell of it elsewhere: in traces, in metrics. Nothing comes back
/// from it but to which trace something belongs, and it throws nothing. No replay, shadow or
/// rehearsal is told.
///
/// What happens on a task's way is told on the thread that does it: [#starting], [#perform],
/// [#synced]. What has happened is read from the log when it is durable, by a thread of the node's
/// own, in the order of the log: each event of it once, from the opening of the node on.
public interface Observer {
  /// Does not look.
  Observer NONE = new Observer() {};

  /// A node was opened.
  ///
  /// @return run when it is about to be closed
  default Runnable opened(Node node) {
    return () -> {};
  }

  /// The calling thread is about to start a task: somebody outside, or another task.
  ///
  /// @param given what it shall belong to; null: that was not said
  /// @return what it shall belong to; null: to a trace of its own
  default @Nullable TraceContext starting(FunctionName function, @Nullable TraceContext given) {
    return given;
  }

  /// The calling thread is about to try an effect.
  ///
  /// @param body does it, and tells whoever is called for it to what it belongs
  default Tried perform(
      ObservedTask task, Place place, Effect.Perform effect, Function<TraceContext, Tried> body) {
    return body.apply(task.trace());
  }

  /// The disk has made the log safe.
  ///
  /// @param nanos how long that took
  default void synced(long nanos) {}

  /// A task has started.
  default void started(ObservedTask task) {}

  /// A task has ended.
  default void ended(ObservedTask task, Event.Finished end) {}

  /// A task has waited for a time, another task or a message.
  ///
  /// @param atMillis when that was over, in milliseconds since 1970
  default void waited(ObservedTask task, Event.Asked asked, Outcome outcome, long atMillis) {}

  /// A call was compared.
  ///
  /// @param same whether the candidate did the same
  default void shadowed(ShadowCount.Key compared, boolean same) {}

  /// Calls were not compared, for lack of room or time.
  ///
  /// @param calls how many
  default void dropped(ShadowCount.Key compared, long calls) {}
}
