package dev.perdure.engine;

import dev.perdure.value.Problem;

/// What the engine decides about messages to tasks (E19).
final class MessageDecisions {
  private final EngineState state;

  MessageDecisions(EngineState state) {
    this.state = state;
  }

  /// Takes a message in, and hands it to a branch that waits for it.
  void send(Input.Send i, Decision out) {
    var task = state.task(i.task());
    if (task == null) {
      Engine.refuse(i.request(), Engine.missing(state, i.task()), out);
      return;
    }
    var mailbox = task.mailbox();
    var promised = i.kind() == Message.PROMISE ? mailbox.promised(i.name()) : null;
    if (promised != null && !promised.equals(i.value())) {
      Engine.refuse(i.request(), fulfilled(i, promised), out);
    } else if (promised == null && !mailbox.knows(i.key()) && !mailbox.hasRoom(i.value().size())) {
      Engine.refuse(i.request(), full(i), out);
    } else {
      if (promised == null && !mailbox.knows(i.key())) {
        out.emit(
            new Event.Sent(
                i.task(), i.kind(), i.name(), i.value(), i.key(), i.change(), out.nowMillis()));
        deliver(task, i, out);
      }
      out.act(new Action.Reply(i.request(), new Action.Answer.Done(), out.barrier()));
    }
  }

  /// A signal goes to the branch that has waited longest, a promise to all that wait. A branch that
  /// is about to be told to stop gets neither.
  private static void deliver(TaskState task, Input.Send i, Decision out) {
    var receive = new Effect.Receive(i.kind(), i.name());
    for (var entry : task.waiting().entrySet()) {
      if (entry.getValue().effect().equals(receive) && !task.untold.containsKey(entry.getKey())) {
        out.answer(i.task(), entry.getKey(), new Outcome.Returned(i.value()));
        if (i.kind() == Message.SIGNAL) {
          return;
        }
      }
    }
  }

  /// A branch waits for a message, which may be there.
  static void receive(TaskState task, Event.Asked e, Effect.Receive receive, Decision out) {
    var message = task.mailbox().next(receive);
    if (message != null) {
      out.answer(e.task(), e.place(), new Outcome.Returned(message));
    }
  }

  private static Problem fulfilled(Input.Send i, Payload promised) {
    return Problem.of(
        EngineCode.PROMISE_FULFILLED,
        "the promise "
            + i.name()
            + " of task "
            + i.task()
            + " was fulfilled with "
            + Bounds.bounded(promised.toString(), Limits.REASON_CHARS_MAX),
        "It cannot be taken back; nothing was changed");
  }

  private static Problem full(Input.Send i) {
    return Problem.of(
        EngineCode.MAILBOX_FULL,
        "the mailbox of task "
            + i.task()
            + " has no room for another message: "
            + Limits.MESSAGES_MAX
            + " messages, or "
            + Limits.MAILBOX_BYTES_MAX
            + " bytes, have not been received",
        "Send it again when the task has received some; this one was not taken");
  }
}
