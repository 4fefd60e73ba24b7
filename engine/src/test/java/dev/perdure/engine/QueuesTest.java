package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Limits, priorities, rates and delays (E18), decided by the pure core.
class QueuesTest {
  private static final Change ADA = new Change("ada", "why not");
  private static final Request REQUEST = new Request() {};
  private static final FunctionName PAY = new FunctionName("pay");
  private static final Version V1 = new Version("v1");

  private Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = 1_000_000;
  private int made;

  @BeforeEach
  void open() {
    step(new Input.Open(new OwnerId(1)));
    var functions = Map.of(PAY, new UniverseInfo.FunctionInfo(Toys.hash("pay"), ""));
    step(new Input.Deploy(REQUEST, V1, new UniverseInfo(Toys.hash("u"), functions), ADA));
  }

  private Decision step(Input input) {
    var decision = engine.step(input, now);
    log.addAll(decision.events());
    return decision;
  }

  private static @Nullable Problem refusal(Decision decision) {
    for (var action : decision.actions()) {
      if (action instanceof Action.Reply r && r.answer() instanceof Action.Answer.Refused no) {
        return no.problem();
      }
    }
    return null;
  }

  private void limit(int running, int rate, long millis, boolean perKey) {
    step(new Input.SetLimit(REQUEST, new QueueLimit(PAY, running, rate, millis, perKey), ADA));
  }

  private TaskId start(Queueing queueing) {
    var id = new TaskId(7, ++made);
    var options = StartOptions.NONE.withQueueing(queueing);
    step(new Input.Start(REQUEST, Input.Until.STARTED, id, PAY, Payload.NO_ARGUMENTS, options));
    return id;
  }

  private TaskId start() {
    return start(Queueing.NONE);
  }

  private void end(TaskId task) {
    step(new Input.FromTask(new Event.Finished(task, new Outcome.Returned(Payload.NIL), now)));
    step(new Input.AttemptEnded(task, ""));
  }

  /// Decides all that is due, as if the clock showed just that; the tasks that began, in order.
  private List<TaskId> tick(long atMillis) {
    now = atMillis;
    int before = log.size();
    for (var timer = engine.nextTimer();
        timer != null && timer.dueMillis() <= now;
        timer = engine.nextTimer()) {
      step(new Input.Tick());
    }
    return log.subList(before, log.size()).stream()
        .filter(Event.Begun.class::isInstance)
        .map(e -> ((Event.Begun) e).task())
        .toList();
  }

  private void crash() {
    Folded.check(log, engine.state());
    var state = Folded.of(log);
    engine = new Engine(state);
    var began = step(new Input.Open(new OwnerId(1))).actions();
    var running =
        state.tasks().values().stream().filter(t -> t.status() == TaskStatus.RUNNING).count();
    assertThat(began.stream().filter(Action.Run.class::isInstance)).hasSize((int) running);
  }

  private TaskStatus status(TaskId task) {
    return Objects.requireNonNull(engine.state().task(task)).status();
  }

  @Test
  void withoutALimitATaskBeginsWithItsStartAndNothingMoreIsInTheLog() {
    int before = log.size();
    var task = start();
    assertThat(log).hasSize(before + 1);
    assertThat(status(task)).isEqualTo(TaskStatus.RUNNING);
  }

  @Test
  void tasksBeyondTheLimitWaitAndBeginOneByOne() {
    limit(2, 0, 0, false);
    var one = start();
    var two = start();
    var three = start();
    var four = start();
    assertThat(tick(now)).containsExactly(one, two);
    assertThat(status(three)).isEqualTo(TaskStatus.QUEUED);
    assertThat(engine.state().queues().place(four, now).before()).isEqualTo(1);
    assertThat(engine.state().queues().place(four, now).running()).isEqualTo(2);
    assertThat(engine.nextTimer()).isNull();
    crash();
    end(two);
    crash();
    assertThat(tick(now)).containsExactly(three);
    end(one);
    assertThat(tick(now)).containsExactly(four);
    end(three);
    end(four);
    assertThat(engine.state().queues().counts().getFirst().running()).isZero();
  }

  private long before(TaskId task, long nowMillis) {
    return engine.state().queues().place(task, nowMillis).before();
  }

  @Test
  void withoutALimitNothingIsBeforeATaskThatWaitsForItsTime() {
    start(Queueing.NONE.withNotBeforeMillis(now + 1_000));
    var later = start(Queueing.NONE.withNotBeforeMillis(now + 5_000).withPriority(-1));
    assertThat(before(later, now)).isZero();
  }

  @Test
  void beforeATaskAreThoseThatGoFirstAndWhoseTimeComesNoLaterThanItsOwn() {
    limit(1, 0, 0, false);
    start();
    tick(now);
    var waiting = start();
    start(Queueing.NONE.withNotBeforeMillis(now + 5_000).withPriority(9));
    var last = start(Queueing.NONE.withNotBeforeMillis(now + 9_000));
    assertThat(before(waiting, now)).isZero();
    assertThat(before(waiting, now + 5_000)).as("the time of the other has come").isOne();
    assertThat(before(last, now)).isEqualTo(2);
  }

  @Test
  void aHigherPriorityBeginsFirstAndAmongEqualsWhoCameFirst() {
    limit(1, 0, 0, false);
    var running = start();
    tick(now);
    var low = start(Queueing.NONE.withPriority(-1));
    var first = start();
    var second = start();
    var high = start(Queueing.NONE.withPriority(5));
    var order = new ArrayList<TaskId>();
    for (var task = running; order.size() < 4; task = order.getLast()) {
      end(task);
      order.addAll(tick(++now));
    }
    assertThat(order).containsExactly(high, first, second, low);
  }

  @Test
  void noMoreBeginInAnyTimeThanTheRateSays() {
    limit(0, 2, 60_000, false);
    var tasks = List.of(start(), start(), start(), start(), start());
    long begin = now;
    assertThat(tick(begin)).containsExactly(tasks.get(0), tasks.get(1));
    crash();
    assertThat(Objects.requireNonNull(engine.nextTimer()).dueMillis()).isEqualTo(begin + 60_000);
    assertThat(tick(begin + 59_999)).isEmpty();
    assertThat(tick(begin + 60_000)).containsExactly(tasks.get(2), tasks.get(3));
    assertThat(tick(begin + 119_999)).isEmpty();
    assertThat(tick(begin + 120_000)).containsExactly(tasks.get(4));
  }

  @Test
  void aLimitForEachKeyCountsEachByItself() {
    limit(1, 0, 0, true);
    var a = start(Queueing.NONE.withKey("a"));
    var a2 = start(Queueing.NONE.withKey("a"));
    var b = start(Queueing.NONE.withKey("b"));
    assertThat(tick(now)).containsExactly(a, b);
    end(a);
    assertThat(tick(now)).containsExactly(a2);
  }

  @Test
  void aTaskThatIsToBeginLaterDoesSoOnceHoweverOftenTheProcessDies() {
    var later = start(Queueing.NONE.withNotBeforeMillis(now + 5_000));
    long due = now + 5_000;
    crash();
    assertThat(tick(due - 1)).isEmpty();
    crash();
    assertThat(tick(due)).containsExactly(later);
    crash();
    assertThat(tick(due + 1)).isEmpty();
    assertThat(status(later)).isEqualTo(TaskStatus.RUNNING);
  }

  @Test
  void oneThatIsDelayedDoesNotHoldUpTheOthers() {
    limit(1, 0, 0, false);
    long due = now + 5_000;
    var later = start(Queueing.NONE.withNotBeforeMillis(due).withPriority(9));
    var soon = start();
    var next = start();
    assertThat(tick(now)).containsExactly(soon);
    now = due;
    end(soon);
    assertThat(tick(due)).as("its time has come").containsExactly(later);
    end(later);
    assertThat(tick(due)).containsExactly(next);
  }

  @Test
  void oneThatWaitsIsCancelledWithoutHavingBegun() {
    limit(1, 0, 0, false);
    var running = start();
    var waiting = start();
    var next = start();
    tick(now);
    var actions = step(new Input.Cancel(REQUEST, waiting, ADA)).actions();
    assertThat(actions).noneMatch(Action.Run.class::isInstance);
    assertThat(engine.state().endedTask(waiting).status()).isEqualTo(TaskStatus.CANCELLED);
    end(running);
    assertThat(tick(now)).containsExactly(next);
  }

  @Test
  void oneThatWaitsCannotBePausedOrResumed() {
    limit(1, 0, 0, false);
    start();
    var waiting = start();
    tick(now);
    assertThat(refusal(step(new Input.Pause(REQUEST, waiting, ADA))).code())
        .isEqualTo(EngineCode.TASK_QUEUED);
    assertThat(refusal(step(new Input.Resume(REQUEST, waiting, ADA))).code())
        .isEqualTo(EngineCode.TASK_QUEUED);
    assertThat(status(waiting)).isEqualTo(TaskStatus.QUEUED);
  }

  @Test
  void aDeadlineEndsOneThatStillWaits() {
    limit(1, 0, 0, false);
    start();
    tick(now);
    var options = StartOptions.NONE.withDeadlineMillis(now + 10);
    var late = new TaskId(8, 8);
    step(new Input.Start(REQUEST, Input.Until.STARTED, late, PAY, Payload.NO_ARGUMENTS, options));
    tick(now + 10);
    assertThat(engine.state().endedTask(late).status()).isEqualTo(TaskStatus.CANCELLED);
  }

  @Test
  void anotherLimitBindsThoseThatWaitAndNoLimitLetsThemAllGo() {
    limit(1, 0, 0, false);
    var one = start();
    var two = start();
    var three = start();
    var four = start();
    assertThat(tick(now)).containsExactly(one);
    limit(2, 0, 0, false);
    crash();
    assertThat(tick(now)).containsExactly(two);
    limit(0, 0, 0, false);
    crash();
    assertThat(tick(now)).containsExactly(three, four);
    assertThat(engine.state().queues().limits()).isEmpty();
    List.of(one, two, three, four).forEach(this::end);
    assertThat(engine.state().queues().counts()).isEmpty();
  }

  @Test
  void toSetTheSameLimitAgainIsNoEvent() {
    limit(1, 0, 0, false);
    int before = log.size();
    limit(1, 0, 0, false);
    assertThat(log).hasSize(before);
  }

  @Test
  void aLimitThatCannotBeIsRefused() {
    assertThatThrownBy(() -> limit(-1, 0, 0, false)).hasMessageContaining("BAD_LIMIT");
    assertThatThrownBy(() -> limit(0, 5, 0, false)).hasMessageContaining("BAD_LIMIT");
    assertThatThrownBy(() -> limit(0, 0, 5, false)).hasMessageContaining("BAD_LIMIT");
    var nobody = new QueueLimit(new FunctionName("nobody"), 1, 0, 0, false);
    assertThat(refusal(step(new Input.SetLimit(REQUEST, nobody, ADA))).code())
        .isEqualTo(EngineCode.UNKNOWN_FUNCTION);
  }

  private TaskId child(TaskId parent, FunctionName function, int seq) {
    var id = new TaskId(7, ++made);
    var effect = new Effect.StartTask(function, Payload.NO_ARGUMENTS, 0);
    var place = new Place(Branch.ROOT, seq);
    var outcome = new Outcome.Returned(Payload.of(id));
    step(new Input.FromTask(new Event.Recorded(parent, place, effect, outcome)));
    return id;
  }

  @Test
  void aTaskThatWouldWaitBehindTheOneThatStartedItEndsBeforeItBegins() {
    var other = new FunctionName("other");
    var functions =
        Map.of(
            PAY, new UniverseInfo.FunctionInfo(Toys.hash("pay"), ""),
            other, new UniverseInfo.FunctionInfo(Toys.hash("other"), ""));
    step(
        new Input.Deploy(
            REQUEST, new Version("v2"), new UniverseInfo(Toys.hash("u2"), functions), ADA));
    limit(2, 0, 0, false);
    var parent = start();
    tick(now);
    var between = child(parent, other, 0);
    assertThat(status(between)).isEqualTo(TaskStatus.RUNNING);
    var child = child(parent, PAY, 1);
    var grandchild = child(between, PAY, 0);
    for (var ended : List.of(child, grandchild)) {
      assertThat(engine.state().task(ended)).isNull();
      assertThat(Objects.requireNonNull(engine.state().endedTask(ended)).status())
          .isEqualTo(TaskStatus.CANCELLED);
    }
    assertThat(log.getLast())
        .isInstanceOfSatisfying(
            Event.Finished.class,
            e ->
                assertThat(((Outcome.Cancelled) e.outcome()).why())
                    .startsWith(
                        "QUEUE_DEADLOCK: it would wait for its turn behind task " + parent));
    crash();
    end(parent);
    assertThat(tick(now)).isEmpty();
  }

  @Test
  void aTaskMayStartOneOfAnotherKeyOrUnderARateAlone() {
    limit(0, 1, 1_000, false);
    var parent = start();
    tick(now);
    var child = child(parent, PAY, 0);
    assertThat(status(child)).isEqualTo(TaskStatus.QUEUED);
    limit(1, 0, 0, true);
    var keyed = start(Queueing.NONE.withKey("ada"));
    assertThat(tick(now + 1_000)).contains(keyed);
    var other = child(keyed, PAY, 0);
    assertThat(status(other)).isEqualTo(TaskStatus.QUEUED);
  }

  @Test
  void aQueueThatHoldsNothingIsForgottenWhenItsRateIsOver() {
    limit(0, 2, 1_000, true);
    for (int i = 0; i < 100; i++) {
      var task = start(Queueing.NONE.withKey("k" + i));
      tick(now);
      end(task);
    }
    assertThat(engine.state().queues().size()).isEqualTo(100);
    crash();
    now += 999;
    start(Queueing.NONE.withKey("k7"));
    tick(now);
    assertThat(engine.state().queues().size()).isEqualTo(100);
    now += 1;
    var later = start(Queueing.NONE.withKey("later"));
    assertThat(engine.state().queues().size()).isEqualTo(2);
    tick(now);
    end(later);
    crash();
    assertThat(engine.state().queues().size()).isEqualTo(2);
  }
}
