package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However many tasks something concerns, and however large it is: the decisions stay small, and
/// what they leave to be decided later is decided, also by the next node.
class SmallDecisionsTest {
  private static final FunctionName F = new FunctionName("f");
  private static final Change ADA = new Change("ada", "why not");
  private static final TaskId PARENT = new TaskId(0, 1);
  private static final TaskId CHILD = new TaskId(0, 2);
  private static final Request REQUEST = new Request() {};

  private final Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = 1_000;

  @BeforeEach
  void deploy() {
    step(new Input.Open(new OwnerId(1)));
    var function = new UniverseInfo.FunctionInfo(Toys.hash(F), "");
    var universe = new UniverseInfo(Toys.hash(Toys.V1), Map.of(F, function));
    step(new Input.Deploy(REQUEST, Toys.V1, universe, ADA));
  }

  private Decision step(Input input) {
    var decision = engine.step(input, now);
    log.addAll(decision.events());
    return decision;
  }

  private void start(TaskId id) {
    step(
        new Input.Start(
            REQUEST, Input.Until.ENDED, id, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
  }

  private Decision report(Event.OfTask event) {
    return step(new Input.FromTask(event));
  }

  private Decision finish(TaskId id, Outcome outcome) {
    return report(new Event.Finished(id, outcome, now));
  }

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  @Test
  void whoWaitsNoLongerIsForgottenAndTheOthersAreTold() {
    start(PARENT);
    var other = new Request() {};
    step(new Input.Watch(other, PARENT));
    assertThat(step(new Input.Unwatch(REQUEST, PARENT)).events()).isEmpty();
    assertThat(finish(PARENT, new Outcome.Returned(Payload.NIL)).actions())
        .filteredOn(Action.Reply.class::isInstance)
        .extracting(reply -> ((Action.Reply) reply).request())
        .containsExactly(other);
    assertThat(step(new Input.Unwatch(other, PARENT)).actions()).isEmpty();
  }

  @Test
  void childrenOfACancelledTaskAreCancelledEachByItselfAlsoByTheNextNode() {
    start(PARENT);
    for (int i = 0; i < 1_000; i++) {
      startChild(i, new TaskId(1, i));
    }
    assertThat(step(new Input.Cancel(REQUEST, PARENT, ADA)).events()).hasSize(1);
    assertThat(step(new Input.Tick()).events()).hasSize(1);
    var next = new Engine(Folded.of(log));
    now = 0;
    assertThat(next.nextTimer()).as("before the log is taken over").isNull();
    next.step(new Input.Open(new OwnerId(1)), now);
    for (int i = 1; i < 1_000; i++) {
      assertThat(next.nextTimer().dueMillis()).isLessThanOrEqualTo(now);
      assertThat(next.step(new Input.Tick(), now).events())
          .containsExactly(new Event.CancelRequested(new TaskId(1, i), ADA, now));
    }
    assertThat(next.nextTimer()).isNull();
  }

  @Test
  void aChildThatIsStartedAfterTheCancellationIsCancelledWhenItsParentEnds() {
    start(PARENT);
    step(new Input.Cancel(REQUEST, PARENT, ADA));
    startChild(0, CHILD);
    assertThat(engine.nextTimer()).isNull();
    finish(PARENT, new Outcome.Cancelled("why not"));
    assertThat(Folded.of(log).dueCancellations()).containsOnlyKeys(CHILD);
    step(new Input.Tick());
    assertThat(engine.state().task(CHILD).cancellations().cancelled(Branch.ROOT)).isTrue();
    assertThat(engine.nextTimer()).isNull();
  }

  @Test
  void aChildThatHasDivergedEndsWithItsParentsCancellation() {
    start(PARENT);
    startChild(0, CHILD);
    step(new Input.Cancel(REQUEST, CHILD, ADA));
    report(new Event.Diverged(CHILD, divergence(), now));
    step(new Input.Cancel(REQUEST, PARENT, ADA));
    assertThat(step(new Input.Tick()).events())
        .containsExactly(new Event.Finished(CHILD, new Outcome.Cancelled("why not"), now));
    assertThat(engine.nextTimer()).isNull();
  }

  private static Divergence divergence() {
    var place = new Place(Branch.ROOT, 0);
    return new Divergence(Divergence.Kind.EXTRA, place, "", "more", "", "");
  }

  private void startChild(int seq, TaskId id) {
    report(
        new Event.Recorded(
            PARENT,
            new Place(Branch.ROOT, seq),
            new Effect.StartTask(F, Payload.NO_ARGUMENTS),
            new Outcome.Returned(Payload.of(id))));
  }

  @Test
  void aLargeResultIsLookedUpByAllWhoAwaitItAlsoAfterACrash() {
    var large = new Outcome.Returned(Payload.of("x".repeat(Limits.PAYLOAD_BYTES_MAX - 8)));
    var parents = awaitedByTasks(8);
    var finished = finish(CHILD, large);
    assertThat(finished.events()).as("no copy").hasSize(1);
    assertThat(recalls(finished)).hasSize(8).containsOnly(log.size() - 1L);
    assertThat(recalls(new Engine(Folded.of(log)).step(new Input.Open(new OwnerId(1)), now)))
        .hasSize(8);
    for (var parent : parents) {
      var told = report(new Event.Answered(parent, new Place(Branch.ROOT, 0), large));
      assertThat(told.actions())
          .containsExactly(new Action.Deliver(parent, new Place(Branch.ROOT, 0), large));
    }
  }

  @Test
  void smallResultsAreCopiedAsFarAsTheDecisionStaysSmall() {
    var parents = awaitedByTasks(3_000);
    var finished = finish(CHILD, new Outcome.Returned(Payload.of("x".repeat(500))));
    assertThat(finished.events()).hasSizeBetween(1_000, 2_000);
    assertThat(finished.events().size() - 1 + recalls(finished).size()).isEqualTo(parents.size());
  }

  private List<TaskId> awaitedByTasks(int count) {
    start(CHILD);
    var parents = new ArrayList<TaskId>();
    for (int i = 0; i < count; i++) {
      var parent = new TaskId(1, i);
      start(parent);
      report(new Event.Asked(parent, new Place(Branch.ROOT, 0), new Effect.Await(CHILD), now));
      parents.add(parent);
    }
    return parents;
  }

  private static List<Long> recalls(Decision decision) {
    return decision.actions().stream()
        .filter(a -> a instanceof Action.Recall)
        .map(a -> ((Action.Recall) a).endOffset())
        .toList();
  }
}
