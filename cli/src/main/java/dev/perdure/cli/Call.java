package dev.perdure.cli;

import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.java.run.HostEffect;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.ShadowLimits;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import dev.perdure.value.Edn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
      "    --bind shop.Catalog=shop.MemoryCatalog --classpath shop.jar"
    })
final class Call extends DataCommand {
  private static final Duration SHADOWS_MAX = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 50;
  private static final long PROGRESS_MILLIS = 1_000;

  @Parameters(index = "0", paramLabel = "FUNCTION", description = "The function.")
  String function = "";

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "Its arguments, as EDN.")
  List<String> arguments = List.of();

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
    var name = new FunctionName(function);
    var payload = EdnArguments.read(arguments);
    var options =
        (key == null ? StartOptions.NONE : StartOptions.NONE.withKey(key))
            .withQueueing(new Queueing(queueKey, priority, atMillis()))
            .withAttributes(attributes);
    return start ? started(name, payload, options) : called(name, payload, options);
  }

  private long atMillis() {
    return at == null
        ? 0
        : Times.parse(at, Instant.now().toEpochMilli())
            .orElseThrow(() -> usage("--at takes a time such as 2026-01-31T08:30:00Z, not " + at));
  }

  private Answer started(FunctionName name, Payload payload, StartOptions options) {
    try (var node = open()) {
      var task = node.start(name, payload, options);
      return Answer.done(Data.of("task", task), task.toString());
    }
  }

  private Answer called(FunctionName name, Payload payload, StartOptions options) {
    var effects = bindings.make(terminal);
    var lines = new HeldLines(terminal);
    var limits = ShadowLimits.defaults().onBusyMachine();
    var config = NodeConfig.in(existing()).withLines(lines).withShadowLimits(limits);
    try (var node = Node.open(config)) {
      effects.forEach(effect -> node.bind(effect.name(), effect));
      var task = node.start(name, payload, options);
      terminal.err().println(terminal.dim("task " + task));
      lines.release();
      var answer = answer(task, await(new CallWatch(node, task, names(effects))));
      node.awaitShadows(SHADOWS_MAX);
      return answer;
    }
  }

  private static Set<String> names(List<HostEffect> effects) {
    return effects.stream().map(HostEffect::name).collect(Collectors.toSet());
  }

  private Outcome await(CallWatch watch) {
    var ended = new CompletableFuture<Outcome>();
    Thread.ofVirtual().start(() -> complete(ended, watch));
    for (long waited = 0; ; waited += LOOK_MILLIS) {
      try {
        return ended.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        watch.check();
        if (waited == PROGRESS_MILLIS) {
          watch
              .waitsFor()
              .forEach(what -> terminal.err().println(terminal.dim("waits for " + what)));
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted; task " + watch.task() + " goes on", e);
      }
    }
  }

  private static void complete(CompletableFuture<Outcome> ended, CallWatch watch) {
    try {
      ended.complete(watch.await());
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private Answer answer(TaskId task, Outcome outcome) {
    var data = Data.of("task", task).with("outcome", TaskView.outcome(outcome));
    return switch (outcome) {
      case Outcome.Returned r -> Answer.done(data, Edn.pretty(r.value().value()));
      case Outcome.Threw t -> Answer.failed(data, failure(t));
      case Outcome.Cancelled c ->
          Answer.failed(data, List.of(terminal.bad("cancelled") + ": " + c.why()));
    };
  }

  private List<String> failure(Outcome.Threw threw) {
    var lines = new ArrayList<String>();
    lines.add(terminal.bad("failed") + ": " + threw.failure());
    lines.addAll(details(threw.failure()));
    return lines;
  }

  /// What a failure has beside its message: its fields, and where in the program it was thrown.
  static List<String> details(Failure failure) {
    var lines = new ArrayList<String>();
    var fields = failure.data();
    if (fields != null) {
      lines.add("  with " + fields);
    }
    failure.trace().stream()
        .filter(frame -> !frame.startsWith("java.base/") && !frame.startsWith("dev.perdure."))
        .filter(frame -> !frame.contains(".$Proxy"))
        .forEach(frame -> lines.add("  " + frame));
    return lines;
  }
}
