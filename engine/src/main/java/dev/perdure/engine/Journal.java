package dev.perdure.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was asked and answered, by place: one branch's effects in order, and below it the branches
/// it forked. A history, taken by place, is one; so is a span, the part of it that belongs to one
/// call.
///
/// Not synchronised: a branch's entries are touched by the thread that runs the branch; branches
/// are added by the thread that forks, before the branch runs.
public final class Journal {
  private final List<Entry> entries = new ArrayList<>();
  private Map<Fork, Journal> branches = Map.of();

  /// An empty journal.
  public Journal() {}

  private record Fork(int seq, int index) {}

  /// One effect.
  ///
  /// @param outcome null if it is not known
  /// @param position where in the source it was asked; empty if not known
  public record Entry(Effect effect, @Nullable Outcome outcome, String position) {}

  /// The journal of a history.
  ///
  /// @param history of one task, in log order, beginning with its start
  public static Journal of(Iterable<? extends Event.OfTask> history) {
    var root = new Journal();
    for (var event : history) {
      switch (event) {
        case Event.Recorded e -> root.at(e.place()).add(new Entry(e.effect(), e.outcome(), ""));
        case Event.Asked e -> root.at(e.place()).add(new Entry(e.effect(), null, ""));
        case Event.Answered e -> root.at(e.place()).answer(e.place().seq(), e.outcome());
        case Event.OfTask e -> {}
      }
    }
    return root;
  }

  private Journal at(Place place) {
    return branch(place.branch());
  }

  private Journal branch(Branch branch) {
    var parent = branch.parent();
    return parent == null ? this : branch(parent).branch(branch.forkSeq(), branch.index());
  }

  /// The branch `index` of the fork at `seq`; made if it is not there.
  Journal branch(int seq, int index) {
    if (branches.isEmpty()) {
      branches = new HashMap<>();
    }
    return branches.computeIfAbsent(new Fork(seq, index), k -> new Journal());
  }

  /// Appends the next effect of this branch.
  void add(Entry entry) {
    entries.add(entry);
  }

  private void answer(int seq, Outcome outcome) {
    var entry = entries.get(seq);
    entries.set(seq, new Entry(entry.effect(), outcome, entry.position()));
  }

  /// How many effects this branch has asked.
  public int size() {
    return entries.size();
  }

  /// The effect at a sequence number below [#size].
  public Entry entry(int seq) {
    return entries.get(seq);
  }

  /// About the bytes that the values here and in the branches below take.
  long bytes() {
    long sum = 0;
    for (var entry : entries) {
      sum += ENTRY_BYTES;
      if (entry.effect() instanceof Effect.Perform perform) {
        sum += perform.arguments().size();
      }
      if (entry.outcome() instanceof Outcome.Returned returned) {
        sum += returned.value().size();
      }
    }
    for (var branch : branches.values()) {
      sum += branch.bytes();
    }
    return sum;
  }

  /// About the bytes of an entry beside its values.
  private static final int ENTRY_BYTES = 100;

  /// All effects here and in the branches below.
  public int total() {
    int sum = entries.size();
    for (var branch : branches.values()) {
      sum += branch.total();
    }
    return sum;
  }
}
