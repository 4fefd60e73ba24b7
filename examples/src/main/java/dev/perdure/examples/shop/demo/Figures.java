package dev.perdure.examples.shop.demo;

import dev.perdure.java.codec.Codecs;
import dev.perdure.value.Edn;
import java.util.List;
import java.util.Map;

/// What the log says about a run of the demo. Nothing in here was counted while it happened.
///
/// @param phases by name
/// @param comparisons what shadow runs found
/// @param operations deploys, changes of routes and removals, in their order
/// @param nodes how many nodes have owned the log, one after the other
record Figures(
    Map<String, Phase> phases, List<Comparison> comparisons, List<String> operations, long nodes) {

  /// The tasks of one phase.
  ///
  /// @param tasks that were started
  /// @param done that returned
  /// @param failed that threw, oldest first
  /// @param effects how many effects were asked, by `interface/method`
  /// @param servedBy how many tasks `handleRequest` of each version served
  /// @param chosen how many tasks were sent to each version of `lookupUser`, where there was a
  ///   choice
  /// @param sample some of the tasks sent to the candidate
  /// @param strayed tasks that the routes of their start would send elsewhere now
  /// @param interrupted tasks that a node left unfinished and another finished
  /// @param openEffects effects that had been asked of the warehouse and not answered when a node
  ///   died
  /// @param millis from the first start to the last end
  record Phase(
      long tasks,
      long done,
      List<Failed> failed,
      Map<String, Long> effects,
      Map<String, Long> servedBy,
      Map<String, Long> chosen,
      List<String> sample,
      long strayed,
      long interrupted,
      long openEffects,
      long millis) {
    /// How often a method of an effect was asked.
    long asked(String method) {
      return effects.getOrDefault(method, 0L);
    }

    /// Tasks that have not ended.
    long running() {
      return tasks - done - failed.size();
    }

    /// Tasks that ended in a second.
    long perSecond() {
      return (done + failed.size()) * 1_000 / Math.max(1, millis);
    }
  }

  /// A task that threw.
  record Failed(String task, String version, String message) {}

  /// What running a candidate beside a function found.
  ///
  /// @param users ids for which it did something else, in order
  /// @param example the first difference, in words; empty if there is none
  record Comparison(
      String function,
      String primary,
      String candidate,
      long same,
      long different,
      List<String> users,
      String example) {}

  private static final Phase NOTHING =
      new Phase(0, 0, List.of(), Map.of(), Map.of(), Map.of(), List.of(), 0, 0, 0, 0);

  /// The figures of a phase.
  Phase phase(String name) {
    return phases.getOrDefault(name, NOTHING);
  }

  /// As EDN.
  String print() {
    return Edn.print(new Codecs().of(Figures.class).toValue(this));
  }

  /// Reads what [#print] wrote.
  static Figures read(String edn) {
    var figures = new Codecs().of(Figures.class).fromValue(Edn.read(edn));
    if (figures instanceof Figures read) {
      return read;
    }
    throw new IllegalArgumentException("no figures: " + edn);
  }
}
