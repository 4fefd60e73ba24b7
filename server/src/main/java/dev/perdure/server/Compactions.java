package dev.perdure.server;

import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/// Forgets tasks that ended long ago and gives their space back.
final class Compactions {
  private final Node node;

  Compactions(Node node) {
    this.node = node;
  }

  Endpoint endpoint() {
    return Endpoint.post(
            "/v1/log/compact",
            Role.DEPLOY,
            "Forgets the tasks that ended long ago, with their histories, and rewrites the log's"
                + " files without them.",
            this::compact)
        .weighing(Load.FILES)
        .taking(
            Param.query(
                "olderThan",
                Schema.text(),
                "For how long a task has been over that is forgotten, such as P30D. Must be"
                    + " given."),
            Param.query("why", Schema.text(), "The reason, for the log."))
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object()
                    .with("forgotten", Schema.integer())
                    .with("segments", Schema.integer())
                    .with("events", Schema.integer())
                    .with("bytes", Schema.integer()),
                "How many tasks were forgotten; how many files were rewritten, how many events"
                    + " dropped, and how many bytes given back."));
  }

  private Answer compact(Request request) {
    var done = node.compact(age(request.needed("olderThan")), request.change());
    return Answer.ok(
        Data.of("forgotten", done.forgotten())
            .with("segments", done.segments())
            .with("events", done.records())
            .with("bytes", done.bytes()));
  }

  private static Duration age(String text) {
    try {
      var age = Duration.parse(text);
      if (age.toMillis() >= 0) {
        return age;
      }
    } catch (DateTimeParseException | ArithmeticException _) {
      // told below
    }
    throw Request.bad("olderThan is a time such as P30D or PT12H, not " + text, "olderThan");
  }
}
