package dev.perdure.otel;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Place;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Tried;
import dev.perdure.node.Node;
import dev.perdure.node.ObservedTask;
import dev.perdure.node.Observer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells OpenTelemetry what a node does. One may observe several nodes, one after the other or at
/// once; safe for use by many threads.
public final class OpenTelemetryObserver implements Observer {
  private static final String SCOPE = "dev.perdure";

  private final Spans spans;
  private final Meters meters;

  private OpenTelemetryObserver(Spans spans, Meters meters) {
    this.spans = spans;
    this.meters = meters;
  }

  /// One that tells `telemetry`, which it does not close.
  public static Observer of(OpenTelemetry telemetry) {
    return new OpenTelemetryObserver(
        new Spans(telemetry.getTracer(SCOPE)), new Meters(telemetry.getMeter(SCOPE)));
  }

  /// One that tells the OpenTelemetry of this JVM, such as the Java agent sets it up from the
  /// standard variables `OTEL_*`; [Observer#NONE] if there is none.
  public static Observer ofGlobal() {
    return GlobalOpenTelemetry.isSet() ? of(GlobalOpenTelemetry.get()) : NONE;
  }

  @Override
  public Runnable opened(Node node) {
    return meters.watch(node)::close;
  }

  @Override
  public @Nullable TraceContext starting(FunctionName function, @Nullable TraceContext given) {
    return spans.starting(function, given);
  }

  @Override
  public Tried perform(
      ObservedTask task, Place place, Effect.Perform effect, Function<TraceContext, Tried> body) {
    long from = System.nanoTime();
    var tried = spans.perform(task, place, effect, body);
    meters.tried(effect, tried.outcome(), System.nanoTime() - from);
    return tried;
  }

  @Override
  public void synced(long nanos) {
    meters.synced(nanos);
  }

  @Override
  public void started(ObservedTask task) {
    meters.started(task);
  }

  @Override
  public void ended(ObservedTask task, Event.Finished end) {
    spans.ended(task, end);
    meters.ended(task, end);
  }

  @Override
  public void waited(ObservedTask task, Event.Asked asked, Outcome outcome, long atMillis) {
    spans.waited(task, asked, outcome, atMillis);
  }

  @Override
  public void shadowed(ShadowCount.Key compared, boolean same) {
    meters.shadowed(compared, same ? "same" : "different", 1);
  }

  @Override
  public void dropped(ShadowCount.Key compared, long calls) {
    meters.shadowed(compared, "dropped", calls);
  }
}
