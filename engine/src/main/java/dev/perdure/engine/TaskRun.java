package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One attempt of a task, on whichever side of the seam: what its branches share.
public final class TaskRun {
  private final Event.Started start;
  private final RouteTable routes;
  private final Universes universes;
  private final Observer observer;
  private final Map<FunctionName, Version> switched;
  private final Extras extras;
  private final Spawner spawner;
  private final Seam root;
  private final @Nullable Continuation continuation;
  private final Map<String, Answerer> answerers = Collections.synchronizedMap(new HashMap<>());

  /// Told of what happens beside the task's own course. Called on the task's threads.
  public interface Observer extends Shadows {
    /// A switched call has ended.
    void switched(StandIn call, StandIn.Result result);

    /// Does not care.
    Observer NONE =
        new Observer() {
          @Override
          public boolean wants(ShadowCount.Key compared) {
            return false;
          }

          @Override
          public void offer(StandIn call) {}

          @Override
          public void switched(StandIn call, StandIn.Result result) {}
        };

    /// Whether to note source positions: costs a stack walk for each effect.
    default boolean positions() {
      return false;
    }

    /// Who is told of each step, in the order of the code; null if nobody is. Costs the conversion
    /// of arguments and results of each call.
    default @Nullable Consumer<Step> steps() {
      return null;
    }
  }

  /// An attempt that goes by the journal as far as it reaches, and by the world behind it.
  ///
  /// @param start the event that made the task
  /// @param routes as they were at the revision of its start
  /// @param spawner runs the branches of its forks
  /// @param switched functions that another version than the recorded one shall serve
  /// @param extras who answers what a switched version asks in excess
  public TaskRun(
      Event.Started start,
      RouteTable routes,
      Journal journal,
      World world,
      Universes universes,
      Observer observer,
      Spawner spawner,
      Map<FunctionName, Version> switched,
      Extras extras) {
    this(
        start,
        routes,
        universes,
        observer,
        spawner,
        switched,
        extras,
        new JournalSource(journal, world, universes, false),
        null);
  }

  /// A live attempt.
  ///
  /// @param resumption where it goes on; null: it begins with the task
  /// @throws dev.perdure.value.PerdureException as [Universe#continuation]
  public TaskRun(
      Event.Started start,
      RouteTable routes,
      Journal journal,
      World world,
      Universes universes,
      Observer observer,
      Spawner spawner,
      @Nullable Resumption resumption) {
    this(
        start,
        routes,
        universes,
        observer,
        spawner,
        Map.of(),
        Extras.none(),
        new JournalSource(journal, world, universes, false),
        resumption);
  }

  private TaskRun(
      Event.Started start,
      RouteTable routes,
      Universes universes,
      Observer observer,
      Spawner spawner,
      Map<FunctionName, Version> switched,
      Extras extras,
      Source source,
      @Nullable Resumption resumption) {
    this.start = start;
    this.routes = routes;
    this.universes = universes;
    this.observer = observer;
    this.spawner = spawner;
    this.switched = Map.copyOf(switched);
    this.extras = extras;
    this.root = Seam.root(this, source, resumption == null ? 0 : resumption.next());
    this.continuation = resumption == null ? null : resumption.reading().apply(root);
  }

  /// Whether it goes on from where it was told to. If not, it begins with the task, and so has its
  /// journal to.
  public boolean resumes() {
    return continuation != null;
  }

  /// What the branches of a stand-in share. It begins with a call, not with the task, so it has no
  /// source. Nothing in it is shadowed or switched again.
  static TaskRun standIn(
      Event.Started start,
      RouteTable routes,
      Universes universes,
      Observer observer,
      Map<FunctionName, Version> switched) {
    var nothing = new JournalSource(new Journal(), World.endOfHistory(), universes, false);
    return new TaskRun(
        start,
        routes,
        universes,
        observer,
        Spawner.inOrder(),
        switched,
        Extras.none(),
        nothing,
        null);
  }

  /// Runs the task's function on the calling thread, to its end.
  ///
  /// @return how it ended: the outcome of the task, or that it is too large
  /// @throws Unwinding if the attempt has to end without an outcome
  public Outcome runToEnd() {
    var outcome = continuation == null ? called(root) : root.resume(continuation);
    root.end();
    return Bounds.bounded(outcome, () -> "the result of " + start.function());
  }

  private Outcome called(Seam seam) {
    var first = seam.beside(start.version(), start.function());
    return seam.call(start.function(), Seam.held(start.arguments()::held), first);
  }

  /// Who answers questions of a name about this attempt from now on.
  public void answeredBy(String question, Answerer answerer) {
    answerers.put(question, answerer);
  }

  /// What can be asked of what the code holds that has run.
  Set<String> questions() {
    synchronized (answerers) {
      return Set.copyOf(answerers.keySet());
    }
  }

  /// Asks what the code holds that has run, on the calling thread.
  ///
  /// @param question one of [#questions]
  /// @throws Unwinding as [Answerer#answer]
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE` if the answer is
  Outcome ask(String question, Payload arguments) {
    var answerer = Objects.requireNonNull(answerers.get(question));
    var seam =
        new Seam(this, Branch.ROOT, QuestionSource.NOBODY, Seam.Mode.STANDING_IN, null, false);
    var answer = answerer.answer(arguments, seam);
    if (answer instanceof Outcome.Returned returned) {
      Bounds.check(returned.value(), "the values in the answer to " + question);
    }
    return answer;
  }

  /// The event that made the task.
  public Event.Started start() {
    return start;
  }

  /// The task's id.
  public TaskId task() {
    return start.task();
  }

  /// Where to find the universes that serve its calls.
  public Universes universes() {
    return universes;
  }

  /// Who runs the branches of its forks.
  public Spawner spawner() {
    return spawner;
  }

  /// Who served a call of the function at the task's start.
  Choice choice(FunctionName function) {
    var forced = start.options().overrides().get(function);
    if (forced != null) {
      return Choice.only(forced);
    }
    var choice = routes.choose(function, Caller.of(start));
    if (choice == null) {
      throw Problem.of(
              EngineCode.UNKNOWN_FUNCTION,
              "no universe had the function " + function + " when task " + task() + " started",
              "Deploy the universe that has it before the task is started")
          .exception();
    }
    return choice;
  }

  /// Whether nobody but a version served calls of the function at the task's start, and nobody is
  /// to stand in for it. What no version had then can only be called within a version.
  boolean isServed(FunctionName function, Version version) {
    if (switched.containsKey(function)) {
      return false;
    }
    var forced = start.options().overrides().get(function);
    if (forced != null) {
      return forced.equals(version);
    }
    var policy = routes.policy(function);
    return policy == null || policy.equals(new Policy.Primary(version));
  }

  @Nullable Version switchedTo(FunctionName function) {
    return switched.get(function);
  }

  /// Whether somebody is told of each step.
  boolean followed() {
    return observer.steps() != null;
  }

  void step(Step step) {
    var steps = observer.steps();
    if (steps != null) {
      steps.accept(step);
    }
  }

  String position() {
    return observer.positions() ? universes.position() : "";
  }

  /// Runs the primary, notes its span, and offers the candidate to be run beside it, if somebody
  /// wants that. A call that an attempt before this one began is offered by the one that ends it.
  Outcome shadowedCall(
      Seam seam, FunctionName function, Payload arguments, Version primary, Version candidate) {
    var compared = new ShadowCount.Key(function, primary, candidate);
    boolean begunBefore = seam.isReplayed();
    if (!begunBefore && !observer.wants(compared)) {
      return seam.callAt(primary, function, arguments);
    }
    var span = seam.begin(Seam.Mode.NORMAL);
    Outcome outcome;
    try {
      outcome = seam.callAt(primary, function, arguments);
    } finally {
      seam.end(span);
    }
    if (begunBefore && (seam.isReplayed() || !observer.wants(compared))) {
      return outcome;
    }
    observer.offer(
        new StandIn(
            start,
            routes,
            function,
            primary,
            candidate,
            Map.of(function, candidate),
            arguments,
            span.journal(),
            outcome));
    return outcome;
  }

  /// Runs the recorded version first, to learn its span, then the other one on that span alone
  /// (E31). The task goes on with what the other one returned.
  Outcome switchedCall(
      Seam seam, FunctionName function, Payload arguments, Version recorded, Version other) {
    var span = seam.begin(Seam.Mode.LEARNING);
    Outcome first = null;
    Unwinding ended = null;
    try {
      first = seam.callAt(recorded, function, arguments);
    } catch (Unwinding u) {
      ended = u;
    } finally {
      seam.end(span);
    }
    var call =
        new StandIn(
            start, routes, function, recorded, other, switched, arguments, span.journal(), first);
    var result = call.run(universes, extras, observer);
    observer.switched(call, result);
    if (followed()) {
      step(new Step.Compared(seam.behind(), function, recorded, other, result));
    }
    if (ended != null) {
      throw ended;
    }
    if (result.outcome() == null) {
      throw Unwinding.because(Unwinding.Reason.UNANSWERABLE);
    }
    return result.outcome();
  }
}
