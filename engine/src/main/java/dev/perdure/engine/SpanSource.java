package dev.perdure.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Outcomes for a version that stands in for the one that ran: from the span of that one's call,
/// where the effects match. What does not match is never performed (E23); it is a divergence. Log
/// lines belong to neither side's behaviour: they are taken along, and never compared.
final class SpanSource implements Source {
  private final Journal span;
  private final Comparison comparison;
  private final Extras extras;
  private final Universes universes;
  private final BitSet used = new BitSet();
  private final List<SpanSource> branches = new ArrayList<>();
  private int lastUsed;

  /// All entries before it are used up.
  private int first;

  SpanSource(Journal span, Comparison comparison, Extras extras, Universes universes) {
    this.span = span;
    this.comparison = comparison;
    this.extras = extras;
    this.universes = universes;
  }

  @Override
  public Outcome answer(Place place, Effect effect) {
    if (effect instanceof Effect.LogLine line) {
      comparison.line(line);
      return new Outcome.Returned(Payload.NIL);
    }
    int found = find(effect);
    if (found < 0) {
      comparison.add(extra(place, effect, nextUnused(first)));
      return extras.answer(effect);
    }
    if (found != first && counts(effect)) {
      checkOrder(place, effect, found);
    }
    use(found);
    lastUsed = found;
    var outcome = span.outcome(found);
    if (outcome == null) {
      throw Unwinding.because(Unwinding.Reason.END_OF_HISTORY);
    }
    return outcome;
  }

  private int find(Effect effect) {
    int found = span.next(first, effect);
    while (found >= 0 && used.get(found)) {
      found = span.next(found + 1, effect);
    }
    return found;
  }

  private void use(int entry) {
    used.set(entry);
    first = used.nextClearBit(first);
  }

  private void checkOrder(Place place, Effect effect, int found) {
    int expected = nextUnused(first);
    if (found != expected) {
      comparison.add(reordered(place, effect, expected));
    }
  }

  /// The first entry from `from` that is not used up and counts; the size if there is none.
  private int nextUnused(int from) {
    int i = used.nextClearBit(from);
    while (i < span.size() && !counts(span.effect(i))) {
      i = used.nextClearBit(i + 1);
    }
    return Math.min(i, span.size());
  }

  /// Log lines and choices of a version are no part of what a function does.
  private static boolean counts(Effect effect) {
    return !(effect instanceof Effect.LogLine || effect instanceof Effect.Choose);
  }

  private Divergence extra(Place place, Effect effect, int expected) {
    if (expected < span.size()) {
      var entry = span.entry(expected);
      if (Describe.name(entry.effect()).equals(Describe.name(effect))) {
        use(expected);
        return Comparison.difference(place, entry, effect, universes.position());
      }
    }
    return new Divergence(
        Divergence.Kind.EXTRA, place, "", Describe.effect(effect), "", universes.position());
  }

  private Divergence reordered(Place place, Effect effect, int expected) {
    var entry = span.entry(expected);
    return new Divergence(
        Divergence.Kind.ORDER,
        place,
        Describe.effect(entry.effect()),
        Describe.effect(effect),
        entry.position(),
        universes.position());
  }

  /// After the run: what the recorded side asked and this one did not.
  void finish() {
    for (int i = nextUnused(first); i < span.size(); i = nextUnused(i + 1)) {
      var entry = span.entry(i);
      comparison.add(
          new Divergence(
              Divergence.Kind.MISSING,
              new Place(Branch.ROOT, i),
              Describe.effect(entry.effect()),
              "",
              entry.position(),
              ""));
    }
    branches.forEach(SpanSource::finish);
  }

  /// Whoever answers itself is overruled by the recorded side: both raced, the same branch won.
  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    return find(effect) < 0 && !counts(effect) ? own : answer(place, effect);
  }

  @Override
  public boolean holds(int seq, Effect effect) {
    int at = counts(effect) ? nextUnused(first) : find(effect);
    return at >= 0 && at < span.size() && span.asks(at, effect);
  }

  /// The fork that this side asked just now was answered by the recorded one used last.
  @Override
  public Source branch(int seq, int index) {
    var child = new SpanSource(span.branch(lastUsed, index), comparison, extras, universes);
    branches.add(child);
    return child;
  }

  /// Calls go where they went for the recorded side: what it chose is held, the rest is as at the
  /// start.
  @Override
  public Bound bound() {
    return Bound.TO_START;
  }

  @Override
  public Set<FunctionName> chosen() {
    return span.chosen();
  }

  @Override
  public boolean open(int seq) {
    return false;
  }

  /// What is left is found by [#finish].
  @Override
  public Journal.@Nullable Entry left(int seq) {
    return null;
  }

  // Branches of a stand-in end by themselves: all their outcomes are at hand.

  @Override
  public void cancel(Branch branch, String why) {}

  @Override
  public void lost() {}
}
