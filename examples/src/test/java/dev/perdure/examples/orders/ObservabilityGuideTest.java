package dev.perdure.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.otel.OpenTelemetryObserver;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the snippet of the guide to lines, traces and metrics.
class ObservabilityGuideTest {
  @Test
  void anEngineIsObservedByOneSetting(@TempDir Path directory) {
    var spans = InMemorySpanExporter.create();
    var tracing =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
    try (var telemetry = OpenTelemetrySdk.builder().setTracerProvider(tracing).build()) {
      var config = NodeConfig.in(directory).withObserver(OpenTelemetryObserver.of(telemetry));
      try (var perdure = Perdure.open(config)) {
        perdure.effects().bind(Stock.class, new MemoryStock());
        perdure.effects().bind(Payments.class, new MemoryPayments());
        perdure.deploy("v1", Orders.class);
        perdure.call("total", List.of(new Line("pear", 1)), BigDecimal.class);
      }
      assertThat(spans.getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("start total", Stock.class.getName() + "/price", "total");
    }
  }
}
