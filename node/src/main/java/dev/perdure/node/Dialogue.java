package dev.perdure.node;

import dev.perdure.engine.Bounds;
import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Input;
import dev.perdure.engine.Message;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.Version;
import dev.perdure.java.FunctionTypes;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Messages to tasks, and questions about them, by the types of the code that they run. For any
/// thread but the writer's.
record Dialogue(Asking asking, Deployed deployed, Lookback lookback) {

  /// See [Node#send].
  void send(TaskId task, String name, Payload value, String key, Change change) {
    Bounds.check(value, "the message " + name);
    Bounds.check(StartOptions.NONE.withKey(key));
    var versions = asking.read(state -> receivers(state, task));
    var kind = versions.isEmpty() ? Message.SIGNAL : deployed.checkMessage(versions, name, value);
    asking.done(r -> new Input.Send(r, task, kind, name, value, key, change));
  }

  /// See [Node#messageTypes].
  Optional<FunctionTypes> messageTypes(TaskId task, String name) {
    return asking.read(state -> receivers(state, task)).stream()
        .flatMap(version -> deployed.messageTypes(version, name).stream())
        .findFirst();
  }

  /// The versions whose code a live task may run, its own first; none if it does not live.
  private static List<Version> receivers(EngineState state, TaskId id) {
    var task = state.task(id);
    return task == null
        ? List.of()
        : Stream.concat(
                Stream.of(task.start().version()),
                state.universes().keySet().stream().filter(v -> state.needs(task, v)))
            .distinct()
            .toList();
  }

  /// See [Node#query].
  Payload query(TaskId task, String name, Payload arguments) {
    // Looked at before the history: what is not unread then is in it.
    var stands = asking.read(state -> Stands.of(state.task(task)));
    if (stands == Stands.QUEUED) {
      throw Problem.of(
              EngineCode.TASK_QUEUED,
              "task " + task + " has not begun, so it knows nothing",
              "Ask when its turn has come")
          .exception();
    }
    return new Question(task, name, arguments, stands == Stands.MAILED)
        .ask(lookback.replayable(task, Map.of(), Extras.none()));
  }

  private enum Stands {
    QUEUED,
    MAILED,
    OTHERWISE;

    static Stands of(@Nullable TaskState task) {
      if (task == null) {
        return OTHERWISE;
      }
      boolean mailed = !task.mailbox().unread().isEmpty() || !task.mailbox().promises().isEmpty();
      return task.status() == TaskStatus.QUEUED ? QUEUED : mailed ? MAILED : OTHERWISE;
    }
  }

  /// See [Node#queryTypes].
  Optional<FunctionTypes> queryTypes(TaskId task, String name) {
    return asking.read(state -> versions(state, task)).stream()
        .flatMap(version -> deployed.queryTypes(version, name).stream())
        .findFirst();
  }

  private static List<Version> versions(EngineState state, TaskId task) {
    var ended = state.endedTask(task);
    return ended == null
        ? receivers(state, task)
        : Stream.concat(Stream.of(ended.version()), state.universes().keySet().stream())
            .filter(state.universes()::containsKey)
            .distinct()
            .toList();
  }
}
