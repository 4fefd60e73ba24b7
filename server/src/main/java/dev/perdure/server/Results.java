package dev.perdure.server;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.Map;

/// How tasks end, as answers.
final class Results {
  private static final String TASK = "Perdure-Task";
  private final Node node;
  private final Duration waitMax;

  Results(Node node, Duration waitMax) {
    this.node = node;
    this.waitMax = waitMax;
  }

  /// The longest that anybody waits.
  Duration waitMax() {
    return waitMax;
  }

  /// How long a request waits, as a parameter.
  Param wait(String otherwise) {
    return Param.query(
        "wait",
        Schema.integer(),
        "Seconds to wait for the task to end, at most " + waitMax.toSeconds() + ". " + otherwise);
  }

  /// How long a request wants to wait.
  Duration waited(Request request, Duration otherwise) {
    return Duration.ofSeconds(
        request.integer("wait", otherwise.toSeconds(), 0, waitMax.toSeconds()));
  }

  Reply[] replies() {
    return new Reply[] {
      Reply.json(HttpStatus.OK, Schema.any(), "The result, as its type is written in JSON."),
      Reply.json(
          HttpStatus.ACCEPTED,
          Schema.named("Task"),
          "The task has not ended yet; ask for its result at the place that Location names.")
    };
  }

  /// How a task ended.
  ///
  /// @throws Refused `TASK_FAILED` if it has no result
  static Answer ended(TaskId task, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r ->
          new Answer.Whole(HttpStatus.OK, r.value(), Map.of(TASK, task.toString()));
      case Outcome.Threw _, Outcome.Cancelled _ -> throw failed(task, outcome);
    };
  }

  private static Refused failed(TaskId task, Outcome outcome) {
    var problem =
        Problem.of(
            ServerCode.TASK_FAILED,
            "task " + task + " " + Describe.outcome(outcome),
            "Mend the cause and call again with another Idempotency-Key: this task has ended for"
                + " good");
    return new Refused(problem, Data.of("task", task).with("outcome", TaskView.outcome(outcome)));
  }

  /// A task that has not ended.
  Answer goingOn(TaskId task) {
    return new Answer.Whole(
        HttpStatus.ACCEPTED,
        TaskView.row(TaskStory.of(node, task).row()),
        Map.of("Location", Functions.location(task) + "/result", TASK, task.toString()));
  }
}
