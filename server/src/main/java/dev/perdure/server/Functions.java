package dev.perdure.server;

import dev.perdure.engine.Debounce;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Calls and starts functions.
final class Functions {
  private static final Param KEY =
      Param.header(
          "Idempotency-Key",
          "Asking again with the same key joins the first task instead of starting another.");
  private static final Param ATTRIBUTES =
      Param.header(
          "Perdure-Attributes",
          "What the task is searched and routed by, such as `tenant=acme, region=eu`; values are"
              + " percent-encoded.");
  private static final Param DEADLINE =
      Param.query(
          "deadline",
          Schema.text(),
          "When the task is cancelled: a time (RFC 3339), or how long from now, such as PT30S.");
  private static final Param VERSION =
      Param.query("version", Schema.text(), "The version that serves the function in this task.");
  private static final Param AT =
      Param.query("at", Schema.text(), "When it begins: a time (RFC 3339), or how long from now.");
  private static final Param PRIORITY =
      Param.query("priority", Schema.integer(), "Of two tasks in a queue the higher begins first.");
  private static final Param QUEUE_KEY =
      Param.query("queueKey", Schema.text(), "By which a limit that is for each key counts.");
  private static final Param DEBOUNCE =
      Param.query(
          "debounce",
          Schema.text(),
          "How long none must be started under the same `debounceKey` before the task begins, such"
              + " as PT5S. Until then each further start takes the place of the one before.");
  private static final Param DEBOUNCE_KEY =
      Param.query(
          "debounceKey", Schema.text(), "Which starts of the function become one task. With it.");
  private static final Param DEBOUNCE_LONGEST =
      Param.query(
          "debounceLongest",
          Schema.text(),
          "It begins no later than this after its first start. Default: no bound.");
  private static final Param TRACE =
      Param.header(
          TraceContext.HEADER,
          "The trace the task belongs to (W3C Trace Context). One that is not valid counts as"
              + " none.");

  /// What may be said of a task that is started.
  private static final Param[] STARTING = {
    KEY,
    TRACE,
    ATTRIBUTES,
    DEADLINE,
    VERSION,
    AT,
    PRIORITY,
    QUEUE_KEY,
    DEBOUNCE,
    DEBOUNCE_KEY,
    DEBOUNCE_LONGEST
  };

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
            .taking(STARTING)
            .taking(results.wait("Default: the most."))
            .reading(Arguments.BODY)
            .giving(results.replies()),
        Endpoint.post(
                "/v1/functions/{name}/start",
                Role.OPERATE,
                "Starts a function and answers when its start is durable.",
                this::start)
            .taking(STARTING)
            .reading(Arguments.BODY)
            .giving(
                Reply.json(
                    HttpStatus.CREATED,
                    Schema.object().with("task", Schema.id()),
                    "The task has started, or had with the same key; with a `debounceKey`: the task"
                        + " that waits under it.")));
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

  private Payload arguments(Request request, FunctionName name) {
    return Arguments.read(node, request, name, version(request));
  }

  private static @Nullable Version version(Request request) {
    var version = request.query("version");
    return version == null ? null : new Version(version);
  }

  private static StartOptions options(Request request, FunctionName name) {
    var options = StartOptions.NONE;
    var key = request.single(KEY.name());
    if (key != null) {
      options = options.withKey(key);
    }
    var trace = trace(request);
    if (trace != null) {
      options = options.withTrace(trace);
    }
    var version = version(request);
    if (version != null) {
      options = options.withOverrides(Map.of(name, version));
    }
    options = options.withQueueing(queueing(request)).withAttributes(attributes(request));
    var deadline = request.query(DEADLINE.name());
    return deadline == null
        ? options
        : options.withDeadlineMillis(millis(deadline, "the deadline", DEADLINE));
  }

  private static @Nullable TraceContext trace(Request request) {
    var header = request.header(TRACE.name());
    return header == null ? null : TraceContext.parse(header.strip());
  }

  /// In the form of the header `baggage` (W3C Baggage, without properties).
  private static Map<String, String> attributes(Request request) {
    var header = request.header(ATTRIBUTES.name());
    var attributes = new TreeMap<String, String>();
    for (var member : header == null || header.isBlank() ? List.<String>of() : members(header)) {
      int equals = member.indexOf('=');
      var name = equals < 0 ? "" : member.substring(0, equals).strip();
      if (name.isEmpty()) {
        throw Request.bad(
            "the attribute " + member.strip() + " has no form such as tenant=acme",
            ATTRIBUTES.name());
      }
      var value = Query.percentDecoded(member.substring(equals + 1).strip(), ATTRIBUTES.name());
      if (attributes.put(name, value) != null) {
        throw Request.bad("the attribute " + name + " is there twice", ATTRIBUTES.name());
      }
    }
    return attributes;
  }

  private static List<String> members(String header) {
    return List.of(header.split(",", -1));
  }

  private static Queueing queueing(Request request) {
    var key = request.query(QUEUE_KEY.name());
    var at = request.query(AT.name());
    return new Queueing(
        key == null ? "" : key,
        (int) request.integer(PRIORITY.name(), 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
        at == null ? 0 : millis(at, "the time", AT),
        debounce(request));
  }

  private static @Nullable Debounce debounce(Request request) {
    var quiet = request.query(DEBOUNCE.name());
    var key = request.query(DEBOUNCE_KEY.name());
    var longest = request.query(DEBOUNCE_LONGEST.name());
    if (quiet == null) {
      if (key != null || longest != null) {
        throw Request.bad("a debounce has no quiet time, such as debounce=PT5S", DEBOUNCE.name());
      }
      return null;
    }
    var debounce = Debounce.of(key == null ? "" : key, length(quiet, DEBOUNCE));
    return longest == null ? debounce : debounce.withLongest(length(longest, DEBOUNCE_LONGEST));
  }

  private static Duration length(String text, Param param) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException _) {
      throw Request.bad(text + " is no length of time such as PT5S", param.name());
    }
  }

  private static long millis(String text, String what, Param param) {
    try {
      var time =
          text.startsWith("P") ? Instant.now().plus(Duration.parse(text)) : Instant.parse(text);
      return time.toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException _) {
      throw Request.bad(
          what
              + " "
              + text
              + " is neither a time such as 2026-01-31T08:30:00Z nor a length"
              + " of time such as PT30S",
          param.name());
    }
  }
}
