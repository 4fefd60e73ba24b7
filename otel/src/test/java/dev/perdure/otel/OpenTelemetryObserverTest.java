package dev.perdure.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Log;
import dev.perdure.api.Retry;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;
import dev.perdure.engine.Change;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Version;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Observer;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTelemetryObserverTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final TraceContext GIVEN =
      TraceContext.parse("00-" + TRACE + "-b7ad6b7169203331-01");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("perdure.outcome");
  private static final AttributeKey<String> TASK = AttributeKey.stringKey("perdure.task.id");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  @TempDir Path directory;
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();
  private final List<String> current = new CopyOnWriteArrayList<>();
  private final AtomicInteger tries = new AtomicInteger();

  /// What functions ask.
  @Effect
  interface World {
    String greet(String name);

    @Retry(max = 3, backoff = "1ms..1ms")
    String flaky(String name);

    String refuse(String secret);
  }

  /// Messages from outside.
  @Effect
  interface Outside {
    @Signal
    String decision();
  }

  /// Functions to observe.
  static final class Flows {
    private final World world;
    private final Outside outside;
    private final Tasks tasks;
    private final Clock clock;
    private final Log log;

    Flows(World world, Outside outside, Tasks tasks, Clock clock, Log log) {
      this.world = world;
      this.outside = outside;
      this.tasks = tasks;
      this.clock = clock;
      this.log = log;
    }

    @Routed
    String hello(String name) {
      log.info("hello");
      return world.greet(name);
    }

    @Routed
    String parent(String name) {
      Task<String> child = tasks.start("hello", name);
      return child.await();
    }

    @Routed
    String decide(String name) {
      var greeting = world.greet(name);
      var decision = outside.decision();
      clock.sleep(Duration.ofMillis(1));
      return greeting + decision + world.greet(decision);
    }

    @Routed
    String flaky(String name) {
      return world.flaky(name);
    }

    @Routed
    String refuse(String secret) {
      return world.refuse(secret);
    }
  }

  /// Another version.
  static final class Louder {
    @Routed("hello")
    String hello(String name) {
      return name.toUpperCase(Locale.ROOT);
    }
  }

  private Perdure open(Path where) {
    return open(where, telemetry);
  }

  private Perdure open(Path where, OpenTelemetry to) {
    var perdure =
        Perdure.open(
            NodeConfig.in(where)
                .withLines(_ -> {})
                .withShadowLimits(ShadowLimits.defaults().onBusyMachine())
                .withObserver(OpenTelemetryObserver.of(to)));
    perdure
        .effects()
        .bind(
            World.class,
            new World() {
              @Override
              public String greet(String name) {
                current.add(Span.current().getSpanContext().getSpanId());
                return "Hello " + name;
              }

              @Override
              public String flaky(String name) {
                if (tries.incrementAndGet() < 3) {
                  throw new IllegalStateException("not yet");
                }
                return name;
              }

              @Override
              public String refuse(String secret) {
                throw new IllegalArgumentException("refused: " + secret);
              }
            });
    perdure.deploy("v1", Flows.class);
    return perdure;
  }

  @AfterEach
  void end() {
    telemetry.close();
  }

  private SpanData span(String name) {
    var found = named(name);
    assertThat(found).as(name + " of " + spans.getFinishedSpanItems()).hasSize(1);
    return found.getFirst();
  }

  private List<SpanData> named(String name) {
    return spans.getFinishedSpanItems().stream().filter(s -> s.getName().equals(name)).toList();
  }

  private static String world(String method) {
    return World.class.getName() + "/" + method;
  }

  private static StartOptions within(TraceContext trace) {
    return StartOptions.NONE.withTrace(trace);
  }

  @Test
  void aTaskAndItsEffectsLieBelowTheSpanThatStartedItInTheTraceOfTheCaller() {
    TaskId task;
    try (var perdure = open(directory)) {
      task = perdure.start("hello", List.of("Ada"), within(GIVEN));
      perdure.await(task, String.class);
    }
    var start = span("start hello");
    assertThat(start.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(start.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    for (var below : List.of(span("hello"), span(world("greet")))) {
      assertThat(below.getTraceId()).isEqualTo(TRACE);
      assertThat(below.getParentSpanId()).isEqualTo(start.getSpanId());
      assertThat(below.getAttributes().get(TASK)).isEqualTo(task.toString());
      assertThat(below.getAttributes().get(OUTCOME)).isEqualTo("returned");
    }
    assertThat(current).containsExactly(span(world("greet")).getSpanId());
  }

  @Test
  void aTaskBelongsToTheTraceOfTheSpanInWhichItIsCalled() {
    var outer = telemetry.getTracer("test").spanBuilder("outer").startSpan();
    try (var perdure = open(directory);
        var _ = outer.makeCurrent()) {
      var task = perdure.start("hello", List.of("Ada"), StartOptions.NONE);
      perdure.await(task, String.class);
      assertThat(traceOf(perdure, task).traceId()).isEqualTo(outer.getSpanContext().getTraceId());
    }
    assertThat(span("start hello").getParentSpanId()).isEqualTo(outer.getSpanContext().getSpanId());
  }

  private static TraceContext traceOf(Perdure perdure, TaskId task) {
    return TraceContext.of(Event.Started.of(perdure.node().history(task)));
  }

  @Test
  void aChildLiesBelowItsOwnStartWhichLiesBelowThatOfItsParent() {
    try (var perdure = open(directory)) {
      perdure.call("parent", "Ada", String.class);
    }
    var child = span("start hello");
    assertThat(child.getParentSpanId()).isEqualTo(span("start parent").getSpanId());
    assertThat(span("hello").getParentSpanId()).isEqualTo(child.getSpanId());
    assertThat(span("parent").getParentSpanId()).isEqualTo(span("start parent").getSpanId());
    assertThat(span("await").getParentSpanId()).isEqualTo(span("start parent").getSpanId());
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getTraceId)
        .containsOnly(child.getTraceId());
  }

  @Test
  void afterACrashAnotherProcessGoesOnInTheSameTraceAndNothingIsToldTwice() throws IOException {
    var copy = directory.resolve("after the crash");
    TaskId task;
    try (var perdure = open(directory.resolve("before"))) {
      task = perdure.start("decide", List.of("Ada"), within(GIVEN));
      Awaitility.await()
          .until(() ->
              perdure
                  .node()
                  .read(
                      s -> !s.task(task).waiting().isEmpty() && named(world("greet")).size() == 1));
      perdure.node().replay(task, Map.of(), Extras.none());
      perdure.node().log().durable();
      copy(directory.resolve("before"), copy);
    }
    try (var perdure = open(copy)) {
      perdure.send(task, "decision", "yes");
      assertThat(perdure.await(task, String.class)).isEqualTo("Hello AdayesHello yes");
      perdure.node().replay(task, Map.of(), Extras.none());
    }
    var start = span("start decide");
    assertThat(named(world("greet"))).hasSize(2);
    for (var name : List.of("decide", "receive decision", "sleep")) {
      assertThat(span(name).getParentSpanId()).isEqualTo(start.getSpanId());
    }
    assertThat(spans.getFinishedSpanItems())
        .hasSize(6)
        .extracting(SpanData::getTraceId)
        .containsOnly(TRACE);
    assertThat(metrics.collectAllMetrics())
        .filteredOn(m -> m.getName().equals("perdure.tasks.ended"))
        .singleElement()
        .satisfies(m ->
            assertThat(m.getLongSumData().getPoints())
                .singleElement()
                .satisfies(p -> assertThat(p.getValue()).isEqualTo(1)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.getFileName().toString().contains("lock")) {
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void eachTryOfAnEffectHasASpanAndAFailureSaysItsTypeOnly() {
    try (var perdure = open(directory)) {
      perdure.call("flaky", "Ada", String.class);
      assertThat(catchThrowable(() -> perdure.call("refuse", "my password", String.class)))
          .isNotNull();
    }
    assertThat(named(world("flaky")))
        .extracting(s -> s.getAttributes().get(OUTCOME))
        .containsExactly("threw", "threw", "returned");
    for (var failed : List.of(span("refuse"), span(world("refuse")))) {
      assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(failed.getAttributes().get(ERROR)).isEqualTo("java.lang.IllegalArgumentException");
    }
    assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("password");
    assertThat(metrics.collectAllMetrics().toString()).doesNotContain("password");
  }

  @Test
  void metricsCountTasksEffectsShadowsAndSyncs() {
    try (var perdure = open(directory)) {
      perdure.deploy("v2", Louder.class);
      perdure
          .node()
          .route(
              Map.of(
                  new FunctionName("hello"),
                  new Policy.Shadow(new Version("v1"), new Version("v2"), 100)),
              false,
              new Change("test", ""));
      perdure.call("hello", "Ada", String.class);
      perdure.call("hello", "Bob", String.class);
      assertThat(perdure.node().awaitShadows(Duration.ofSeconds(30))).isTrue();
      Awaitility.await()
          .untilAsserted(() -> {
            var told = metrics.collectAllMetrics();
            assertThat(sum(told, "perdure.tasks.started")).isEqualTo(2);
            assertThat(sum(told, "perdure.tasks.ended")).isEqualTo(2);
            assertThat(sum(told, "perdure.shadows")).isEqualTo(2);
            assertThat(count(told, "perdure.effect.duration")).isEqualTo(2);
            assertThat(count(told, "perdure.task.duration")).isEqualTo(2);
            assertThat(count(told, "perdure.log.sync.duration")).isPositive();
            assertThat(metric(told, "perdure.inputs.waiting").getLongGaugeData().getPoints())
                .hasSize(1);
          });
    }
    assertThat(metrics.collectAllMetrics())
        .extracting(MetricData::getName)
        .doesNotContain("perdure.inputs.waiting");
  }

  private static MetricData metric(Collection<MetricData> told, String name) {
    return told.stream()
        .filter(m -> m.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + told));
  }

  private static long sum(Collection<MetricData> told, String name) {
    return metric(told, name).getLongSumData().getPoints().stream()
        .mapToLong(p -> p.getValue())
        .sum();
  }

  private static long count(Collection<MetricData> told, String name) {
    return metric(told, name).getHistogramData().getPoints().stream()
        .mapToLong(p -> p.getCount())
        .sum();
  }

  @Test
  void theOpenTelemetryOfTheJvmIsFoundIfThereIsOne() {
    GlobalOpenTelemetry.resetForTest();
    assertThat(OpenTelemetryObserver.ofGlobal()).isSameAs(Observer.NONE);
    GlobalOpenTelemetry.set(telemetry);
    try {
      OpenTelemetryObserver.ofGlobal().starting(new FunctionName("hello"), null);
      assertThat(span("start hello").getParentSpanContext().isValid()).isFalse();
    } finally {
      GlobalOpenTelemetry.resetForTest();
    }
  }

  @Test
  void withoutAnybodyWhoListensTasksAreWhatTheyWere() {
    try (var perdure = open(directory, OpenTelemetry.noop())) {
      var task = perdure.start("parent", List.of("Ada"), StartOptions.NONE);
      assertThat(perdure.await(task, String.class)).isEqualTo("Hello Ada");
      assertThat(traceOf(perdure, task).traceId()).isEqualTo(task.toString().replace("-", ""));
    }
  }
}
