package dev.perdure.engine;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What tasks that are forgotten have contributed to what is not: the numbers as they are, not by
/// how much, so that the log comes to the same with the events of these tasks and without.
///
/// @param trials what was counted in each trial that goes on
/// @param shadows what was counted of each comparison
public record Remains(
    SequencedMap<FunctionName, Count> trials, SequencedMap<ShadowCount.Key, Count> shadows) {
  public Remains {
    trials = Collections.unmodifiableSequencedMap(new TreeMap<>(trials));
    shadows = Collections.unmodifiableSequencedMap(new TreeMap<>(shadows));
  }

  /// There are none.
  static final Remains NONE = new Remains(new TreeMap<>(), new TreeMap<>());

  /// Of some things.
  ///
  /// @param all how many there were
  /// @param bad how many of them were bad: failed, or were different
  public record Count(long all, long bad) {}

  static Remains of(Map<FunctionName, Trials.Trial> trials, Map<ShadowCount.Key, ShadowCount> of) {
    var counted = new TreeMap<FunctionName, Count>();
    trials.forEach((function, trial) -> counted.put(function, new Count(trial.all(), trial.bad())));
    var compared = new TreeMap<ShadowCount.Key, Count>();
    of.forEach((key, count) -> {
      if (count.same() + count.different() > 0) {
        compared.put(key, new Count(count.same() + count.different(), count.different()));
      }
    });
    return new Remains(counted, compared);
  }
}
