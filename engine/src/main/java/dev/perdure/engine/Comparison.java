package dev.perdure.engine;

import java.util.ArrayList;
import java.util.List;

/// Compares what one version did with what another did, or with what is recorded.
final class Comparison {
  private final List<Divergence> divergences = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /// Differences kept of one call; the first is the one that matters.
  private static final int DIVERGENCES_MAX = 32;

  synchronized void add(Divergence divergence) {
    if (divergences.size() < DIVERGENCES_MAX) {
      divergences.add(divergence);
    }
  }

  synchronized void line(Effect.LogLine line) {
    lines.add(line.level() + " " + line.text());
  }

  synchronized List<Divergence> divergences() {
    return List.copyOf(divergences);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /// Compares the ends of the two runs.
  void results(Outcome recorded, Outcome asked) {
    if (!recorded.same(asked)) {
      add(
          new Divergence(
              Divergence.Kind.RESULT,
              null,
              Describe.outcome(recorded),
              Describe.outcome(asked),
              "",
              ""));
    }
  }

  /// Two effects stand at the same place and are not the same.
  static Divergence difference(Place place, Journal.Entry recorded, Effect asked, String position) {
    var kind =
        Describe.name(recorded.effect()).equals(Describe.name(asked))
            ? Divergence.Kind.ARGUMENTS
            : Divergence.Kind.EFFECT;
    return new Divergence(
        kind,
        place,
        Describe.effect(recorded.effect()),
        Describe.effect(asked),
        recorded.position(),
        position);
  }
}
