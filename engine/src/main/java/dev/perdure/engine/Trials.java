package dev.perdure.engine;

import dev.perdure.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the candidates fare whose policies name a threshold (E24). Written by [EngineState] only.
public final class Trials {
  private final TreeMap<FunctionName, Trial> running = new TreeMap<>();

  /// One candidate since its policy was set.
  ///
  /// @param candidate what is tried
  /// @param threshold beyond which it is given up
  /// @param inert whether it is a shadow, of which differences count; else tasks that fail do
  /// @param all tasks or comparisons that were counted
  /// @param bad how many of them were bad
  public record Trial(Version candidate, Threshold threshold, boolean inert, long all, long bad) {
    Trial count(boolean isBad) {
      return new Trial(candidate, threshold, inert, all + 1, bad + (isBad ? 1 : 0));
    }

    /// Whether the candidate is to be given up.
    boolean failed() {
      return threshold.crossed(bad, all);
    }

    /// What was counted, such as `3 of 120 tasks failed`.
    public String text() {
      return bad + " of " + all + (inert ? " calls differed" : " tasks failed");
    }

    /// Why it is given up.
    String why() {
      return text()
          + ", more than "
          + Describe.number(threshold.percent())
          + " % of at least "
          + threshold.atLeast();
    }
  }

  Trials() {}

  /// The trials, by function.
  public Map<FunctionName, Trial> all() {
    return Collections.unmodifiableMap(running);
  }

  /// Policies were set: each begins a trial, or ends one.
  void routed(Map<FunctionName, Policy> changes) {
    changes.forEach((function, policy) -> {
      switch (policy) {
        case Policy.Percent p -> set(function, p.candidate(), p.threshold(), false);
        case Policy.Shadow s -> set(function, s.candidate(), s.threshold(), true);
        case Policy.Primary _, Policy.Attribute _ -> running.remove(function);
      }
    });
  }

  private void set(
      FunctionName function, Version candidate, @Nullable Threshold threshold, boolean inert) {
    if (threshold == null) {
      running.remove(function);
    } else {
      running.put(function, new Trial(candidate, threshold, inert, 0, 0));
    }
  }

  /// A task ended, or cannot go on by itself.
  void ended(TaskState task, boolean badly) {
    if (!running.isEmpty()) {
      running.replaceAll((function, trial) ->
          !trial.inert() && task.wasServed(function, trial.candidate())
              ? trial.count(badly)
              : trial);
    }
  }

  /// A candidate was compared.
  void compared(ShadowReport report) {
    running.computeIfPresent(
        report.function(),
        (_, trial) ->
            trial.inert() && trial.candidate().equals(report.candidate())
                ? trial.count(!report.same())
                : trial);
  }

  /// What was counted so far in trials that go on.
  void counted(Map<FunctionName, Remains.Count> counts) {
    counts.forEach((function, count) ->
        running.computeIfPresent(
            function,
            (_, t) ->
                new Trial(t.candidate(), t.threshold(), t.inert(), count.all(), count.bad())));
  }

  /// A trial that has failed and whose policy still stands; null if there is none.
  Map.@Nullable Entry<FunctionName, Trial> failed() {
    for (var entry : running.entrySet()) {
      if (entry.getValue().failed()) {
        return entry;
      }
    }
    return null;
  }

  void restore(FunctionName function, Trial trial) {
    running.put(function, trial);
  }

  Value describe() {
    return StateText.map(running);
  }
}
