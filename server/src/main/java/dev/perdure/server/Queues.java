package dev.perdure.server;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Limits;
import dev.perdure.engine.QueueLimit;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.QueueView;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/// Looks at limits and sets them.
final class Queues {
  private static final Schema QUEUE =
      Schema.object()
          .with("function", Schema.text())
          .withAny("atOnce", Schema.integer())
          .withAny("rate", Schema.integer())
          .withAny("rateMillis", Schema.integer())
          .with("perKey", Schema.truth())
          .with("running", Schema.integer())
          .with("waiting", Schema.integer());

  private final Node node;

  Queues(Node node) {
    this.node = node;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
                "/v1/queues",
                "Lists the functions with a limit, or with tasks that wait for their turn.",
                this::list)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object().with("queues", Schema.array(QUEUE)),
                    "By function; `running` counts the tasks that went through its queue.")),
        Endpoint.post(
                "/v1/queues/{name}",
                Role.OPERATE,
                "Limits how many tasks of a function run; without a limit takes it off.",
                this::set)
            .taking(
                Param.query("atOnce", Schema.integer(), "How many at once. Default: any number."),
                Param.query("rate", Schema.integer(), "How many begin in `per`. With it."),
                Param.query("per", Schema.text(), "The time of `rate`, such as PT1M."),
                Param.query("perKey", Schema.truth(), "For each `queueKey` by itself."),
                Param.query("why", Schema.text(), "The reason, for the log."))
            .giving(
                Reply.json(
                    HttpStatus.OK, Schema.object().with("done", Schema.text()), "It is so.")));
  }

  private Answer list(Request request) {
    var all = node.read(QueueView::all);
    return Answer.ok(Data.of("queues", all.stream().map(QueueView::data).toList()));
  }

  private Answer set(Request request) {
    int rate = (int) request.integer("rate", 0, 0, Limits.RATE_MAX);
    node.limit(
        new QueueLimit(
            new FunctionName(request.variable("name")),
            (int) request.integer("atOnce", 0, 0, Integer.MAX_VALUE),
            rate,
            millis(request),
            request.truth("perKey")),
        request.change());
    return Answer.done("limited");
  }

  private static long millis(Request request) {
    var per = request.query("per");
    try {
      return per == null ? 0 : Duration.parse(per).toMillis();
    } catch (DateTimeParseException | ArithmeticException _) {
      throw Request.bad(per + " is no length of time such as PT1M", "per");
    }
  }
}
