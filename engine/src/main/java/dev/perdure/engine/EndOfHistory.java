package dev.perdure.engine;

/// A world without answers.
enum EndOfHistory implements World {
  WORLD;

  @Override
  public Outcome answer(Place place, Effect effect) {
    throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
  }

  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
  }

  @Override
  public Outcome again(Place place, Effect effect) {
    throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
  }

  @Override
  public Bound bound() {
    return Bound.TO_START;
  }

  // Nothing runs on its own here: each branch ends where its history ends.

  @Override
  public void cancel(Branch branch, String why) {}

  @Override
  public void lost() {}
}
