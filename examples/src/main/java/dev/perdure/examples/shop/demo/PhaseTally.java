package dev.perdure.examples.shop.demo;

import dev.perdure.engine.Caller;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Policy;
import dev.perdure.engine.RouteTable;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts the events of one phase's tasks.
final class PhaseTally {
  private static final int SAMPLE_MAX = 3;
  private static final FunctionName LOOKUP = new FunctionName("lookupUser");
  private static final String RESERVE = "Warehouse/reserve";

  private final Map<String, Long> effects = new TreeMap<>();
  private final Map<String, Long> servedBy = new TreeMap<>();
  private final Map<String, Long> chosen = new TreeMap<>();
  private final List<String> sample = new ArrayList<>();
  private final List<Figures.Failed> failed = new ArrayList<>();
  private long tasks;
  private long done;
  private long strayed;
  private long interrupted;
  private long openEffects;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis;

  /// Takes an event of a task.
  ///
  /// @param start of the task
  /// @param routes that bind it
  void add(Event.OfTask event, Event.Started start, RouteTable routes) {
    switch (event) {
      case Event.Started e -> started(e);
      case Event.Asked(_, _, Effect.Perform p, _) -> count(effects, name(p));
      case Event.Recorded(_, _, Effect.Choose c, Outcome.Returned r)
          when c.function().equals(LOOKUP) ->
          choice(start, new Version(r.value().text()), routes);
      case Event.Finished e -> finished(e, start);
      default -> {
        // a phase is not asked about its other events
      }
    }
  }

  /// Notes that a node left the task unfinished.
  void interrupted(TaskState task) {
    interrupted++;
    for (var waiting : task.waiting().values()) {
      if (waiting.effect() instanceof Effect.Perform p && name(p).equals(RESERVE)) {
        openEffects++;
      }
    }
  }

  private void started(Event.Started e) {
    tasks++;
    count(servedBy, e.version().text());
    firstMillis = Math.min(firstMillis, e.atMillis());
  }

  private void choice(Event.Started start, Version version, RouteTable routes) {
    count(chosen, version.text());
    var again = routes.choose(LOOKUP, Caller.of(start));
    if (again == null || !again.version().equals(version)) {
      strayed++;
    }
    boolean candidate =
        routes.policy(LOOKUP) instanceof Policy.Percent p && p.candidate().equals(version);
    if (candidate && sample.size() < SAMPLE_MAX) {
      sample.add(start.task().toString());
    }
  }

  private void finished(Event.Finished e, Event.Started start) {
    lastMillis = Math.max(lastMillis, e.atMillis());
    if (e.outcome() instanceof Outcome.Returned) {
      done++;
    } else {
      var version = start.version().text();
      failed.add(new Figures.Failed(e.task().toString(), version, Describe.outcome(e.outcome())));
    }
  }

  private static String name(Effect.Perform effect) {
    var type = effect.name();
    return type.substring(type.lastIndexOf('.') + 1) + "/" + effect.method();
  }

  private static void count(Map<String, Long> counts, String key) {
    counts.merge(key, 1L, Long::sum);
  }

  Figures.Phase figures() {
    return new Figures.Phase(
        tasks,
        done,
        List.copyOf(failed),
        Map.copyOf(effects),
        Map.copyOf(servedBy),
        Map.copyOf(chosen),
        List.copyOf(sample),
        strayed,
        interrupted,
        openEffects,
        Math.max(0, lastMillis - firstMillis));
  }
}
