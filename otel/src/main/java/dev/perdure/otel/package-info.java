/// Tells OpenTelemetry what a node does: traces and metrics, through its API alone.
@org.jspecify.annotations.NullMarked
package dev.perdure.otel;
