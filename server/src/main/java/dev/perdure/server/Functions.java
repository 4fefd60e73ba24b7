package dev.perdure.server;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import dev.perdure.server.json.JsonValues;
import dev.perdure.value.Vec;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls and starts functions.
final class Functions {
  private static final Param KEY =
      Param.header(
          "Idempotency-Key",
          "Asking again with the same key joins the first task instead of starting another.");
  private static final Param DEADLINE =
      Param.query(
          "deadline",
          Schema.text(),
          "When the task is cancelled: a time (RFC 3339), or how long from now, such as PT30S.");
  private static final Param VERSION =
      Param.query("version", Schema.text(), "The version that serves the function in this task.");
  private static final Body ARGUMENTS =
      Body.json(
          Schema.array(Schema.any()),
          "The arguments, one for each parameter, each as its type is written in JSON.");

  private final Node node;
  private final Results results;

  Functions(Node node, Results results) {
    this.node = node;
    this.results = results;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(
                "/v1/functions/{name}/call",
                Role.OPERATE,
                "Calls a function durably and answers with its result.",
                this::call)
            .weighing(Load.WAITING)
            .taking(KEY, DEADLINE, VERSION, results.wait("Default: the most."))
            .reading(ARGUMENTS)
            .giving(results.replies()),
        Endpoint.post(
                "/v1/functions/{name}/start",
                Role.OPERATE,
                "Starts a function and answers when its start is durable.",
                this::start)
            .taking(KEY, DEADLINE, VERSION)
            .reading(ARGUMENTS)
            .giving(
                Reply.json(
                    HttpStatus.CREATED,
                    Schema.object().with("task", Schema.id()),
                    "The task has started, or had with the same key.")));
  }

  private Answer call(Request request) {
    var name = new FunctionName(request.variable("name"));
    var wait = results.waited(request, results.waitMax());
    var called = node.call(name, arguments(request, name), options(request, name), wait);
    Outcome outcome = called.outcome().orElse(null);
    return outcome == null ? results.goingOn(called.task()) : Results.ended(called.task(), outcome);
  }

  private Answer start(Request request) {
    var name = new FunctionName(request.variable("name"));
    var task = node.start(name, arguments(request, name), options(request, name));
    return new Answer.Whole(
        HttpStatus.CREATED, Data.of("task", task), Map.of("Location", location(task)));
  }

  static String location(TaskId task) {
    return "/v1/tasks/" + task;
  }

  /// Reads the arguments by the types of the version that serves the function unless something else
  /// decides: all its versions can read what that one takes.
  private Payload arguments(Request request, FunctionName name) {
    var body = request.body();
    var json = body.length == 0 ? new JsonTree.Array(List.of()) : JsonReader.read(body);
    return Payload.of(
        node.types(name, version(request))
            .map(t -> new JsonValues(t.shapes()).arguments(name.text(), t.signature(), json))
            .orElse(Vec.EMPTY));
  }

  private static @Nullable Version version(Request request) {
    var version = request.query("version");
    return version == null ? null : new Version(version);
  }

  private static StartOptions options(Request request, FunctionName name) {
    var options = StartOptions.NONE;
    var key = request.header(KEY.name());
    if (key != null) {
      options = options.withKey(key);
    }
    var version = version(request);
    if (version != null) {
      options = options.withOverrides(Map.of(name, version));
    }
    var deadline = request.query(DEADLINE.name());
    return deadline == null ? options : options.withDeadlineMillis(deadlineMillis(deadline));
  }

  private static long deadlineMillis(String text) {
    try {
      var time =
          text.startsWith("P") ? Instant.now().plus(Duration.parse(text)) : Instant.parse(text);
      return time.toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException _) {
      throw Request.bad(
          "the deadline "
              + text
              + " is neither a time such as 2026-01-31T08:30:00Z nor a length"
              + " of time such as PT30S",
          DEADLINE.name());
    }
  }
}
