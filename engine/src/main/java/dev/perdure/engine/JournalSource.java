package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// Outcomes from a journal, and behind its end from a world. What is asked must be what was
/// recorded.
record JournalSource(Journal journal, World world, Universes universes) implements Source {

  @Override
  public Outcome answer(Place place, Effect effect) {
    if (place.seq() >= journal.size()) {
      return world.answer(place, effect);
    }
    var outcome = recorded(place, effect).outcome();
    return outcome != null ? outcome : world.again(place, effect);
  }

  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    if (place.seq() >= journal.size()) {
      return world.record(place, effect, own);
    }
    var outcome = recorded(place, effect).outcome();
    return outcome != null ? outcome : own;
  }

  private Journal.Entry recorded(Place place, Effect effect) {
    var entry = journal.entry(place.seq());
    if (!entry.effect().equals(effect)) {
      throw Unwinding.diverged(Comparison.difference(place, entry, effect, universes.position()));
    }
    return entry;
  }

  @Override
  public boolean holds(int seq, Effect effect) {
    return seq < journal.size() && journal.entry(seq).effect().equals(effect);
  }

  @Override
  public Source branch(int seq, int index) {
    return new JournalSource(journal.branch(seq, index), world, universes);
  }

  @Override
  public @Nullable Choice choose(int seq, FunctionName function) {
    return seq < journal.size() ? null : world.choose(function);
  }

  @Override
  public void cancel(Branch branch, String why) {
    world.cancel(branch, why);
  }
}
