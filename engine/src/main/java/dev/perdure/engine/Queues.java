package dev.perdure.engine;

import dev.perdure.value.MapValue;
import dev.perdure.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The limits of functions and the tasks that wait for their turn: the part of the fold that is
/// about them. A task is in here from its `Queued` to its end; those that began before a limit was
/// set are not, and are not counted.
public final class Queues {
  private final Map<FunctionName, QueueLimit> limits = new TreeMap<>();
  private final Map<Id, Queue> queues = new TreeMap<>();
  private final Map<TaskId, Queue.Entry> entries = new HashMap<>();
  private final Set<TaskId> running = new HashSet<>();
  private final Map<Debounced, TaskId> debounced = new HashMap<>();
  private final Map<Id, Timer> timerOf = new HashMap<>();
  private final TreeSet<Timer> timers = new TreeSet<>();

  /// Queues that held no task when they were put here, by when they are over.
  private final TreeSet<Over> over = new TreeSet<>();

  private record Over(long atMillis, Id id) implements Comparable<Over> {
    @Override
    public int compareTo(Over other) {
      int order = Long.compare(atMillis, other.atMillis);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  /// @param key empty if the function's limit is not for each key
  private record Id(FunctionName function, String key) implements Comparable<Id> {
    @Override
    public int compareTo(Id other) {
      int order = function.compareTo(other.function);
      return order != 0 ? order : key.compareTo(other.key);
    }
  }

  /// What starts have in common that become one task.
  private record Debounced(FunctionName function, String key) {}

  Queues() {}

  /// Whether a task has to wait for its turn, be it only for a moment.
  boolean concern(FunctionName function, Queueing queueing) {
    return limits.containsKey(function) || !queueing.equals(Queueing.NONE);
  }

  /// Tasks that wait come under the new limit; those that have begun in the time of a rate are
  /// forgotten.
  void limited(Event.Limited e) {
    var function = e.limit().function();
    if (e.limit().isNone()) {
      limits.remove(function);
    } else {
      limits.put(function, e.limit());
    }
    queues.keySet().stream()
        .filter(id -> id.function().equals(function))
        .toList()
        .forEach(id -> {
          queues.remove(id);
          wind(id);
        });
    entries.values().stream()
        .filter(entry -> entry.function().equals(function))
        .forEach(entry -> {
          boolean runs = running.contains(entry.task());
          queue(entry).add(entry, runs ? Queue.Stage.RUNNING : Queue.Stage.DELAYED);
          wind(id(entry));
        });
  }

  void queued(Event.Started start, Event.Queued e, long offset) {
    free(e.atMillis());
    long ready = Math.max(e.atMillis(), e.queueing().notBeforeMillis());
    var entry = new Queue.Entry(e.task(), start.function(), e.queueing(), ready, offset);
    join(entry, Queue.Stage.DELAYED);
  }

  private void join(Queue.Entry entry, Queue.Stage stage) {
    entries.put(entry.task(), entry);
    var debounce = entry.queueing().debounce();
    if (debounce != null && stage != Queue.Stage.RUNNING) {
      debounced.put(new Debounced(entry.function(), debounce.key()), entry.task());
    }
    queue(entry).add(entry, stage);
    wind(id(entry));
  }

  /// Of the same time who came first goes first, whatever put it off.
  void debounced(Event.Debounced e) {
    free(e.atMillis());
    var before = existing(e.task());
    ended(e.task());
    long ready = e.queueing().notBeforeMillis();
    var entry = new Queue.Entry(e.task(), before.function(), e.queueing(), ready, before.offset());
    join(entry, Queue.Stage.DELAYED);
  }

  /// The task that waits and is put off by a start of the function; null if there is none.
  @Nullable TaskId debounced(FunctionName function, Debounce debounce) {
    return debounced.get(new Debounced(function, debounce.key()));
  }

  /// Its next start makes a new task.
  private void leave(Queue.Entry entry) {
    var debounce = entry.queueing().debounce();
    if (debounce != null) {
      debounced.remove(new Debounced(entry.function(), debounce.key()), entry.task());
    }
  }

  void begun(Event.Begun e, long offset) {
    free(e.atMillis());
    var entry = existing(e.task());
    running.add(e.task());
    leave(entry);
    queue(entry).begin(entry, new Queue.Beginning(e.atMillis(), offset));
    wind(id(entry));
  }

  void ended(TaskId task) {
    var entry = entries.remove(task);
    if (entry == null) {
      return;
    }
    var queue = queue(entry);
    if (running.remove(task)) {
      queue.ended();
    } else {
      queue.remove(entry);
      leave(entry);
    }
    var id = id(entry);
    if (queue.isIdle()) {
      over.add(new Over(queue.overMillis(), id));
      free(0);
    }
    wind(id);
  }

  /// Lets go of queues that hold no task and of whose rate nothing is spent any more. A time that
  /// an event has shown has come, whatever the clock shows later.
  private void free(long nowMillis) {
    while (!over.isEmpty() && over.first().atMillis() <= nowMillis) {
      var id = over.removeFirst().id();
      var queue = queues.get(id);
      if (queue != null && queue.isIdle() && queue.overMillis() <= nowMillis) {
        queues.remove(id);
      }
    }
  }

  /// How many queues are kept: those with tasks in them, and those of whose rate something is
  /// spent.
  public int size() {
    return queues.size();
  }

  /// Whether a task has begun in the queue in which another one would wait.
  boolean holds(TaskId task, FunctionName function, Queueing other) {
    var entry = entries.get(task);
    return entry != null && running.contains(task) && id(entry).equals(id(function, other));
  }

  /// A task in a queue, and how far it has come.
  record Turn(Queue.Entry entry, Queue.Stage stage) {}

  /// All tasks in queues.
  List<Turn> turns() {
    return entries.values().stream().map(entry -> new Turn(entry, stage(entry))).toList();
  }

  private Queue.Stage stage(Queue.Entry entry) {
    if (running.contains(entry.task())) {
      return Queue.Stage.RUNNING;
    }
    return queue(entry).isReady(entry) ? Queue.Stage.READY : Queue.Stage.DELAYED;
  }

  /// Takes a limit from a snapshot.
  void restore(QueueLimit limit) {
    limits.put(limit.function(), limit);
  }

  /// Takes a task in a queue from a snapshot.
  void restore(Turn turn) {
    var entry = turn.entry();
    if (turn.stage() == Queue.Stage.RUNNING) {
      running.add(entry.task());
    }
    join(entry, turn.stage());
  }

  /// When tasks of a queue began that count for its rate.
  record Spent(FunctionName function, String key, List<Queue.Beginning> begun) {}

  /// What is spent of the rates.
  List<Spent> spent() {
    return queues.entrySet().stream()
        .map(e -> new Spent(e.getKey().function(), e.getKey().key(), e.getValue().begun()))
        .filter(spent -> !spent.begun().isEmpty())
        .toList();
  }

  /// Takes from a snapshot what is spent of a rate.
  void restore(Spent spent) {
    var id = new Id(spent.function(), spent.key());
    var queue = queues.computeIfAbsent(id, _ -> new Queue(limit(spent.function())));
    queue.restore(spent.begun());
    over.add(new Over(queue.overMillis(), id));
    wind(id);
  }

  /// The offset of the oldest beginning that counts for a rate still; [Long#MAX_VALUE] if none
  /// does.
  long oldestCounting(long nowMillis) {
    return queues.values().stream()
        .mapToLong(queue -> queue.oldestCounting(nowMillis))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /// Beginnings below an offset count no more.
  void forget(long below) {
    queues.forEach((id, queue) -> {
      queue.forget(below);
      if (queue.isIdle()) {
        over.add(new Over(queue.overMillis(), id));
      }
    });
    free(0);
    List.copyOf(queues.keySet()).forEach(this::wind);
  }

  private Queue.Entry existing(TaskId task) {
    var entry = entries.get(task);
    if (entry == null) {
      throw new IllegalStateException("task " + task + " is in no queue");
    }
    return entry;
  }

  private Id id(Queue.Entry entry) {
    return id(entry.function(), entry.queueing());
  }

  private Id id(FunctionName function, Queueing queueing) {
    return new Id(function, limit(function).perKey() ? queueing.key() : "");
  }

  private Queue queue(Queue.Entry entry) {
    return queues.computeIfAbsent(id(entry), _ -> new Queue(limit(entry.function())));
  }

  private void wind(Id id) {
    var before = timerOf.remove(id);
    if (before != null) {
      timers.remove(before);
    }
    var queue = queues.get(id);
    var next = queue == null ? null : queue.next();
    if (next != null) {
      timers.add(next);
      timerOf.put(id, next);
    }
  }

  /// The limit of a function; one that limits nothing if none is set.
  public QueueLimit limit(FunctionName function) {
    return limits.getOrDefault(function, QueueLimit.none(function));
  }

  /// The limits that are set, by function.
  public Collection<QueueLimit> limits() {
    return Collections.unmodifiableCollection(limits.values());
  }

  /// The timer that is due first; null if there is none.
  @Nullable Timer nextTimer() {
    return timers.isEmpty() ? null : timers.first();
  }

  /// The task whose turn it is in the queue of the one that a timer is of.
  TaskId first(TaskId ofTimer, long nowMillis) {
    return queue(existing(ofTimer)).first(nowMillis).task();
  }

  /// What somebody may want to know of a task that waits for its turn.
  ///
  /// @param before how many the limit lets begin before it, if no other comes
  /// @param queueing how it waits
  public record Place(QueueLimit limit, int running, long before, Queueing queueing) {}

  /// Where a task stands that waits for its turn.
  public Place place(TaskId task, long nowMillis) {
    var entry = existing(task);
    var queue = queue(entry);
    return new Place(
        limit(entry.function()), queue.running(), queue.before(entry, nowMillis), entry.queueing());
  }

  /// A function's tasks in queues.
  public record Count(FunctionName function, QueueLimit limit, int running, int waiting) {}

  /// The functions that have a limit, or tasks in a queue.
  public List<Count> counts() {
    var functions = new TreeSet<>(limits.keySet());
    queues.keySet().forEach(id -> functions.add(id.function()));
    return functions.stream().map(this::count).toList();
  }

  private Count count(FunctionName function) {
    int waiting = 0;
    int runs = 0;
    for (var entry : queues.entrySet()) {
      if (entry.getKey().function().equals(function)) {
        waiting += entry.getValue().waiting();
        runs += entry.getValue().running();
      }
    }
    return new Count(function, limit(function), runs, waiting);
  }

  Value describe() {
    return MapValue.builder()
        .put(StateText.text("limits"), StateText.map(limits))
        .put(StateText.text("queues"), StateText.map(queues))
        .put(StateText.text("entries"), StateText.map(entries))
        .put(StateText.text("running"), StateText.set(running))
        .put(StateText.text("debounced"), StateText.map(debounced))
        .put(StateText.text("timers"), StateText.set(timers))
        .build();
  }
}
