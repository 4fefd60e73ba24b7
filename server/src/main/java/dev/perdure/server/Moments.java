package dev.perdure.server;

import dev.perdure.engine.travel.Moment;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.MomentView;

/// Shows what a task did, moment by moment, from a replay.
final class Moments {
  private final Node node;

  Moments(Node node) {
    this.node = node;
  }

  Endpoint endpoint() {
    return Endpoint.get(
            "/v1/tasks/{id}/moments",
            "Replays a task and lists what it did: calls, effects, lines, each with its stack.",
            this::moments)
        .weighing(Load.REPLAY)
        .taking(
            Pages.limit(),
            Param.query("from", Schema.integer(), "The number of the first. Default: 0."))
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object()
                    .with("moments", Schema.array(Schema.named("Moment")))
                    .withAny("next", Schema.integer()),
                "A page; `next` is there if more moments follow."));
  }

  private Answer moments(Request request) {
    long from = request.integer("from", 0, 0, Long.MAX_VALUE);
    var moments = node.moments(Tasks.id(node, request), from, Pages.limit(request));
    boolean more = !moments.isEmpty() && moments.getLast().kind() != Moment.Kind.END;
    return Answer.ok(
        Data.of("moments", moments.stream().map(MomentView::moment).toList())
            .withAny("next", more ? moments.getLast().number() + 1 : null));
  }
}
