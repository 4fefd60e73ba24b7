package dev.perdure.engine;

import dev.perdure.value.PerdureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the code of one branch asks, and the only way in which it touches anything: effects, forks
/// and calls of routed functions. Live execution, replay, shadow and switched replay differ only in
/// the source behind it. Confined to the thread that runs the branch.
public final class Seam {
  private static final Outcome NIL = new Outcome.Returned(Payload.NIL);

  private final TaskRun run;
  private final Branch branch;
  private final Source source;
  private Mode mode;
  private @Nullable Recorder recorder;
  private int next;
  private int calls;
  private boolean told;
  private Bound bound;

  /// On which side of a switched call a branch is.
  public enum Mode {
    /// Outside any.
    NORMAL,
    /// In the recorded version of one: nothing is switched, its span is being learnt.
    LEARNING,
    /// In the other version of one, or in a shadow.
    STANDING_IN
  }

  Seam(
      TaskRun run,
      Branch branch,
      Source source,
      Mode mode,
      @Nullable Recorder recorder,
      boolean told) {
    this.run = run;
    this.branch = branch;
    this.source = source;
    this.mode = mode;
    this.recorder = recorder;
    this.told = told;
    this.bound = source.bound();
  }

  /// That of the root branch.
  ///
  /// @param next the sequence number of the effect that it asks first
  static Seam root(TaskRun run, Source source, int next) {
    var seam = new Seam(run, Branch.ROOT, source, Mode.NORMAL, null, false);
    seam.next = next;
    return seam;
  }

  /// The task's attempt this branch belongs to.
  public TaskRun run() {
    return run;
  }

  /// The branch.
  public Branch branch() {
    return branch;
  }

  /// Whether this branch has been told that it is cancelled.
  public boolean told() {
    return told;
  }

  /// The place that the next effect will have.
  public Place place() {
    return new Place(branch, next);
  }

  /// Asks an effect and returns its outcome. Blocks as long as it takes, if it has to be performed.
  ///
  /// @throws Unwinding if the attempt has to end
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE`
  public Outcome ask(Effect effect) {
    Bounds.check(effect);
    var place = new Place(branch, next++);
    try {
      var outcome = told(effect, source.answer(place, effect));
      var answer = held(outcome::held);
      note(place, effect, outcome);
      return answer;
    } catch (Unwinding u) {
      throw unanswered(place, effect, u);
    }
  }

  /// The code can be written down here, before it asks its next effect: it is if that is worth it.
  /// Only what the task itself called can, when nothing runs beside it and it was not told to stop.
  ///
  /// @param continuation for [Universe#continuation] of the same universe; gives null if there is
  ///   something that cannot be written down
  public void mayCheckpoint(Supplier<@Nullable Payload> continuation) {
    boolean whole = calls == 1 && branch.parent() == null && mode == Mode.NORMAL && !told;
    if (whole && source.wantsCheckpoint(next)) {
      source.checkpoint(next, continuation.get());
    }
  }

  /// When and where a line was written is for those who read it, not for the code.
  private static Outcome told(Effect effect, Outcome outcome) {
    return effect instanceof Effect.LogLine ? NIL : outcome;
  }

  private Outcome record(Effect effect, Outcome own) {
    var place = new Place(branch, next++);
    try {
      var outcome = source.record(place, effect, own);
      note(place, effect, outcome);
      return outcome;
    } catch (Unwinding u) {
      throw unanswered(place, effect, u);
    }
  }

  /// What was asked last belongs to the span of a call that has not ended, too: another version
  /// that asks the same waits for the same.
  private Unwinding unanswered(Place place, Effect effect, Unwinding why) {
    if (recorder != null && why.reason() == Unwinding.Reason.END_OF_HISTORY) {
      recorder.add(effect, null, run.position());
    }
    if (run.followed() && why.reason() != Unwinding.Reason.HALTED) {
      run.step(new Step.Unanswered(at(place), effect, why.reason(), why.divergence()));
    }
    return why;
  }

  /// Reads what the code is about to look at, so that it never meets what cannot be read: it could
  /// take that for an answer.
  static <T> T held(Supplier<T> read) {
    try {
      return read.get();
    } catch (PerdureException e) {
      throw Unwinding.unreadable(e.problem());
    }
  }

  private void note(Place place, Effect effect, Outcome outcome) {
    bound = source.bound();
    if (outcome instanceof Outcome.Cancelled) {
      told = true;
    }
    if (recorder != null) {
      recorder.add(effect, outcome, run.position());
    }
    if (run.followed()) {
      run.step(new Step.Asked(at(place), effect, outcome));
    }
  }

  private Step.At at(Place place) {
    return new Step.At(place, mode, run.position());
  }

  /// Behind a call.
  Step.At behind() {
    return new Step.At(place(), mode, "");
  }

  /// Opens branches that run side by side, each to be run by a thread of its own.
  public List<Seam> fork(int branches) {
    int seq = next;
    record(new Effect.Fork(branches), NIL);
    var seams = new ArrayList<Seam>(branches);
    for (int i = 0; i < branches; i++) {
      var below = recorder == null ? null : recorder.branch(seq, i);
      var child = branch.child(seq, i);
      seams.add(new Seam(run, child, source.branch(seq, i), mode, below, told));
    }
    return seams;
  }

  /// The branch's body has ended: all that is recorded of it has to have been asked.
  ///
  /// @throws Unwinding if the code has left something out
  void end() {
    var left = source.left(next);
    if (left != null) {
      throw Unwinding.diverged(
          new Divergence(
              Divergence.Kind.MISSING,
              place(),
              Describe.effect(left.effect()),
              "",
              left.position(),
              ""));
    }
  }

  /// Tells a branch forked by this one, and all inside it, to stop.
  public void cancel(Seam forked, String why) {
    source.cancel(forked.branch, why);
  }

  /// Tells all branches of the attempt that it is lost.
  void lost() {
    source.lost();
  }

  /// The branch that won the race just run, if that is recorded; -1 if it is still open.
  public int recordedWinner() {
    return source.holds(next, new Effect.Winner()) ? winner(-1) : -1;
  }

  /// Records that branch `index` of the fork just run came in first; returns the one that counts.
  public int winner(int index) {
    return (int)
        returned(record(new Effect.Winner(), new Outcome.Returned(Payload.of(index)))).number();
  }

  /// Calls a routed function: whoever the routes say serves it. Blocks until it has ended.
  ///
  /// @param function registered by some universe
  /// @param arguments a vector, one value a parameter
  public Outcome call(FunctionName function, Payload arguments) {
    return call(function, arguments, route(function));
  }

  /// Calls a routed function that is served as `choice` says.
  public Outcome call(FunctionName function, Payload arguments, Choice choice) {
    var version = choice.version();
    var shadow = choice.shadow();
    var other = run.switchedTo(function);
    if (mode == Mode.NORMAL && other != null) {
      return run.switchedCall(this, function, arguments, version, other);
    }
    return mode != Mode.NORMAL || shadow == null
        ? callAt(version, function, arguments)
        : run.shadowedCall(this, function, arguments, version, shadow);
  }

  /// Calls the function of one version, whatever the routes say. Blocks until it has ended.
  public Outcome callAt(Version version, FunctionName function, Payload arguments) {
    var universe = run.universes().at(version);
    if (!run.followed()) {
      return inside(() -> universe.call(function, arguments, this));
    }
    run.step(new Step.Called(at(place()), function, version, arguments));
    var outcome = inside(() -> universe.call(function, arguments, this));
    run.step(new Step.Returned(behind(), function, version, outcome));
    return outcome;
  }

  /// Goes on with the task's own call.
  Outcome resume(Continuation continuation) {
    return inside(continuation::resume);
  }

  private Outcome inside(Supplier<Outcome> call) {
    calls++;
    try {
      return call.get();
    } finally {
      calls--;
    }
  }

  /// Who serves a call of the function that is made now: recorded if it was, else as the routes
  /// say.
  public Choice route(FunctionName function) {
    var other = run.switchedTo(function);
    if (mode == Mode.STANDING_IN && other != null) {
      return Choice.only(other);
    }
    var choose = new Effect.Choose(function);
    if (source.holds(next, choose)) {
      return beside(version(ask(choose)), function);
    }
    var start = run.choice(function);
    if (isReplayed()) {
      return beside(start.version(), function);
    }
    var now = bound.choose(function);
    if (now == null) {
      return Choice.only(start.version());
    }
    if (now.recorded() || !now.version().equals(start.version())) {
      record(choose, new Outcome.Returned(Payload.of(now.version().text())));
    }
    return now;
  }

  /// The version that served a call whose beginning is recorded, and the candidate that runs beside
  /// it now.
  Choice beside(Version version, FunctionName function) {
    var now = bound.choose(function);
    return now != null && now.version().equals(version) && now.shadow() != null
        ? Choice.shadowed(version, now.shadow())
        : Choice.only(version);
  }

  /// Whether what the branch does next is recorded already.
  boolean isReplayed() {
    return !source.open(next);
  }

  /// Whether a call of the function may go straight to `version` without anything to record,
  /// compare or tell.
  public boolean plain(Choice choice, FunctionName function) {
    return choice.shadow() == null && run.switchedTo(function) == null && !run.followed();
  }

  /// Whether a call that is served so can be made within the code of `own` that makes it: nothing
  /// is to be compared.
  public boolean within(Choice choice, FunctionName function, Version own) {
    boolean compared =
        mode == Mode.NORMAL && (choice.shadow() != null || run.switchedTo(function) != null);
    return choice.version().equals(own) && !compared;
  }

  /// Those of some functions that another version than `own` serves, or may have served, in this
  /// run: by a choice that is recorded, by the routes and versions of the task's start or of now,
  /// or by a switch.
  public Set<FunctionName> elsewhere(Version own, Set<FunctionName> functions) {
    var elsewhere = new TreeSet<FunctionName>();
    for (var function : functions) {
      if (source.chosen().contains(function)
          || !run.isServed(function, own)
          || !isServedNow(function, own)) {
        elsewhere.add(function);
      }
    }
    return elsewhere;
  }

  private boolean isServedNow(FunctionName function, Version own) {
    var now = bound.choose(function);
    return now == null || now.equals(Choice.only(own));
  }

  private static Version version(Outcome outcome) {
    return new Version(returned(outcome).text());
  }

  private static Payload returned(Outcome outcome) {
    return ((Outcome.Returned) outcome).value();
  }

  /// Begins to note the span of a call, in the mode it is to run in.
  Span begin(Mode inside) {
    var span = new Span(mode, recorder, new Recorder(new Journal(), next, recorder));
    mode = inside;
    recorder = span.recorder();
    return span;
  }

  /// Ends what [#begin] began; what was noted counts for the calls around it as well.
  void end(Span span) {
    mode = span.before();
    recorder = span.outer();
  }

  /// The span of a call that is being noted.
  record Span(Mode before, @Nullable Recorder outer, Recorder recorder) {
    Journal journal() {
      return recorder.span();
    }
  }
}
