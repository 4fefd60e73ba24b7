package dev.perdure.otel;

import dev.perdure.engine.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The trace contexts of tasks as OpenTelemetry has them, and back.
final class Contexts {
  private Contexts() {}

  /// To be the parent of spans: what a task was started in, on whatever machine that was.
  static Context of(TraceContext trace) {
    var remote =
        SpanContext.createFromRemoteParent(
            trace.traceId(),
            trace.spanId(),
            TraceFlags.fromByte((byte) trace.flags()),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(remote));
  }

  /// What a span leads to; `otherwise` if there is nobody who makes spans.
  static @Nullable TraceContext of(Span span, @Nullable TraceContext otherwise) {
    var context = span.getSpanContext();
    return context.isValid() ? of(context) : otherwise;
  }

  private static TraceContext of(SpanContext context) {
    var header =
        "00-"
            + context.getTraceId()
            + "-"
            + context.getSpanId()
            + "-"
            + context.getTraceFlags().asHex();
    return Objects.requireNonNull(TraceContext.parse(header), "what is valid can be read");
  }
}
