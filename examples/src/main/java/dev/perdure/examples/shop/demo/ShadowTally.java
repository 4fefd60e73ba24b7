package dev.perdure.examples.shop.demo;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.ShadowReport;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Notes for whom candidates did something else. How often they did is in the engine's state.
final class ShadowTally {
  private final Map<ShadowCount.Key, SortedSet<String>> users = new TreeMap<>();
  private final Map<ShadowCount.Key, String> examples = new TreeMap<>();

  void add(ShadowReport report) {
    if (report.same()) {
      return;
    }
    var key = new ShadowCount.Key(report.function(), report.primary(), report.candidate());
    users.computeIfAbsent(key, _ -> new TreeSet<>()).add(user(report));
    examples.putIfAbsent(key, report.divergences().getFirst().text());
  }

  /// The user id that the function was called with: its one argument.
  private static String user(ShadowReport report) {
    var arguments = (Vec) report.arguments().value();
    return ((Str) arguments.get(0)).value();
  }

  List<Figures.Comparison> figures(EngineState state) {
    return state.shadows().entrySet().stream()
        .map(e -> comparison(e.getKey(), e.getValue()))
        .toList();
  }

  private Figures.Comparison comparison(ShadowCount.Key key, ShadowCount count) {
    return new Figures.Comparison(
        key.function().text(),
        key.primary().text(),
        key.candidate().text(),
        count.same(),
        count.different(),
        List.copyOf(users.getOrDefault(key, new TreeSet<>())),
        examples.getOrDefault(key, ""));
  }
}
