package dev.perdure.sim;

import dev.perdure.engine.Action;
import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Message;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Request;
import dev.perdure.engine.Revision;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Threshold;
import dev.perdure.engine.Version;
import dev.perdure.node.SimulatedNode;
import dev.perdure.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// People and programs outside: they ask for things, remember everything they were told, and hold
/// the engine to it over all crashes.
final class Clients {
  private static final int TASKS_MAX = 10;

  private final SplittableRandom random;
  private final SimIds ids;
  private final Time time;
  private final Ledger ledger;
  private final WatchedStorage storage;
  private final Map<Version, ToyUniverse> universes;
  private final Referee referee;
  private final Trace trace;

  private final List<TaskId> tasks = new ArrayList<>();
  private final Map<String, Wish> wishes = new TreeMap<>();
  private final Map<String, TaskId> keyed = new HashMap<>();
  private final Map<TaskId, Outcome> ends = new HashMap<>();
  private SimulatedNode node;
  private final boolean routesOften;
  private final boolean forgetsOften;
  private int asked;
  private long acknowledged;
  private long refused;
  private long unanswered;

  /// What was asked for under a key.
  private record Wish(FunctionName function, Payload arguments) {}

  Clients(
      SplittableRandom random,
      SimIds ids,
      Time time,
      Ledger ledger,
      WatchedStorage storage,
      Map<Version, ToyUniverse> universes,
      SimulatedNode node,
      Referee referee,
      Trace trace) {
    this.random = random;
    this.routesOften = random.nextInt(4) == 0;
    this.forgetsOften = random.nextInt(4) == 0;
    this.ids = ids;
    this.time = time;
    this.ledger = ledger;
    this.storage = storage;
    this.universes = universes;
    this.node = node;
    this.referee = referee;
    this.trace = trace;
  }

  /// A new life of the engine; what was asked of the last one and not answered is unknown.
  void connect(SimulatedNode next) {
    node = next;
    unanswered = 0;
  }

  /// Requests of this life without a reply.
  long unanswered() {
    return unanswered;
  }

  /// Starts one task, under a key.
  void startOne() {
    startWithKey(newKey());
  }

  /// Replies so far.
  long acknowledged() {
    return acknowledged;
  }

  /// Refusals so far.
  long refused() {
    return refused;
  }

  /// Lets the first universe in.
  void begin() {
    deploy(new Version("v1"));
  }

  /// Asks for something.
  void act() {
    switch (roll()) {
      case 0, 1 -> deploy(anyVersion());
      case 2, 3, 4, 5, 6, 7, 8 -> start();
      case 9, 10, 11 -> startWithKey(newKey());
      case 12, 13, 14 -> startWithKey(anyKey());
      case 15, 16, 17 -> watch();
      case 18, 19 -> change((r, task, change) -> new Input.Cancel(r, task, change));
      case 20, 21 -> change((r, task, change) -> new Input.Pause(r, task, change));
      case 22, 23 -> change((r, task, change) -> new Input.Resume(r, task, change));
      case 24, 25, 26 -> route();
      case 27 -> rollback();
      case 28 -> switchTask();
      case 29 -> look();
      case 30, 31, 32 -> send();
      case 33, 34 -> migrate();
      case 35, 36 -> forget();
      default -> remove();
    }
  }

  private int roll() {
    if (routesOften && random.nextInt(3) == 0) {
      return 24 + random.nextInt(6);
    }
    return forgetsOften && random.nextInt(4) == 0 ? 35 : random.nextInt(38);
  }

  private interface TaskInput {
    Input of(Request request, TaskId task, Change change);
  }

  Change nextChange() {
    return new Change("client-" + asked++, "as the seed says");
  }

  private Version anyVersion() {
    return new Version("v" + (1 + random.nextInt(3)));
  }

  FunctionName anyFunction() {
    return ToyUniverse.name(random.nextInt(Programs.FUNCTIONS));
  }

  private TaskId anyTask() {
    return tasks.isEmpty() || random.nextInt(40) == 0
        ? new TaskId(9, 9)
        : tasks.get(random.nextInt(tasks.size()));
  }

  private String newKey() {
    return "key-" + asked++;
  }

  private String anyKey() {
    var keys = List.copyOf(wishes.keySet());
    return keys.isEmpty() ? newKey() : keys.get(random.nextInt(keys.size()));
  }

  void ask(String what, Function<Request, Input> input, Answered then) {
    trace.say(() -> "ask " + what);
    unanswered++;
    var _ =
        node.ask(input)
            .thenAccept(answer -> {
              trace.say(() -> "told " + what + " -> " + answer);
              referee.watch(() -> told(what, answer, then));
            });
  }

  /// What becomes of an answer that is no refusal.
  interface Answered {
    void with(Action.Answer answer);
  }

  private void told(String what, Action.Answer answer, Answered then) {
    unanswered--;
    if (answer instanceof Action.Answer.Refused r) {
      refused++;
      refusal(what, r);
    } else {
      acknowledged++;
      then.with(answer);
    }
  }

  /// A refusal tells something too: what it says must not be undone by a crash.
  private void refusal(String what, Action.Answer.Refused r) {
    if (r.problem().code() == EngineCode.TASK_ENDED) {
      var id = TaskId.parse(r.problem().what().split(" ")[1]);
      promise(what, ledger.finished(id));
    }
    if (r.problem().code() == EngineCode.UNKNOWN_TASK) {
      var id = TaskId.parse(r.problem().what().split(" ")[4]);
      require(ledger.started(id) == null || isForgotten(id), what + ": " + r.problem().what());
    }
  }

  private void promise(String what, @org.jspecify.annotations.Nullable Long offset) {
    if (offset == null) {
      throw new Violation("told", what + " was acknowledged, and no event says so");
    }
    long durable = storage.durable(ledger.end());
    if (offset >= durable) {
      throw new Violation(
          "told", what + " was acknowledged at " + offset + " when " + durable + " were durable");
    }
    ledger.promise(offset);
  }

  private void deploy(Version version) {
    var change = nextChange();
    var info = java.util.Objects.requireNonNull(universes.get(version)).info();
    ask("deploy " + version, r -> new Input.Deploy(r, version, info, change), _ -> done(change));
  }

  void done(Change change) {
    var offset = ledger.change(change.who());
    if (offset != null) {
      promise(change.who(), offset);
    }
  }

  private void start() {
    if (tasks.size() >= TASKS_MAX) {
      return;
    }
    var options = StartOptions.NONE;
    if (random.nextInt(6) == 0) {
      options = options.withDeadlineMillis(time.wallMillis() + random.nextInt(5_000));
    }
    if (random.nextInt(6) == 0) {
      options = options.withOverrides(Map.of(anyFunction(), anyVersion()));
    }
    if (random.nextInt(3) == 0) {
      options = options.withAttributes(Map.of(TENANT, anyTenant()));
    }
    start(anyFunction(), arguments(), options);
  }

  Payload arguments() {
    var number = Value.of(random.nextLong());
    return random.nextInt(24) == 0
        ? Payload.ofVec(number, Bulk.any(random))
        : Payload.ofVec(number);
  }

  private void startWithKey(String key) {
    if (wishes.size() >= TASKS_MAX && !wishes.containsKey(key)) {
      return;
    }
    var wish = wishes.computeIfAbsent(key, _ -> new Wish(anyFunction(), arguments()));
    start(wish.function(), wish.arguments(), StartOptions.NONE.withKey(key));
  }

  void start(FunctionName function, Payload arguments, StartOptions options) {
    var id = ids.task();
    var until = random.nextInt(3) == 0 ? Input.Until.ENDED : Input.Until.STARTED;
    if (node.overloaded()) {
      return;
    }
    boolean own = options.key() == null && options.queueing().debounce() == null;
    if (own) {
      tasks.add(id);
    }
    ask(
        "start " + function + " as " + id + " " + options,
        r -> new Input.Start(r, until, id, function, arguments, options),
        answer -> {
          var task = started(answer);
          if (own) {
            require(task.equals(id), "start of " + id + " was answered with " + task);
          } else if (!tasks.contains(task)) {
            tasks.add(task);
          }
          if (options.key() != null) {
            named(options.key(), task);
          } else {
            promise("start of " + task, ledger.said(task, arguments));
          }
        });
  }

  private TaskId started(Action.Answer answer) {
    var task =
        switch (answer) {
          case Action.Answer.Started s -> s.task();
          case Action.Answer.Ended e -> e.task();
          case Action.Answer.Done _, Action.Answer.Refused _ -> throw new AssertionError();
        };
    promise("start of " + task, ledger.started(task));
    if (answer instanceof Action.Answer.Ended e) {
      ended(e);
    }
    return task;
  }

  private void named(String key, TaskId task) {
    var before = keyed.put(key, task);
    require(
        before == null || before.equals(task) || isForgotten(before),
        key + " named " + before + ", now " + task);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation("told", otherwise);
    }
  }

  private void watch() {
    var task = anyTask();
    ask(
        "watch " + task,
        r -> new Input.Watch(r, task),
        answer -> ended((Action.Answer.Ended) answer));
  }

  private void ended(Action.Answer.Ended e) {
    promise("end of " + e.task(), ledger.finished(e.task()));
    var event = (dev.perdure.engine.Event.Finished) ledger.at(e.offset()).event();
    require(event.task().equals(e.task()), "the end of " + e.task() + " is not at " + e.offset());
    var outcome = e.outcome();
    require(outcome == null || outcome.equals(event.outcome()), "two ends of " + e.task());
    var before = ends.put(e.task(), event.outcome());
    require(before == null || before.equals(event.outcome()), "another end of " + e.task());
  }

  private void change(TaskInput input) {
    change(anyTask(), input);
  }

  private void change(TaskId task, TaskInput input) {
    var change = nextChange();
    var example = input.of(NOBODY, task, change).getClass().getSimpleName();
    ask(example + " " + task, r -> input.of(r, task, change), _ -> done(change));
  }

  /// Of two clients that fulfil one promise the second is refused.
  private void send() {
    var kind = random.nextInt(3) == 0 ? Message.PROMISE : Message.SIGNAL;
    var name = "s" + random.nextInt(Programs.MESSAGES);
    var value =
        random.nextInt(16) == 0 ? Payload.of(Bulk.any(random)) : Payload.of(random.nextInt());
    change((r, task, change) -> new Input.Send(r, task, kind, name, value, "", change));
  }

  private static final String TENANT = "tenant";
  private static final int TENANTS = 3;
  private static final Request NOBODY = new Request() {};

  private Policy anyPolicy() {
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          new Policy.Percent(anyVersion(), anyVersion(), random.nextInt(101), anyThreshold());
      case 2 -> new Policy.Shadow(anyVersion(), anyVersion(), random.nextInt(101), anyThreshold());
      case 3 -> new Policy.Attribute(TENANT, Map.of(anyTenant(), anyVersion()), anyVersion());
      default -> new Policy.Primary(anyVersion());
    };
  }

  private @Nullable Threshold anyThreshold() {
    return random.nextBoolean() ? null : new Threshold(random.nextInt(60), 1 + random.nextInt(6));
  }

  private String anyTenant() {
    return "t" + random.nextInt(TENANTS);
  }

  private void route() {
    var change = nextChange();
    var policies = new TreeMap<FunctionName, Policy>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      policies.put(anyFunction(), anyPolicy());
    }
    boolean running = random.nextBoolean();
    ask(
        "route " + policies + (running ? " running" : ""),
        r -> new Input.Route(r, policies, running, change),
        _ -> done(change));
  }

  private void rollback() {
    var change = nextChange();
    var to = new Revision(random.nextInt(8));
    ask("roll back to " + to, r -> new Input.Rollback(r, to, change), _ -> done(change));
  }

  private void switchTask() {
    var change = nextChange();
    var task = anyTask();
    var function = anyFunction();
    var version = anyVersion();
    ask(
        "switch " + function + " of " + task + " to " + version,
        r -> new Input.SwitchTask(r, task, function, version, change),
        _ -> done(change));
  }

  private void migrate() {
    var to = random.nextInt(3) == 0 ? null : anyVersion();
    change((r, task, change) -> new Input.Migrate(r, task, to, change));
  }

  /// Whatever has ended, or what did so some time ago.
  private void forget() {
    var change = nextChange();
    long by = time.wallMillis() - random.nextInt(3) * 500L;
    ask("forget " + by, r -> new Input.Forget(r, by, change), _ -> done(change));
  }

  private boolean isForgotten(TaskId task) {
    return RetentionRule.forgotten(ledger).contains(task);
  }

  private void remove() {
    var change = nextChange();
    var version = anyVersion();
    ask("remove " + version, r -> new Input.Remove(r, version, change), _ -> done(change));
  }

  /// Whoever looks at the state sees it as it is, and nothing that a crash undoes.
  private void look() {
    ask(
        "look",
        Input.Look::new,
        _ -> {
          long newest = node.state().lastOffset();
          require(newest == ledger.end() - 1, "a look saw up to " + newest + " of " + ledger.end());
          promise("what a look saw", newest);
        });
  }

  /// Lets a task go on.
  void resume(TaskId task) {
    change(task, (r, t, change) -> new Input.Resume(r, t, change));
  }

  /// Gives a task up.
  void cancel(TaskId task) {
    change(task, (r, t, change) -> new Input.Cancel(r, t, change));
  }

  /// Asks again for everything that was acknowledged: the answers must be the same.
  void askAgain() {
    for (var task : List.copyOf(ends.keySet()).stream().sorted().toList()) {
      ask("watch " + task, r -> new Input.Watch(r, task), a -> ended((Action.Answer.Ended) a));
    }
    for (var key : List.copyOf(keyed.keySet()).stream().sorted().toList()) {
      startWithKey(key);
    }
  }
}
