package dev.perdure.otel;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.ShadowCount;
import dev.perdure.node.Node;
import dev.perdure.node.ObservedTask;
import dev.perdure.value.PerdureException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.List;

/// The instruments, in the units that OpenTelemetry's semantic conventions ask for.
final class Meters {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  /// From a tenth of a millisecond to minutes: effects take any time.
  private static final List<Double> SECONDS =
      List.of(
          0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0, 300.0);

  private final Meter meter;
  private final LongCounter started;
  private final LongCounter ended;
  private final DoubleHistogram tasks;
  private final DoubleHistogram effects;
  private final DoubleHistogram syncs;
  private final LongCounter shadows;

  Meters(Meter meter) {
    this.meter = meter;
    started = counter("perdure.tasks.started", "{task}", "Tasks that were started.");
    ended = counter("perdure.tasks.ended", "{task}", "Tasks that have ended.");
    tasks = histogram("perdure.task.duration", "From the start of a task to its end.");
    effects = histogram("perdure.effect.duration", "How long a try of an effect took.");
    syncs = histogram("perdure.log.sync.duration", "How long the disk took to make the log safe.");
    shadows = counter("perdure.shadows", "{call}", "Calls that were to be compared.");
  }

  private LongCounter counter(String name, String unit, String says) {
    return meter.counterBuilder(name).setUnit(unit).setDescription(says).build();
  }

  private DoubleHistogram histogram(String name, String says) {
    return meter
        .histogramBuilder(name)
        .setUnit("s")
        .setDescription(says)
        .setExplicitBucketBoundariesAdvice(SECONDS)
        .build();
  }

  void started(ObservedTask task) {
    started.add(1, about(task));
  }

  void ended(ObservedTask task, Event.Finished end) {
    var how = Names.and(about(task), Names.outcome(end.outcome()));
    ended.add(1, how);
    tasks.record(Math.max(0, end.atMillis() - task.startedMillis()) / MILLIS, how);
  }

  private static Attributes about(ObservedTask task) {
    return Attributes.of(
        Names.FUNCTION, task.function().text(), Names.VERSION, task.version().text());
  }

  void tried(Effect.Perform effect, Outcome outcome, long nanos) {
    var which = Attributes.of(Names.EFFECT, Describe.name(effect));
    effects.record(nanos / NANOS, Names.and(which, Names.outcome(outcome)));
  }

  void synced(long nanos) {
    syncs.record(nanos / NANOS);
  }

  void shadowed(ShadowCount.Key compared, String result, long calls) {
    shadows.add(
        calls,
        Attributes.of(
            Names.FUNCTION,
            compared.function().text(),
            Names.VERSION,
            compared.primary().text(),
            Names.CANDIDATE,
            compared.candidate().text(),
            Names.RESULT,
            result));
  }

  /// Figures that are read when somebody asks for them, until the callback is closed.
  BatchCallback watch(Node node) {
    var inputs = gauge("perdure.inputs.waiting", "{input}", "What waits for the writer.");
    var attempts = gauge("perdure.attempts", "{attempt}", "Attempts that have threads.");
    var waiting = gauge("perdure.queue.waiting", "{task}", "Tasks that wait for their turn.");
    var running = gauge("perdure.queue.running", "{task}", "Tasks of limited functions that run.");
    var lag = gauge("perdure.index.lag", "{event}", "Events that the index lacks.");
    var lagTime =
        meter
            .gaugeBuilder("perdure.index.lag.duration")
            .setUnit("s")
            .setDescription("For how long the index has been behind the log.")
            .buildObserver();
    return meter.batchCallback(
        () -> {
          inputs.record(node.inputs());
          attempts.record(node.attempts());
          queues(node, waiting, running);
          index(node, lag, lagTime);
        },
        inputs,
        attempts,
        waiting,
        running,
        lag,
        lagTime);
  }

  private ObservableLongMeasurement gauge(String name, String unit, String says) {
    return meter.gaugeBuilder(name).ofLongs().setUnit(unit).setDescription(says).buildObserver();
  }

  private static void queues(
      Node node, ObservableLongMeasurement waiting, ObservableLongMeasurement running) {
    try {
      for (var queue : node.read(state -> state.queues().counts())) {
        var which = Attributes.of(Names.FUNCTION, queue.function().text());
        waiting.record(queue.waiting(), which);
        running.record(queue.running(), which);
      }
    } catch (PerdureException _) {
      return; // A node that had to stop has no queues; whoever opened it is told so elsewhere.
    }
  }

  private static void index(
      Node node, ObservableLongMeasurement lag, ObservableDoubleMeasurement lagTime) {
    node.index()
        .ifPresent(index -> {
          var behind = index.figures().lag();
          lag.record(behind.events());
          lagTime.record(behind.millis() / MILLIS);
        });
  }
}
