package dev.perdure.engine;

import dev.perdure.value.Problem;

/// What the engine decides about tasks of other engines. They keep their ids, so a task is taken in
/// at most once; their history is taken as it is, and nothing here runs because of it.
final class ImportDecisions {
  private final EngineState state;

  ImportDecisions(EngineState state) {
    this.state = state;
  }

  void take(Input.Import i, Decision out) {
    if (isKnown(i.task())) {
      var problem =
          Problem.of(
              EngineCode.TASK_EXISTS,
              "task " + i.task() + " is here already",
              "Replay it as it is, or import it into another data directory");
      Engine.refuse(i.request(), problem, out);
      return;
    }
    out.emit(new Event.Imported(i.task(), i.origin(), i.change(), out.nowMillis()));
    i.history().forEach(out::emit);
    out.act(new Action.Reply(i.request(), new Action.Answer.Done(), out.barrier()));
  }

  private boolean isKnown(TaskId id) {
    return state.task(id) != null || state.endedTask(id) != null || state.importedTask(id) != null;
  }
}
