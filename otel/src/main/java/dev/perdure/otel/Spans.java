package dev.perdure.otel;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Place;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Tried;
import dev.perdure.node.ObservedTask;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the spans. The API lets nobody choose the id of a span, so what a task's spans lie below
/// is a span that ends with the request to start the task: its id is recorded with the start, and
/// whoever goes on with the task knows it.
final class Spans {
  private final Tracer tracer;

  Spans(Tracer tracer) {
    this.tracer = tracer;
  }

  /// A task is about to be started.
  ///
  /// @param given where; null: in the context of the calling thread
  @Nullable TraceContext starting(FunctionName function, @Nullable TraceContext given) {
    var span =
        tracer
            .spanBuilder("start " + function)
            .setSpanKind(SpanKind.PRODUCER)
            .setParent(given == null ? Context.current() : Contexts.of(given))
            .setAttribute(Names.FUNCTION, function.text())
            .startSpan();
    span.end();
    return Contexts.of(span, given);
  }

  /// A task has ended.
  void ended(ObservedTask task, Event.Finished end) {
    var span =
        tracer
            .spanBuilder(task.function().text())
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(Contexts.of(task.trace()))
            .setStartTimestamp(Instant.ofEpochMilli(task.startedMillis()))
            .setAllAttributes(about(task))
            .startSpan();
    end(span, end.outcome(), end.atMillis());
  }

  /// A task has waited.
  void waited(ObservedTask task, Event.Asked asked, Outcome outcome, long atMillis) {
    var span =
        tracer
            .spanBuilder(Describe.name(asked.effect()))
            .setParent(Contexts.of(task.trace()))
            .setStartTimestamp(Instant.ofEpochMilli(asked.atMillis()))
            .setAllAttributes(about(task))
            .setAttribute(Names.PLACE, asked.place().toString())
            .startSpan();
    end(span, outcome, atMillis);
  }

  private static void end(Span span, Outcome outcome, long atMillis) {
    told(span, outcome);
    span.end(Instant.ofEpochMilli(atMillis));
  }

  private static void told(Span span, Outcome outcome) {
    span.setAllAttributes(Names.outcome(outcome));
    if (outcome instanceof Outcome.Threw) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  /// Performs a try of an effect within a span of its own, which is current meanwhile.
  Tried perform(
      ObservedTask task, Place place, Effect.Perform effect, Function<TraceContext, Tried> body) {
    var span =
        tracer
            .spanBuilder(Describe.name(effect))
            .setSpanKind(SpanKind.CLIENT)
            .setParent(Contexts.of(task.trace()))
            .setAllAttributes(about(task))
            .setAttribute(Names.EFFECT, Describe.name(effect))
            .setAttribute(Names.PLACE, place.toString())
            .startSpan();
    var trace = Contexts.of(span, task.trace());
    try (var _ = span.makeCurrent()) {
      var tried = body.apply(trace == null ? task.trace() : trace);
      told(span, tried.outcome());
      return tried;
    } catch (RuntimeException | Error e) {
      span.setAttribute(Names.ERROR, e.getClass().getName()).setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private static Attributes about(ObservedTask task) {
    var about =
        Attributes.builder()
            .put(Names.TASK, task.id().toString())
            .put(Names.FUNCTION, task.function().text())
            .put(Names.VERSION, task.version().text());
    var parent = task.parent();
    return parent == null ? about.build() : about.put(Names.PARENT, parent.toString()).build();
  }
}
