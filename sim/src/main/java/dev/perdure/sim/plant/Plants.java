package dev.perdure.sim.plant;

import dev.perdure.sim.plant.Plant.Change;
import java.util.List;

/// The planted bugs, each of which some checker finds.
public final class Plants {
  private static final String ENGINE = "dev.perdure.engine.";
  private static final String NODE = "dev.perdure.node.";
  private static final String LOG = "dev.perdure.log.";

  /// In the year 2096.
  private static final long LATER_MILLIS = 4_000_000_000_000L;

  private Plants() {}

  /// All of them.
  public static List<Plant> all() {
    return List.of(
        plant("replies are sent before they are durable", ENGINE + "Action$Reply", "barrier", -1),
        plant(
            "effects start before what led to them is durable",
            ENGINE + "Action$Proceed",
            "barrier",
            -1),
        without("the log is never synced", NODE + "Loop", "sync", "log/Log", "sync"),
        without(
            "a sync does not reach the disk", LOG + "FileLog", "forceFile", "StorageFile", "force"),
        without(
            "a refusal does not wait for what it rests on",
            ENGINE + "Engine",
            "refuse",
            "Decision",
            "barrier"),
        without(
            "who was told to stop is forgotten in the state",
            ENGINE + "TaskState",
            "answered",
            "Cancellations",
            "tell"),
        without(
            "who was told to stop is forgotten by the attempt",
            NODE + "LiveTask",
            "tell",
            "Cancellations",
            "tell"),
        new Plant(
            "a pause does not end the attempt", NODE + "LiveTask", "halt", new Change.Nothing()),
        without(
            "tasks are not taken up again after a restart",
            ENGINE + "TaskDecisions",
            "goOn",
            "TaskDecisions",
            "run"),
        without(
            "an awaited end is not looked up again after a restart",
            ENGINE + "TaskDecisions",
            "goOn",
            "Map",
            "forEach"),
        without(
            "a candidate is never given up",
            ENGINE + "EngineState",
            "nextTimer",
            "Trials",
            "failed"),
        without(
            "tasks that end well are not counted for the candidate",
            ENGINE + "EngineState",
            "finished",
            "Trials",
            "ended"),
        without(
            "a migration overlooks that the history is another",
            NODE + "Rehearsal",
            "run",
            "Rehearsal",
            "diverged"),
        without("a restart leaves no event", ENGINE + "TaskDecisions", "open", "Decision", "emit"),
        without(
            "a sleep sets no timer", ENGINE + "EngineState", "asked", "java/util/TreeSet", "add"),
        plant("timers fire early", ENGINE + "TaskState$Waiting", "dueMillis", 0),
        without(
            "a child that was started is lost",
            ENGINE + "AttemptDecisions",
            "startChild",
            "TaskDecisions",
            "begin"),
        without(
            "who awaits a task is not told of its end",
            ENGINE + "EngineState",
            "asked",
            "Set",
            "add"),
        without(
            "an idempotency key is forgotten",
            ENGINE + "TaskDecisions",
            "start",
            "EngineState",
            "taskWithKey"),
        without("a choice of version is not recorded", ENGINE + "Seam", "route", "Seam", "record"),
        without(
            "a cancellation does not reach who waits",
            ENGINE + "TaskState",
            "apply",
            "TaskState",
            "stop"),
        without(
            "children of a cancelled task are forgotten",
            ENGINE + "EngineState",
            "cancelChildren",
            "SequencedMap",
            "putIfAbsent"),
        without(
            "a crashed attempt is not repeated",
            ENGINE + "TaskDecisions",
            "attemptEnded",
            "Volatile",
            "retry"),
        without(
            "the outcome of an effect is not reported",
            NODE + "LiveWorld",
            "perform",
            "LiveWorld",
            "report"),
        without(
            "the timer of a schedule that is no more is left behind",
            ENGINE + "Schedules",
            "take",
            "java/util/TreeSet",
            "remove"),
        plant(
            "a schedule makes up for nothing",
            ENGINE + "ScheduleDecisions",
            "firstToFire",
            LATER_MILLIS),
        without(
            "a task that has begun is not counted", ENGINE + "Queues", "begun", "Queue", "begin"),
        without(
            "a queue of which nothing counts any more is kept",
            ENGINE + "Queues",
            "free",
            "java/util/Map",
            "remove"),
        new Plant(
            "whether a change binds running tasks is lost in the log",
            ENGINE + "EventCodec",
            "encode",
            new Change.AlwaysTrue("Event$Routed", "running")),
        without("a suspended task is not woken", ENGINE + "Engine", "step", "TaskDecisions", "run"),
        without(
            "a task that is read back takes children that have ended for living",
            ENGINE + "LiveTasks",
            "read",
            "TaskState",
            "keepChildren"),
        without(
            "a snapshot forgets who awaits whom", ENGINE + "StateCodec", "awaited", "Set", "add"),
        without(
            "a task is forgotten while the one that started it lives",
            ENGINE + "EndedTasks",
            "mayBeForgotten",
            "java/util/function/Predicate",
            "test"),
        without(
            "what tasks counted for a trial is forgotten with them",
            ENGINE + "EngineState",
            "forgotten",
            "Trials",
            "counted"),
        without(
            "beginnings of tasks that are forgotten are counted still",
            ENGINE + "EngineState",
            "forgotten",
            "Queues",
            "forget"),
        without(
            "the end of a history is dropped, and its beginning is not",
            LOG + "Compaction",
            "isDropped",
            "BatchReader",
            "isKept"),
        without(
            "the name of a large value is not made durable",
            LOG + "ValueFiles",
            "writeOnce",
            "Storage",
            "force"),
        without(
            "large values are deleted though a record refers to them",
            LOG + "ValueFiles",
            "sweep",
            "java/util/Set",
            "contains"),
        plant("large values that nobody refers to are kept", LOG + "ValueFiles", "delete", 0),
        without(
            "the longest wait of a task that is put off is ignored",
            ENGINE + "Queueing",
            "timed",
            "Debounce",
            "longestMillis"),
        without(
            "a debounce key outlives the wait of its task",
            ENGINE + "Queues",
            "begun",
            "Queues",
            "leave"),
        unchanged(
            "a task runs with the arguments of its first start",
            ENGINE + "TaskState",
            "apply",
            "Event$Started",
            "after"),
        unchanged(
            "a snapshot forgets who waits under a debounce key",
            ENGINE + "ScheduleFields",
            "wholeQueueing",
            "Queueing",
            "withDebounce"),
        new Plant(
            "a checkpoint is kept of a task that shall stop",
            ENGINE + "TaskState",
            "summary",
            new Change.AlwaysTrue("Cancellations", "isEmpty")),
        new Plant(
            "what was answered while an attempt was suspended is overlooked",
            ENGINE + "TaskDecisions",
            "attemptSuspended",
            new Change.AlwaysTrue("Set", "containsAll")));
  }

  private static Plant plant(String name, String className, String method, long value) {
    return new Plant(name, className, method, new Change.Constant(value));
  }

  private static Plant unchanged(
      String name, String className, String method, String owner, String call) {
    return new Plant(name, className, method, new Change.Unchanged(owner, call));
  }

  private static Plant without(
      String name, String className, String method, String owner, String call) {
    return new Plant(name, className, method, new Change.WithoutCalls(owner, call));
  }
}
