package dev.perdure.engine;

/// The world behind a history whose task has messages that it has not received yet: it gives out
/// those, as the engine will when the task comes to receive them. So whoever asks about the task
/// finds what was acknowledged, although the task may not have come so far. Log lines and forks are
/// let pass, for they wait for nobody; anything else is where history ends.
final class Unread implements World {
  private final TaskState task;

  /// @param task as it stands at the end of its history; its mailbox is emptied
  Unread(TaskState task) {
    this.task = task;
  }

  @Override
  public synchronized Outcome answer(Place place, Effect effect) {
    return switch (effect) {
      case Effect.Receive receive when !isTold(place) -> received(receive);
      case Effect.LogLine _ -> new Outcome.Returned(Payload.NIL);
      case Effect _ -> throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
    };
  }

  private boolean isTold(Place place) {
    return task.cancellations().undelivered(place.branch()) != null;
  }

  private Outcome received(Effect.Receive receive) {
    var message = task.mailbox().next(receive);
    if (message == null) {
      throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
    }
    task.mailbox().received(receive);
    return new Outcome.Returned(message);
  }

  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    if (effect instanceof Effect.Fork) {
      return own;
    }
    throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
  }

  /// Nothing that was waited for was there, or it would have been answered.
  @Override
  public Outcome again(Place place, Effect effect) {
    throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
  }

  @Override
  public Bound bound() {
    return Bound.TO_START;
  }

  @Override
  public void cancel(Branch branch, String why) {}

  @Override
  public void lost() {}
}
