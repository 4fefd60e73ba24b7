package dev.perdure.server;

import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskView;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Waits for tasks to end, and tells when one cannot without somebody's doing.
final class TaskEnds {
  private static final Duration LOOK = Duration.ofMillis(50);
  private final Node node;
  private final Duration waitMax;

  TaskEnds(Node node, Duration waitMax) {
    this.node = node;
    this.waitMax = waitMax;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
                "/v1/tasks/{id}/end",
                "Waits until a task has ended, or can only end by somebody's doing: is that so, it"
                    + " is a problem.",
                this::end)
            .weighing(Load.WAITING)
            .taking(
                Param.query(
                    "wait",
                    Schema.integer(),
                    "Seconds, at most " + waitMax.toSeconds() + ". Default: the most."))
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object().with("task", Schema.id()).with("outcome", Schema.object()),
                    "How it ended, as in the task."),
                Reply.json(
                    HttpStatus.ACCEPTED,
                    Schema.object().with("task", Schema.id()),
                    "It has not ended yet.")));
  }

  private Answer end(Request request) {
    var task = TaskIds.find(node, request.variable("id"));
    long most = waitMax.toSeconds();
    long nanos = Duration.ofSeconds(request.integer("wait", most, 0, most)).toNanos();
    long begun = System.nanoTime();
    var watch = new TaskWatch(node, task);
    do {
      var outcome = node.await(task, LOOK);
      if (outcome.isPresent()) {
        return Answer.ok(data(task).with("outcome", TaskView.outcome(outcome.get())));
      }
      watch.check();
    } while (System.nanoTime() - begun < nanos);
    return new Answer.Whole(HttpStatus.ACCEPTED, data(task), Map.of());
  }

  private static Data data(TaskId task) {
    return Data.of("task", task);
  }
}
