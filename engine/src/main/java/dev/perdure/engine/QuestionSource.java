package dev.perdure.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands behind the seam of a question: nobody. A question leaves no trace, so it may compute
/// and call functions, and not ask anything.
enum QuestionSource implements Source {
  NOBODY;

  @Override
  public Outcome answer(Place place, Effect effect) {
    throw Unwinding.unanswerable(Describe.effect(effect));
  }

  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    throw Unwinding.unanswerable(Describe.effect(effect));
  }

  @Override
  public boolean holds(int seq, Effect effect) {
    return false;
  }

  @Override
  public Source branch(int seq, int index) {
    return this;
  }

  @Override
  public Bound bound() {
    return Bound.TO_START;
  }

  @Override
  public Set<FunctionName> chosen() {
    return Set.of();
  }

  /// Calls are served as at the task's start.
  @Override
  public boolean open(int seq) {
    return false;
  }

  @Override
  public Journal.@Nullable Entry left(int seq) {
    return null;
  }

  @Override
  public void cancel(Branch branch, String why) {}

  @Override
  public void lost() {}
}
