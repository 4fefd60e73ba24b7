/// Tells OpenTelemetry what a node does: traces and metrics, through its API alone.
module dev.perdure.otel {
  requires static org.jspecify;
  requires transitive dev.perdure.node;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context;

  exports dev.perdure.otel;
}
