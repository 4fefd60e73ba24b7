package dev.perdure.cli;

import dev.perdure.java.run.HostEffect;
import dev.perdure.node.Lines;
import dev.perdure.node.Node;
import dev.perdure.node.ShadowLimits;
import dev.perdure.server.LocalApi;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.Times;
import dev.perdure.server.view.Why;
import dev.perdure.value.Edn;
import dev.perdure.value.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "call",
    description = {
      "Calls a function durably and prints what it returns.",
      "Tasks of the data directory that have not ended go on as long as the call takes.",
      "Arguments are EDN, one for each parameter. Put -- before one that begins with a dash."
    },
    footer = {
      "",
      "Example:",
      "  perdure call handleRequest '{:userId \"7\"}' --key order-7 \\",
      "    --bind shop.Catalog=shop.MemoryCatalog --classpath shop.jar",
      "  perdure call convert --args-file page.edn"
    })
final class Call extends EngineCommand {
  private static final Duration SHADOWS_MAX = Duration.ofSeconds(10);
  private static final int WAIT_SECONDS = 30;

  /// Of a task that has not ended meanwhile.
  private static final Set<String> GOING_ON = Set.of("waiting", "queued", "running");

  @Parameters(index = "0", paramLabel = "FUNCTION", description = "The function.")
  String function = "";

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "Its arguments, as EDN.")
  List<String> arguments = List.of();

  @Mixin ArgumentFile file = new ArgumentFile();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Joins the task that was started with the same key, if there is one.")
  @Nullable String key;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Begin then, such as at 2026-01-31T08:30:00Z; else at once.")
  @Nullable String at;

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "Of two tasks that wait for their turn, the one of the higher begins first.")
  int priority;

  @Option(
      names = "--queue-key",
      paramLabel = "KEY",
      description = "By which a limit that is for each key counts.")
  String queueKey = "";

  @Option(
      names = "--debounce",
      paramLabel = "TIME",
      description = {
        "Begin when no other start has come under the --debounce-key for that long, such as PT5S.",
        "Until then each takes the place of the one before."
      })
  @Nullable String debounce;

  @Option(
      names = "--debounce-key",
      paramLabel = "KEY",
      description = "Which starts of the function become one task.")
  @Nullable String debounceKey;

  @Option(
      names = "--debounce-longest",
      paramLabel = "TIME",
      description = "Begin no later than that after the first of them, such as PT1M.")
  @Nullable String debounceLongest;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "What the task is searched and routed by. As often as needed.")
  Map<String, String> attributes = Map.of();

  @Option(names = "--start", description = "Only start the task; print its id.")
  boolean start;

  @Mixin Bindings bindings = new Bindings();

  Call(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var ask =
        Ask.post("functions", function, "start")
            .withHeader("Idempotency-Key", key)
            .withHeader("Perdure-Attributes", attributes())
            .with("priority", priority)
            .with("queueKey", queueKey)
            .with("at", at())
            .with("debounce", length("--debounce", debounce))
            .with("debounceKey", debounceKey)
            .with("debounceLongest", length("--debounce-longest", debounceLongest))
            .withEdn(file.or(arguments, this));
    return start ? started(ask) : called(ask);
  }

  private String attributes() {
    return attributes.entrySet().stream()
        .map(e -> e.getKey() + "=" + Ask.encoded(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private @Nullable Duration length(String option, @Nullable String text) {
    try {
      return text == null ? null : Duration.parse(text);
    } catch (DateTimeParseException _) {
      throw usage(option + " takes a length of time such as PT5S, not " + text);
    }
  }

  private @Nullable Instant at() {
    return at == null
        ? null
        : Times.exact(
            Times.parse(at, terminal.clock().millis())
                .orElseThrow(
                    () -> usage("--at takes a time such as 2026-01-31T08:30:00Z, not " + at)));
  }

  private Answer started(Ask ask) {
    try (var engine = engine()) {
      var task = engine.ask(ask).fields().text("task");
      return Answer.done(Data.of("task", task), task);
    }
  }

  private Answer called(Ask ask) {
    var effects = bindings.make(terminal);
    var lines = new HeldLines(terminal);
    try (var engine = engine(this::existing, directory -> running(directory, effects, lines))) {
      if (!effects.isEmpty() && engine.served()) {
        throw usage("--bind goes with a directory that nobody serves; `perdure serve` takes it");
      }
      var task = engine.ask(ask).fields().text("task");
      terminal.err().println(terminal.dim("task " + task));
      lines.release();
      return answer(await(engine, task));
    }
  }

  /// An engine that lets tasks run, until the call is over and all shadows are.
  private Source running(Path directory, List<HostEffect> effects, Lines lines) {
    var limits = ShadowLimits.defaults().onBusyMachine();
    var node = Node.open(config(directory).withLines(lines).withShadowLimits(limits));
    effects.forEach(effect -> node.bind(effect.name(), effect));
    return new LocalSource(
        LocalApi.of(node, null),
        terminal.user(),
        () -> {
          node.awaitShadows(SHADOWS_MAX);
          node.close();
        });
  }

  private Fields await(Source engine, String task) {
    var end = Ask.get("tasks", task, "end");
    var got = engine.ask(end.with("wait", 1));
    if (got.goesOn()) {
      var why = engine.ask(Ask.get("tasks", task, "why")).fields();
      if (GOING_ON.contains(why.text("status"))) {
        why.objects("waits").forEach(wait -> terminal.err().println(terminal.dim(waitsFor(wait))));
      }
    }
    while (got.goesOn()) {
      got = engine.ask(end.with("wait", WAIT_SECONDS));
    }
    return got.fields();
  }

  private static String waitsFor(Fields wait) {
    return "waits for " + Why.line(wait.text("for"), wait.text("on"));
  }

  private Answer answer(Fields ended) {
    var outcome = Objects.requireNonNull(ended.object("outcome"));
    if (outcome.has("threw")) {
      return Answer.failed(ended.tree(), failure(outcome));
    }
    var why = outcome.text("cancelled");
    return outcome.tree().get("cancelled") == null
        ? Answer.done(ended.tree(), Edn.pretty(Edn.read(outcome.text("edn"), "result", Limits.OWN)))
        : Answer.failed(
            ended.tree(), List.of(terminal.bad("cancelled") + (why.isEmpty() ? "" : ": " + why)));
  }

  private List<String> failure(Fields threw) {
    var lines = new ArrayList<String>();
    lines.add(terminal.bad("failed") + ": " + OutcomeText.failure(threw));
    lines.addAll(OutcomeText.details(threw.text("fieldsEdn"), threw.texts("trace")));
    return lines;
  }
}
