package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static dev.perdure.engine.Toys.V2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Code;
import dev.perdure.value.Int;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Drives the pure core by hand: inputs in, events and actions out. After each test the state is
/// rebuilt from the events and compared where it matters.
class EngineTest {
  private static final FunctionName F = new FunctionName("f");
  private static final Change ADA = new Change("ada", "why not");
  private static final TaskId PARENT = new TaskId(0, 1);
  private static final TaskId CHILD = new TaskId(0, 2);
  private static final Request REQUEST = new Request() {};

  private final Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = 1_000;

  @BeforeEach
  void deployTwoVersions() {
    step(new Input.Open(new OwnerId(1)));
    deploy(V1);
    deploy(V2);
  }

  private void deploy(Version version) {
    var info =
        new UniverseInfo(
            Toys.hash(version), Map.of(F, new UniverseInfo.FunctionInfo(Toys.hash(version), "")));
    step(new Input.Deploy(REQUEST, version, info, ADA));
  }

  private Decision step(Input input) {
    var decision = engine.step(input, now);
    assertThat(decision.firstOffset()).isEqualTo(log.size());
    log.addAll(decision.events());
    return decision;
  }

  private Decision start(TaskId id) {
    return step(
        new Input.Start(
            REQUEST, Input.Until.ENDED, id, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
  }

  private Decision report(Event.OfTask event) {
    return step(new Input.FromTask(event));
  }

  private Decision ask(TaskId id, int seq, Effect effect) {
    return report(new Event.Asked(id, new Place(Branch.ROOT, seq), effect, now));
  }

  private static Effect perform(Effect.Guard guard) {
    return new Effect.Perform("world", "do", Payload.NO_ARGUMENTS, guard);
  }

  private Decision finish(TaskId id, Outcome outcome) {
    return report(new Event.Finished(id, outcome, now));
  }

  private static final Outcome NIL = new Outcome.Returned(Payload.NIL);

  private static <A extends Action> A only(Decision decision, Class<A> type) {
    var found = decision.actions().stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).as("%s in %s", type.getSimpleName(), decision.actions()).hasSize(1);
    return found.getFirst();
  }

  private static Code refusal(Decision decision) {
    var answer = only(decision, Action.Reply.class).answer();
    assertThat(answer).isInstanceOf(Action.Answer.Refused.class);
    assertThat(decision.events()).as("a refusal changes nothing").isEmpty();
    return ((Action.Answer.Refused) answer).problem().code();
  }

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  @Test
  void aTaskBeginsAtOnceAndItsResultWaitsForItsEndToBeDurable() {
    var started = start(PARENT);
    assertThat(only(started, Action.Run.class).barrier()).isEqualTo(Action.NO_BARRIER);
    var finished = finish(PARENT, NIL);
    assertThat(only(finished, Action.Reply.class).barrier()).isEqualTo(log.size() - 1);
    assertThat(engine.state().tasks()).isEmpty();
    assertThat(Folded.of(log).endedTask(PARENT)).isEqualTo(engine.state().endedTask(PARENT));
  }

  @Test
  void anUnguardedEffectIsNotWaitedForAndAGuardedOneWaitsForAllBeforeIt() {
    start(PARENT);
    assertThat(ask(PARENT, 0, perform(Effect.Guard.NONE)).actions()).isEmpty();
    report(new Event.Answered(PARENT, new Place(Branch.ROOT, 0), NIL));
    long last = log.size() - 1;
    var asked = ask(PARENT, 1, perform(Effect.Guard.DURABLE));
    assertThat(only(asked, Action.Proceed.class).barrier()).isEqualTo(last);
  }

  @Test
  void aSecondStartWithTheSameKeyJoinsTheFirst() {
    var options = StartOptions.NONE.withKey("order 1");
    step(new Input.Start(REQUEST, Input.Until.STARTED, PARENT, F, Payload.NO_ARGUMENTS, options));
    var second =
        step(
            new Input.Start(REQUEST, Input.Until.STARTED, CHILD, F, Payload.NO_ARGUMENTS, options));
    assertThat(second.events()).isEmpty();
    assertThat(only(second, Action.Reply.class).answer())
        .isEqualTo(new Action.Answer.Started(PARENT));
  }

  @Test
  void aKeyThatWasUsedForSomethingElseIsRefused() {
    var options = StartOptions.NONE.withKey("order 1");
    step(new Input.Start(REQUEST, Input.Until.STARTED, PARENT, F, Payload.NO_ARGUMENTS, options));
    var other = Payload.ofVec(Int.of(1));
    var withOther = new Input.Start(REQUEST, Input.Until.STARTED, CHILD, F, other, options);
    var ofAnother =
        new Input.Start(
            REQUEST,
            Input.Until.ENDED,
            CHILD,
            new FunctionName("other"),
            Payload.NO_ARGUMENTS,
            options);
    for (var start : List.of(withOther, ofAnother)) {
      var refused = step(start);
      assertThat(refused.events()).isEmpty();
      assertThat(only(refused, Action.Reply.class).answer().toString()).contains("KEY_TAKEN");
    }
  }

  @Test
  void aSleepEndsWhenItsTimeHasComeAndNotBefore() {
    start(PARENT);
    ask(PARENT, 0, new Effect.Sleep(Duration.ofSeconds(5)));
    now += 4_999;
    assertThat(step(new Input.Tick()).events()).isEmpty();
    now += 1;
    var woken = step(new Input.Tick());
    assertThat(only(woken, Action.Deliver.class).outcome()).isEqualTo(NIL);
    assertThat(step(new Input.Tick()).events()).as("it fires once").isEmpty();
    assertThat(Folded.of(log).nextTimer()).isNull();
  }

  @Test
  void aChildsEndIsAnsweredToWhoAwaitsIt() {
    start(PARENT);
    report(
        new Event.Recorded(
            PARENT,
            new Place(Branch.ROOT, 0),
            new Effect.StartTask(F, Payload.NO_ARGUMENTS),
            new Outcome.Returned(Payload.of(CHILD))));
    assertThat(engine.state().task(PARENT).children()).containsExactly(CHILD);
    ask(PARENT, 1, new Effect.Await(CHILD));
    var ended = finish(CHILD, new Outcome.Returned(Payload.of(42)));
    assertThat(only(ended, Action.Deliver.class).outcome())
        .isEqualTo(new Outcome.Returned(Payload.of(42)));
  }

  @Test
  void awaitingATaskThatHasEndedRecallsItsOutcomeFromTheLog() {
    start(CHILD);
    finish(CHILD, NIL);
    long end = log.size() - 1;
    start(PARENT);
    var asked = ask(PARENT, 0, new Effect.Await(CHILD));
    assertThat(only(asked, Action.Recall.class).endOffset()).isEqualTo(end);
  }

  @Test
  void cancellingATaskAnswersWhatItWaitsForAndReachesItsChildren() {
    start(PARENT);
    report(
        new Event.Recorded(
            PARENT,
            new Place(Branch.ROOT, 0),
            new Effect.StartTask(F, Payload.NO_ARGUMENTS),
            new Outcome.Returned(Payload.of(CHILD))));
    ask(PARENT, 1, new Effect.Await(CHILD));
    var cancelled = step(new Input.Cancel(REQUEST, PARENT, ADA));
    assertThat(cancelled.events()).containsExactly(new Event.CancelRequested(PARENT, ADA, now));
    assertThat(only(step(new Input.Tick()), Action.Deliver.class).outcome())
        .isEqualTo(new Outcome.Cancelled(ADA.why()));
    assertThat(step(new Input.Tick()).events())
        .containsExactly(new Event.CancelRequested(CHILD, ADA, now));
    assertThat(step(new Input.Tick()).events()).isEmpty();
    assertThat(step(new Input.Cancel(REQUEST, PARENT, ADA)).events()).as("once").isEmpty();
  }

  @Test
  void manyBranchesAreToldToStopByDecisionsOfBoundedSizeWhichAreDueAfterACrashToo() {
    start(PARENT);
    for (int i = 0; i < 2 * Limits.TOLD_AT_ONCE_MAX + 1; i++) {
      var place = new Place(Branch.ROOT.child(0, i), 0);
      report(new Event.Asked(PARENT, place, new Effect.Sleep(Duration.ofDays(1)), now));
    }
    assertThat(step(new Input.Cancel(REQUEST, PARENT, ADA)).events()).hasSize(1);
    assertThat(step(new Input.Tick()).events()).hasSize(Limits.TOLD_AT_ONCE_MAX);
    assertThat(Folded.of(log).describe()).isEqualTo(engine.state().describe());
    var afterwards = new Engine(Folded.of(log));
    afterwards.step(new Input.Open(new OwnerId(1)), now);
    assertThat(afterwards.nextTimer()).isEqualTo(engine.nextTimer());
    assertThat(step(new Input.Tick()).events()).hasSize(Limits.TOLD_AT_ONCE_MAX);
    assertThat(only(step(new Input.Tick()), Action.Deliver.class).outcome())
        .isEqualTo(new Outcome.Cancelled(ADA.why()));
    assertThat(engine.nextTimer()).isNull();
    assertThat(Folded.of(log).task(PARENT).waiting()).isEmpty();
  }

  @Test
  void cleanUpCodeMayAskAfterItWasToldOfTheCancellation() {
    start(PARENT);
    step(new Input.Cancel(REQUEST, PARENT, ADA));
    var first = ask(PARENT, 0, new Effect.Sleep(Duration.ofSeconds(1)));
    assertThat(only(first, Action.Deliver.class).outcome()).isInstanceOf(Outcome.Cancelled.class);
    var second = ask(PARENT, 1, new Effect.Sleep(Duration.ofSeconds(1)));
    assertThat(second.actions()).isEmpty();
  }

  @Test
  void aPausedTaskGoesOnOnlyWhenItsAttemptHasEndedAndItIsResumed() {
    start(PARENT);
    only(step(new Input.Pause(REQUEST, PARENT, ADA)), Action.Unwind.class);
    var resumed = step(new Input.Resume(REQUEST, PARENT, ADA));
    assertThat(resumed.actions()).noneMatch(a -> a instanceof Action.Run);
    only(step(new Input.AttemptEnded(PARENT, "")), Action.Run.class);
  }

  @Test
  void aFurtherAttemptBeginsWhenAllThatItReadsIsDurable() {
    assertThat(only(start(PARENT), Action.Run.class).barrier()).isEqualTo(Action.NO_BARRIER);
    step(new Input.Pause(REQUEST, PARENT, ADA));
    step(new Input.Resume(REQUEST, PARENT, ADA));
    ask(PARENT, 0, perform(Effect.Guard.DURABLE));
    var ended = step(new Input.AttemptEnded(PARENT, ""));
    assertThat(only(ended, Action.Run.class).barrier()).isEqualTo(Action.EVERYTHING);
  }

  @Test
  void anAttemptThatCrashesIsRepeatedAfterAWhileAndPausedInTheEnd() {
    start(PARENT);
    for (int crash = 1; crash < Limits.CRASHES_MAX; crash++) {
      step(new Input.AttemptEnded(PARENT, "StackOverflowError"));
      assertThat(engine.state().task(PARENT).status()).isEqualTo(TaskStatus.RUNNING);
      now = engine.nextTimer().dueMillis();
      only(step(new Input.Tick()), Action.Run.class);
    }
    step(new Input.AttemptEnded(PARENT, "StackOverflowError"));
    assertThat(Folded.of(log).task(PARENT).status()).isEqualTo(TaskStatus.PAUSED);
    assertThat(Folded.of(log).task(PARENT).why()).isEqualTo("StackOverflowError");
  }

  @Test
  void aDeadlineCancelsTheTask() {
    step(
        new Input.Start(
            REQUEST,
            Input.Until.ENDED,
            PARENT,
            F,
            Payload.NO_ARGUMENTS,
            StartOptions.NONE.withDeadlineMillis(now + 10)));
    ask(PARENT, 0, new Effect.Sleep(Duration.ofDays(1)));
    now += 10;
    assertThat(step(new Input.Tick()).events()).hasOnlyElementsOfType(Event.CancelRequested.class);
    assertThat(only(step(new Input.Tick()), Action.Deliver.class).outcome())
        .isEqualTo(new Outcome.Cancelled("the task's deadline has passed"));
  }

  @Test
  void aRouteBindsTasksThatStartAfterIt() {
    start(PARENT);
    step(new Input.Route(REQUEST, Map.of(F, new Policy.Primary(V2)), false, ADA));
    start(CHILD);
    assertThat(engine.state().task(PARENT).start().version()).isEqualTo(V1);
    assertThat(engine.state().task(CHILD).start().version()).isEqualTo(V2);
    assertThat(engine.state().oldestRevision()).isEqualTo(new Revision(1));
  }

  @Test
  void aRouteThatChangesNothingIsNoEvent() {
    var same = step(new Input.Route(REQUEST, Map.of(F, new Policy.Primary(V1)), false, ADA));
    assertThat(same.events()).isEmpty();
    assertThat(only(same, Action.Reply.class).answer()).isEqualTo(new Action.Answer.Done());
  }

  @Test
  void routesGoBackToAnyFormerState() {
    step(new Input.Route(REQUEST, Map.of(F, new Policy.Percent(V1, V2, 5)), false, ADA));
    step(new Input.Route(REQUEST, Map.of(F, new Policy.Primary(V2)), false, ADA));
    step(new Input.Rollback(REQUEST, new Revision(2), ADA));
    assertThat(Folded.of(log).routes().policy(F)).isEqualTo(new Policy.Percent(V1, V2, 5));
    assertThat(Folded.of(log).routes().revision()).isEqualTo(new Revision(4));
  }

  @Test
  void aShareOfTheTasksGoesToTheCandidateAndSticksToIt() {
    var table = RouteTable.EMPTY.with(Map.of(F, new Policy.Percent(V1, V2, 5)));
    var wider = RouteTable.EMPTY.with(Map.of(F, new Policy.Percent(V1, V2, 20)));
    int candidates = 0;
    for (int i = 0; i < 100_000; i++) {
      var caller = new Caller(new TaskId(i, 31L * i), Map.of());
      if (table.choose(F, caller).version().equals(V2)) {
        candidates++;
        assertThat(wider.choose(F, caller).version()).isEqualTo(V2);
      }
    }
    assertThat(candidates).isBetween(4_700, 5_300);
  }

  @Test
  void aVersionIsRefusedWhileSomethingStillNeedsIt() {
    start(PARENT);
    step(new Input.Route(REQUEST, Map.of(F, new Policy.Primary(V2)), false, ADA));
    assertThat(refusal(step(new Input.Remove(REQUEST, V2, ADA))))
        .isEqualTo(EngineCode.VERSION_IN_USE);
    assertThat(refusal(step(new Input.Remove(REQUEST, V1, ADA))))
        .isEqualTo(EngineCode.VERSION_IN_USE);
    finish(PARENT, NIL);
    assertThat(step(new Input.Remove(REQUEST, V1, ADA)).events()).hasSize(1);
    assertThat(refusal(step(new Input.Rollback(REQUEST, new Revision(1), ADA))))
        .isEqualTo(EngineCode.UNKNOWN_VERSION);
  }

  private void switchTo(Version version) {
    step(new Input.SwitchTask(REQUEST, PARENT, F, version, ADA));
  }

  @Test
  void aVersionThatIsSetForALiveTaskIsNotRemoved() {
    start(PARENT);
    switchTo(V2);
    assertThat(refusal(step(new Input.Remove(REQUEST, V2, ADA))))
        .isEqualTo(EngineCode.VERSION_IN_USE);
    switchTo(V1);
    assertThat(step(new Input.Remove(REQUEST, V2, ADA)).events())
        .as("it served no call, and another has replaced it")
        .hasSize(1);
  }

  @Test
  void aVersionThatServedACallOfALiveTaskIsKeptAfterAnotherWasSetForTheTask() {
    start(PARENT);
    switchTo(V2);
    report(
        new Event.Recorded(
            PARENT,
            new Place(Branch.ROOT, 0),
            new Effect.Choose(F),
            new Outcome.Returned(Payload.of(V2.text()))));
    switchTo(V1);
    assertThat(refusal(step(new Input.Remove(REQUEST, V2, ADA))))
        .isEqualTo(EngineCode.VERSION_IN_USE);
    assertThat(Folded.of(log).task(PARENT).chosen()).containsExactly(new Served(F, V2));
    finish(PARENT, NIL);
    assertThat(step(new Input.Remove(REQUEST, V2, ADA)).events()).hasSize(1);
  }

  @Test
  void aVersionThatWasRemovedMayComeBackWithTheSameContentOnly() {
    step(new Input.Route(REQUEST, Map.of(F, new Policy.Primary(V2)), false, ADA));
    step(new Input.Remove(REQUEST, V1, ADA));
    var other = new UniverseInfo(Toys.hash("other"), Map.of());
    assertThat(refusal(step(new Input.Deploy(REQUEST, V1, other, ADA))))
        .isEqualTo(EngineCode.VERSION_TAKEN);
    deploy(V1);
    assertThat(Folded.of(log).universes()).containsKey(V1);
    assertThat(Folded.of(log).removed()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedWithItsCodeAndChangesNothing() {
    var g = new FunctionName("g");
    assertThat(refusal(step(new Input.Cancel(REQUEST, CHILD, ADA))))
        .isEqualTo(EngineCode.UNKNOWN_TASK);
    assertThat(
            refusal(
                step(
                    new Input.Start(
                        REQUEST,
                        Input.Until.ENDED,
                        CHILD,
                        g,
                        Payload.NO_ARGUMENTS,
                        StartOptions.NONE))))
        .isEqualTo(EngineCode.UNKNOWN_FUNCTION);
    assertThat(
            refusal(step(new Input.Route(REQUEST, Map.of(g, new Policy.Primary(V1)), false, ADA))))
        .isEqualTo(EngineCode.UNKNOWN_FUNCTION);
    assertThat(refusal(step(new Input.Rollback(REQUEST, new Revision(99), ADA))))
        .isEqualTo(EngineCode.UNKNOWN_REVISION);
    start(PARENT);
    finish(PARENT, NIL);
    assertThat(refusal(step(new Input.Pause(REQUEST, PARENT, ADA))))
        .isEqualTo(EngineCode.TASK_ENDED);
  }

  @Test
  void aSecondUniverseUnderTheSameVersionIsRefusedAndTheSameOneIsNoEvent() {
    var other = new UniverseInfo(Toys.hash("other"), Map.of());
    assertThat(refusal(step(new Input.Deploy(REQUEST, V1, other, ADA))))
        .isEqualTo(EngineCode.VERSION_TAKEN);
    var same = engine.state().universes().get(V1);
    assertThat(step(new Input.Deploy(REQUEST, V1, same, ADA)).events()).isEmpty();
  }

  @Test
  void eachEventPointsToTheOneBeforeItOfTheSameTask() {
    start(PARENT);
    long first = log.size() - 1;
    start(CHILD);
    var asked = ask(PARENT, 0, perform(Effect.Guard.NONE));
    assertThat(asked.previous(0)).isEqualTo(first);
    assertThat(finish(CHILD, NIL).previous(0)).isEqualTo(first + 1);
  }
}
