package dev.perdure.node;

import dev.perdure.engine.Action.Answer;
import dev.perdure.engine.Bounds;
import dev.perdure.engine.Caller;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts tasks, and waits for how they end. For any thread but the writer's.
///
/// @param deployed checks arguments by their types
/// @param ids of new tasks
/// @param watched is told who starts what
record Calls(
    Core core, Writer writer, Asking asking, Deployed deployed, RandomIds ids, Watched watched) {

  /// See [Node#start].
  TaskId start(FunctionName function, Payload arguments, StartOptions options) {
    return switch (start(Input.Until.STARTED, function, arguments, options)) {
      case Answer.Started s -> s.task();
      case Answer.Ended e -> e.task();
      case Answer.Done d -> throw unexpected(d);
      case Answer.Refused r -> throw r.problem().exception();
    };
  }

  /// See [Node#call(FunctionName, Payload, StartOptions)].
  Outcome call(FunctionName function, Payload arguments, StartOptions options) {
    return ended(start(Input.Until.ENDED, function, arguments, options));
  }

  /// See [Node#call(FunctionName, Payload, StartOptions, Duration)].
  Called call(FunctionName function, Payload arguments, StartOptions asked, Duration atMost) {
    if (asked.queueing().debounce() != null) {
      var joined = start(function, arguments, asked); // the engine alone knows which one that is
      return new Called(joined, await(joined, atMost));
    }
    var own = checked(function, arguments, asked);
    var options = watched.starting(function, asked);
    var reply = PendingReply.whole();
    var answer =
        writer.await(
            reply.future(),
            () ->
                core.inputs()
                    .addAndWake(
                        new Input.Start(
                            reply, Input.Until.ENDED, own, function, arguments, options)),
            atMost);
    return answer.isPresent() ? called(answer.get()) : goingOn(reply, own, options.key());
  }

  private Called called(Answer answer) {
    var outcome = ended(answer);
    return new Called(((Answer.Ended) answer).task(), Optional.of(outcome));
  }

  /// Nobody waits for it any longer: it has ended by now, or goes on.
  private Called goingOn(PendingReply<Answer> reply, TaskId own, @Nullable String key) {
    var late = late(reply);
    if (late.isPresent()) {
      return called(late.get());
    }
    var task = key == null ? own : keyed(key, own);
    forget(reply, task);
    return new Called(task, Optional.empty());
  }

  private TaskId keyed(String key, TaskId own) {
    return asking.read(state -> {
      var keyed = state.taskWithKey(key);
      return keyed == null ? own : keyed.task();
    });
  }

  /// Does nothing if it has been answered.
  private void forget(PendingReply<?> reply, TaskId task) {
    if (!reply.future().isDone()) {
      core.inputs().add(new Input.Unwatch(reply, task));
    }
  }

  private Answer start(
      Input.Until until, FunctionName function, Payload arguments, StartOptions asked) {
    var task = checked(function, arguments, asked);
    var options = watched.starting(function, asked);
    return asking.ask(r -> new Input.Start(r, until, task, function, arguments, options));
  }

  /// Refuses what cannot be started; the id for what can.
  TaskId checked(FunctionName function, Payload arguments, StartOptions options) {
    if (core.inputs().full()) {
      throw Problem.of(
              NodeCode.OVERLOADED,
              "more than " + Limits.INPUTS_MAX + " inputs wait for the engine",
              "Try again after " + Limits.RETRY_AFTER_MILLIS + " ms; nothing was started")
          .exception();
    }
    Bounds.check(arguments, "the arguments of " + function);
    Bounds.check(options);
    var task = ids.task();
    var forced = options.overrides().get(function);
    var version =
        forced != null
            ? forced
            : core.attempts().serving(new Caller(task, options.attributes()), function);
    if (version != null) {
      deployed.check(version, function, arguments);
    }
    return task;
  }

  /// See [Node#await(TaskId)].
  Outcome await(TaskId task) {
    return ended(asking.ask(r -> new Input.Watch(r, task)));
  }

  /// See [Node#await(TaskId, Duration)].
  Optional<Outcome> await(TaskId task, Duration atMost) {
    var reply = PendingReply.whole();
    try {
      return writer
          .await(
              reply.future(), () -> core.inputs().addAndWake(new Input.Watch(reply, task)), atMost)
          .or(() -> late(reply))
          .map(this::ended);
    } finally {
      forget(reply, task);
    }
  }

  /// What the writer says in the end to who does not wait for it: whatever was so when it was
  /// asked, a refusal among it, has been told when a later look comes back.
  private Optional<Answer> late(PendingReply<Answer> reply) {
    asking.read(_ -> 0);
    return Optional.ofNullable(reply.future().getNow(null));
  }

  private Outcome ended(Answer answer) {
    return switch (answer) {
      case Answer.Ended e -> {
        var outcome = e.outcome();
        yield outcome != null ? outcome : core.histories().outcome(e.offset());
      }
      case Answer.Refused r -> throw r.problem().exception();
      case Answer.Started s -> throw unexpected(s);
      case Answer.Done d -> throw unexpected(d);
    };
  }

  private static IllegalStateException unexpected(Answer answer) {
    return new IllegalStateException("unexpected answer " + answer);
  }
}
