package dev.perdure.server;

import dev.perdure.node.NodeCode;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers requests by the table of endpoints: finds the row, lets the gate decide, finds a place,
/// runs the operation, and sends what it says, or the problem.
final class Api {
  private static final System.Logger LOG = System.getLogger(Api.class.getName());

  /// What is sent in a moment; to send more on a new connection costs less than to read it here.
  private static final int DISCARDED_BYTES_MAX = 256 << 10;

  private final Map<Area, List<Endpoint>> table;
  private final Gate gate;
  private final Places places;
  private final Bodies bodies;
  private final Flights flights;

  Api(List<Endpoint> table, Gate gate, ServerLimits limits, Flights flights) {
    this.table =
        table.stream().collect(Collectors.groupingBy(e -> Area.of(e.target().path().segments())));
    this.gate = gate;
    this.places = new Places(limits.counts());
    this.bodies = new Bodies(limits.sizes());
    this.flights = flights;
  }

  /// Answers one request. It is under way until its answer, or its problem, has been sent.
  ///
  /// @throws IOException if the answer cannot be sent
  void handle(Exchange exchange) throws IOException {
    try {
      answerOrRefuse(exchange);
    } finally {
      flights.end();
    }
  }

  private void answerOrRefuse(Exchange exchange) throws IOException {
    try {
      flights.begin();
      answer(exchange);
    } catch (PerdureException e) {
      var _ = Thread.interrupted(); // told by the problem; else nothing could be sent any more
      send(exchange, ProblemAnswer.of(stopped(e.problem())));
    } catch (Refused e) {
      send(exchange, ProblemAnswer.of(e));
    } catch (RuntimeException e) {
      send(exchange, ProblemAnswer.of(unexpected(e)));
    }
  }

  private void answer(Exchange exchange) throws IOException {
    var found = find(exchange);
    var caller = gate.admit(exchange, found.role());
    var endpoint = found.endpoint();
    checkType(exchange, endpoint.shape().body());
    var query = Query.read(exchange.query(), endpoint.shape().params());
    try (var _ = places.take(endpoint.access().load());
        var body = bodies.of(exchange)) {
      var request = new Request(exchange, caller, found.variables(), query, body);
      send(exchange, endpoint.operation().run(request));
    }
  }

  /// The row of a request. Who may not even look is not told which rows there are.
  private Found find(Exchange exchange) {
    var there = new LinkedHashMap<Verb, Endpoint>();
    var path = segments(exchange.path());
    for (var endpoint : table.getOrDefault(Area.of(path), List.of())) {
      var variables = endpoint.target().path().match(path);
      if (variables != null) {
        var verb = endpoint.target().verb();
        if (verb.name().equals(exchange.method())) {
          return new Found(endpoint, variables);
        }
        there.put(verb, endpoint);
      }
    }
    gate.admit(exchange, Role.READ);
    throw there.isEmpty() ? unknown(exchange) : wrongMethod(exchange, there);
  }

  /// Few rows: those of paths with as many segments that begin alike, as `/v1/tasks` does. No row
  /// has a variable there.
  private record Area(int segments, List<String> beginning) {
    private static final int BEGINNING = 2;

    static Area of(List<String> path) {
      return new Area(path.size(), path.subList(0, Math.min(BEGINNING, path.size())));
    }
  }

  private static List<String> segments(String path) {
    try {
      return Template.segments(path);
    } catch (IllegalArgumentException _) {
      throw Request.bad("the path is not percent-encoded as it should be", "path");
    }
  }

  private record Found(Endpoint endpoint, Map<String, String> variables) {
    @Nullable Role role() {
      return endpoint.access().role();
    }
  }

  private static PerdureException unknown(Exchange exchange) {
    return new Problem(
            ServerCode.UNKNOWN_ENDPOINT,
            "there is nothing at " + exchange.path(),
            "path",
            "Look the endpoints up at /v1/openapi.json")
        .exception();
  }

  private static Refused wrongMethod(Exchange exchange, Map<Verb, Endpoint> there) {
    var allowed = there.keySet().stream().map(Verb::name).collect(Collectors.joining(", "));
    var problem =
        new Problem(
            ServerCode.WRONG_METHOD,
            exchange.path() + " cannot be asked with " + exchange.method(),
            "method",
            "Use " + allowed);
    return new Refused(problem, Data.of("allow", allowed));
  }

  /// A page of another site can send some types without asking; none of them is read here.
  private static void checkType(Exchange exchange, Body body) {
    if (body.type() == null) {
      return;
    }
    var media = Request.media(exchange);
    if (!body.reads(media)) {
      throw Problem.of(
              ServerCode.WRONG_TYPE,
              media.isEmpty()
                  ? "the request does not say what its body is"
                  : "the body is " + media,
              "Send the header \"Content-Type: " + body.type() + "\" and such a body")
          .exception();
    }
  }

  /// Waiting was interrupted: only a server that stops does that.
  private Problem stopped(Problem problem) {
    return problem.code() == NodeCode.CALL_INTERRUPTED && flights.stopping()
        ? Problem.of(
            ServerCode.SERVER_STOPPING,
            "the server is stopping, and the answer was not there in time",
            "Ask again when it has started; what was asked for goes on, so use the same"
                + " Idempotency-Key")
        : problem;
  }

  private static Problem unexpected(RuntimeException e) {
    var incident = UUID.randomUUID();
    LOG.log(System.Logger.Level.ERROR, "incident " + incident, e);
    return Problem.of(
        ServerCode.UNEXPECTED,
        "a fault of Perdure itself, incident " + incident,
        "Report it with what the server's log says of the incident");
  }

  private void send(Exchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Whole whole -> {
        var headers = headers("application/json");
        headers.putAll(whole.headers());
        var text = Json.write(whole.body()) + "\n";
        exchange.answer(whole.status(), headers, text.getBytes(StandardCharsets.UTF_8));
      }
      case Answer.Stream stream -> {
        try (var out =
            new LateOutput(() -> exchange.stream(HttpStatus.OK, headers(stream.type())))) {
          stream.writing().to(out);
          out.begin();
        }
      }
    }
  }

  private void send(Exchange exchange, ProblemAnswer problem) throws IOException {
    var headers = headers(ProblemAnswer.TYPE);
    headers.putAll(problem.headers());
    if (!discarded(exchange)) {
      headers.put("Connection", "close");
    }
    exchange.answer(problem.status(), headers, problem.body());
  }

  /// Who is refused is often still sending.
  private static boolean discarded(Exchange exchange) {
    try {
      return exchange.length() <= DISCARDED_BYTES_MAX && exchange.discard(DISCARDED_BYTES_MAX);
    } catch (IOException _) {
      return false;
    }
  }

  /// Answers are for one caller now, and are what they say they are.
  private Map<String, String> headers(String type) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", type);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    if (flights.stopping()) {
      headers.put("Connection", "close");
    }
    return headers;
  }
}
