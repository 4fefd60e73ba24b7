package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Retries, timeouts and heartbeats of effects (E12), decided by the pure core: inputs and times
/// in, events and actions out.
class TriesTest {
  private static final FunctionName F = new FunctionName("f");
  private static final Change ADA = new Change("ada", "why not");
  private static final TaskId TASK = new TaskId(0, 1);
  private static final Place PLACE = new Place(Branch.ROOT, 0);
  private static final Request REQUEST = new Request() {};
  private static final Failure FAILURE = Failure.of("shop.Busy", "come back later");
  private static final Retry FIVE_TIMES =
      new Retry(5, Duration.ofMillis(100), Duration.ofMillis(350), List.of());

  private Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = 1_000;

  @BeforeEach
  void startATask() {
    step(new Input.Open(new OwnerId(1)));
    var info =
        new UniverseInfo(
            Toys.hash(V1), Map.of(F, new UniverseInfo.FunctionInfo(Toys.hash(V1), "")));
    step(new Input.Deploy(REQUEST, V1, info, ADA));
    step(
        new Input.Start(
            REQUEST, Input.Until.STARTED, TASK, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
  }

  private List<Action> step(Input input) {
    var decision = engine.step(input, now);
    log.addAll(decision.events());
    return decision.actions();
  }

  private List<Action> ask(PerformOptions options) {
    var effect =
        new Effect.Perform("bank", "pay", Payload.NO_ARGUMENTS, Effect.Guard.DURABLE, options);
    return step(new Input.FromTask(new Event.Asked(TASK, PLACE, effect, now)));
  }

  private static PerformOptions tried(Retry retry) {
    return new PerformOptions(retry, 0, 0);
  }

  private List<Action> fail() {
    return step(new Input.FromTask(new Event.TryFailed(TASK, PLACE, FAILURE, 0, now)));
  }

  private Timer due() {
    return Objects.requireNonNull(engine.nextTimer(), "nothing is due");
  }

  /// Lets time pass until the next thing is due, and decides that.
  private List<Action> pass() {
    now = due().dueMillis();
    return step(new Input.Tick());
  }

  private TaskState.Waiting waiting() {
    return Objects.requireNonNull(engine.state().task(TASK)).waiting().get(PLACE);
  }

  private void crash() {
    engine = new Engine(Folded.of(log));
    step(new Input.Open(new OwnerId(1)));
  }

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  @Test
  void aTryThatFailedIsFollowedByAnotherOneAfterAWait() {
    ask(tried(FIVE_TIMES));
    assertThat(fail()).isEmpty();
    assertThat(waiting().failed())
        .isEqualTo(new TaskState.Failed(1, "shop.Busy: come back later", due().dueMillis()));
    assertThat(due().dueMillis() - now).isBetween(50L, 100L);
    now = due().dueMillis() - 1;
    assertThat(step(new Input.Tick())).isEmpty();
    assertThat(pass())
        .containsExactly(new Action.Proceed(TASK, PLACE, engine.state().task(TASK).lastOffset()));
  }

  @Test
  void theWaitsDoubleUpToTheLongest() {
    var waits =
        LongStream.rangeClosed(1, 8)
            .map(n -> FIVE_TIMES.waitMillis((int) n, TASK, PLACE))
            .toArray();
    assertThat(waits[0]).isBetween(50L, 100L);
    assertThat(waits[1]).isBetween(100L, 200L);
    for (int i = 2; i < waits.length; i++) {
      assertThat(waits[i]).isBetween(175L, 350L);
    }
    assertThat(FIVE_TIMES.waitMillis(Integer.MAX_VALUE, TASK, PLACE)).isBetween(175L, 350L);
  }

  @Test
  void thoseWhoFailedAtOnceDoNotComeBackAtOnce() {
    var waits =
        LongStream.range(0, 1_000)
            .map(n -> FIVE_TIMES.waitMillis(1, new TaskId(7, n), PLACE))
            .distinct();
    assertThat(waits.count()).isGreaterThan(40);
  }

  @Test
  void theOutcomeOfTheLastTryCounts() {
    ask(tried(new Retry(3, Duration.ZERO, Duration.ZERO, List.of())));
    for (int i = 0; i < 2; i++) {
      fail();
      assertThat(pass()).hasOnlyElementsOfType(Action.Proceed.class).hasSize(1);
    }
    assertThat(fail()).containsExactly(new Action.Deliver(TASK, PLACE, new Outcome.Threw(FAILURE)));
    assertThat(waiting()).isNull();
    assertThat(engine.nextTimer()).isNull();
  }

  @Test
  void aWaitGoesOnAfterACrashWhereItWas() {
    ask(tried(FIVE_TIMES));
    fail();
    long due = due().dueMillis();
    crash();
    assertThat(engine.nextTimer()).as("no attempt waits for it yet").isNull();
    assertThat(step(new Input.TryAgain(TASK, PLACE))).isEmpty();
    assertThat(due().dueMillis()).isEqualTo(due);
    assertThat(pass()).hasOnlyElementsOfType(Action.Proceed.class).hasSize(1);
    assertThat(waiting().tries()).isEqualTo(1);
  }

  @Test
  void aTryThatWasCutShortByACrashIsRepeatedAtOnceAndIsNoFailedOne() {
    ask(tried(FIVE_TIMES));
    crash();
    assertThat(step(new Input.TryAgain(TASK, PLACE)))
        .containsExactly(new Action.Proceed(TASK, PLACE, Action.NO_BARRIER));
    assertThat(waiting().tries()).isZero();
  }

  @Test
  void theTimersOfAnAttemptEndWithIt() {
    ask(new PerformOptions(FIVE_TIMES, 60_000, 5_000));
    step(new Input.Pause(REQUEST, TASK, ADA));
    step(new Input.AttemptEnded(TASK, ""));
    assertThat(engine.nextTimer()).isNull();
  }

  @Test
  void aCancelledTaskDoesNotWaitForItsNextTry() {
    ask(tried(FIVE_TIMES));
    fail();
    var cancelled = step(new Input.Cancel(REQUEST, TASK, ADA));
    assertThat(cancelled).contains(new Action.Proceed(TASK, PLACE, Action.NO_BARRIER));
    assertThat(cancelled.indexOf(new Action.Interrupt(TASK, Branch.ROOT, "why not")))
        .as("the thread finds that it is cancelled when it goes on")
        .isLessThan(cancelled.indexOf(new Action.Proceed(TASK, PLACE, Action.NO_BARRIER)));
    assertThat(engine.nextTimer()).isNull();
  }

  @Test
  void aTryThatFailsInACancelledBranchIsFollowedByNoWait() {
    ask(tried(FIVE_TIMES));
    step(new Input.Cancel(REQUEST, TASK, ADA));
    fail();
    assertThat(due().dueMillis()).isEqualTo(now);
    assertThat(pass()).hasOnlyElementsOfType(Action.Proceed.class).hasSize(1);
  }

  @Test
  void aTryThatTakesTooLongIsGivenUp() {
    ask(new PerformOptions(FIVE_TIMES, 60_000, 0));
    assertThat(due().dueMillis()).isEqualTo(now + 60_000);
    assertThat(pass())
        .containsExactly(new Action.TimeOut(TASK, PLACE, "took longer than 60000 ms"));
    fail();
    assertThat(due().kind()).isEqualTo(Timer.Kind.TRY);
    pass();
    assertThat(due().dueMillis()).as("each try has its own time").isEqualTo(now + 60_000);
  }

  @Test
  void aTryThatEndsInTimeIsNotGivenUp() {
    ask(new PerformOptions(Retry.NEVER, 60_000, 5_000));
    var nil = new Outcome.Returned(Payload.NIL);
    step(new Input.FromTask(new Event.Answered(TASK, PLACE, nil)));
    assertThat(engine.nextTimer()).isNull();
  }

  @Test
  void signsOfLifeKeepATryGoing() {
    ask(new PerformOptions(Retry.NEVER, 0, 5_000));
    now += 4_000;
    step(new Input.Beat(TASK, PLACE));
    assertThat(due().dueMillis()).isEqualTo(now + 5_000);
    assertThat(pass())
        .containsExactly(new Action.TimeOut(TASK, PLACE, "gave no sign of life for 5000 ms"));
    step(new Input.Beat(TASK, PLACE));
    assertThat(engine.nextTimer()).as("a sign of life that came too late").isNull();
  }

  @Test
  void whatAnAttemptThatHasEndedStillSaysIsNotHeard() {
    ask(tried(FIVE_TIMES));
    step(new Input.FromTask(new Event.Answered(TASK, PLACE, new Outcome.Cancelled("late"))));
    int before = log.size();
    assertThat(fail()).isEmpty();
    assertThat(step(new Input.TryAgain(TASK, PLACE))).isEmpty();
    assertThat(step(new Input.Beat(TASK, PLACE))).isEmpty();
    assertThat(log).hasSize(before);
  }
}
