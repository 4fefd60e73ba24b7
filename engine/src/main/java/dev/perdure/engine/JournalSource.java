package dev.perdure.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Outcomes from a journal, and behind its end from a world. What is asked must be what was
/// recorded.
///
/// @param ended whether the branch had come to its end when it was recorded: the branch that forked
///   it has gone on since. Then nothing new happens in it: a call that left no trace is served as
///   it was, and whatever is asked behind the end of the journal was not asked before.
record JournalSource(Journal journal, World world, Universes universes, boolean ended)
    implements Source {

  @Override
  public Outcome answer(Place place, Effect effect) {
    if (place.seq() >= journal.size()) {
      checkNotEnded(place, effect);
      return world.answer(place, effect);
    }
    var outcome = recorded(place, effect);
    return outcome != null ? outcome : world.again(place, effect);
  }

  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    if (place.seq() >= journal.size()) {
      checkNotEnded(place, effect);
      return world.record(place, effect, own);
    }
    var outcome = recorded(place, effect);
    return outcome != null ? outcome : own;
  }

  private void checkNotEnded(Place place, Effect effect) {
    if (ended) {
      throw Unwinding.diverged(
          new Divergence(
              Divergence.Kind.EXTRA, place, "", Describe.effect(effect), "", universes.position()));
    }
  }

  private @Nullable Outcome recorded(Place place, Effect effect) {
    if (!journal.asks(place.seq(), effect)) {
      var entry = journal.entry(place.seq());
      throw Unwinding.diverged(Comparison.difference(place, entry, effect, universes.position()));
    }
    return journal.outcome(place.seq());
  }

  @Override
  public boolean holds(int seq, Effect effect) {
    return seq < journal.size() && journal.asks(seq, effect);
  }

  @Override
  public Source branch(int seq, int index) {
    boolean goneOn = ended || journal.size() > seq + 1;
    return new JournalSource(journal.branch(seq, index), world, universes, goneOn);
  }

  @Override
  public Bound bound() {
    return world.bound();
  }

  @Override
  public Set<FunctionName> chosen() {
    return journal.chosen();
  }

  @Override
  public boolean open(int seq) {
    return !ended && seq >= journal.size();
  }

  @Override
  public Journal.@Nullable Entry left(int seq) {
    return seq < journal.size() ? journal.entry(seq) : null;
  }

  @Override
  public boolean wantsCheckpoint(int next) {
    return next >= journal.size() && world.wantsCheckpoint(next);
  }

  @Override
  public void checkpoint(int next, @Nullable Payload continuation) {
    world.checkpoint(next, continuation);
  }

  @Override
  public void cancel(Branch branch, String why) {
    world.cancel(branch, why);
  }

  @Override
  public void lost() {
    world.lost();
  }
}
