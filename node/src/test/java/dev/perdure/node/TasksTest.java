package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import dev.perdure.value.Int;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tasks of a real universe on a real node and log.
class TasksTest {
  private static final Change ADA = new Change("ada", "test");

  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(NodeConfig.in(dir).withLines(line -> notes.add(line.text())));
    perdure
        .effects()
        .bind(
            Flows.World.class,
            new Flows.World() {
              @Override
              public int note(String word) {
                notes.add(word);
                return notes.size() - 1;
              }

              @Override
              public String gate(String name) {
                notes.add("at " + name);
                try {
                  return latch(name).await(30, TimeUnit.SECONDS) ? "open" : "too late";
                } catch (InterruptedException e) {
                  throw new IllegalStateException("interrupted");
                }
              }

              @Override
              public String fail(String message) {
                throw new Flows.OutOfStock(message);
              }
            });
    perdure.deploy("v1", Flows.class);
  }

  @Test
  void aCallThatIsGivenLittleTimeTellsItsTaskWhichGoesOn() {
    var node = perdure.node();
    var name = new FunctionName("waitsAtTheGate");
    var options = StartOptions.NONE.withKey("k");
    var none = Payload.NO_ARGUMENTS;
    var called = node.call(name, none, options, Duration.ofMillis(50));
    assertThat(called.outcome()).isEmpty();
    assertThat(node.call(name, none, options, Duration.ZERO)).isEqualTo(called);
    assertThat(node.await(called.task(), Duration.ofMillis(1))).isEmpty();
    latch("gate").countDown();
    var end = node.await(called.task(), Duration.ofSeconds(30));
    assertThat(end).containsInstanceOf(Outcome.Returned.class);
    assertThat(node.call(name, none, options, Duration.ofSeconds(30)).outcome()).isEqualTo(end);
  }

  @Test
  void aCallThatCannotBeIsRefusedHoweverLittleTimeItHas() {
    var node = perdure.node();
    var name = new FunctionName("twice");
    assertThatThrownBy(
            () -> node.call(name, Payload.NO_ARGUMENTS, StartOptions.NONE, Duration.ZERO))
        .hasMessageContaining("VALUE_MISMATCH");
    var key = StartOptions.NONE.withKey("k");
    node.call(name, Payload.ofVec(Int.of(1)), key, Duration.ofSeconds(30));
    assertThatThrownBy(() -> node.call(name, Payload.ofVec(Int.of(2)), key, Duration.ZERO))
        .hasMessageContaining("KEY_TAKEN");
  }

  @Test
  void aHistoryIsReadInPages() {
    var task = perdure.start("readsTheClock", List.of(20), StartOptions.NONE);
    perdure.await(task, Long.class);
    var whole = perdure.node().history(task);
    var read = new ArrayList<Event.OfTask>();
    long after = -1;
    for (var page = perdure.node().history(task, after, 7);
        !page.isEmpty();
        page = perdure.node().history(task, after, 7)) {
      assertThat(page).hasSizeLessThanOrEqualTo(7);
      page.forEach(noted -> read.add(noted.event()));
      after = page.getLast().offset();
    }
    assertThat(read).isEqualTo(whole).hasSizeGreaterThan(20);
  }

  @AfterEach
  void close() {
    gates.values().forEach(CountDownLatch::countDown);
    perdure.close();
  }

  private CountDownLatch latch(String name) {
    return gates.computeIfAbsent(name, n -> new CountDownLatch(1));
  }

  private TaskId start(String function, Object... arguments) {
    return perdure.start(function, List.of(arguments), StartOptions.NONE);
  }

  private TaskStatus status(TaskId task) {
    return perdure
        .node()
        .read(state -> {
          var live = state.task(task);
          return live != null ? live.status() : state.endedTask(task).status();
        });
  }

  private boolean waits(TaskId task) {
    return perdure
        .node()
        .read(state -> state.task(task) != null && !state.task(task).waiting().isEmpty());
  }

  private void assertReplaysAlike(TaskId task) {
    var outcome = perdure.node().await(task);
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.divergence()).isNull();
    assertThat(report.outcome()).isNotNull().matches(o -> o.same(outcome));
  }

  @Test
  void branchesRunSideBySideAndAnswerInTheirOrder() {
    var task = start("together", List.of("a", "b", "c"));
    await().until(() -> notes.containsAll(List.of("at a", "at b", "at c")));
    latch("c").countDown();
    latch("b").countDown();
    latch("a").countDown();
    var outcome = (Outcome.Returned) perdure.node().await(task);
    assertThat(outcome.value()).hasToString("[\"a open\" \"b open\" \"c open\"]");
    assertReplaysAlike(task);
  }

  @Test
  void aBranchThatFailsCancelsTheOthersAfterTheirCleanUp() {
    var task = start("oneFails");
    assertThat(perdure.await(task, String.class)).isEqualTo("caught bad luck");
    assertThat(notes).containsExactly("woken");
    assertReplaysAlike(task);
    assertThat(notes).as("a replay performs nothing").containsExactly("woken");
  }

  @Test
  void aRaceIsWonByTheFirstAndReplayedTheSame() {
    var task = start("first");
    assertThat(perdure.await(task, String.class)).isEqualTo("fast 0");
    assertReplaysAlike(task);
  }

  @Test
  void anyIsWonByTheFirstThatHasAResultAndTheOthersCleanUpBeforeItReturns() {
    var task = start("firstThatWorks");
    assertThat(perdure.await(task, String.class)).isEqualTo("third");
    assertThat(notes).containsExactly("woken");
    assertReplaysAlike(task);
  }

  @Test
  void anyOfBranchesThatAllFailTellsWhatEachThrew() {
    var task = start("noneWorks");
    var stock = "dev.perdure.node.Flows$OutOfStock: ";
    assertThat(perdure.await(task, String.class))
        .isEqualTo(
            "all 2 branches failed: "
                + (stock + "one; " + stock + "two: ")
                + (stock + "one, " + stock + "two"));
    assertReplaysAlike(task);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSleepLongerThanAnyClockReachesIsJustVeryLong(boolean until) {
    var task = start("verylong", until);
    await().until(() -> waits(task));
    perdure.node().cancel(task, ADA);
    assertThat(perdure.node().await(task)).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void aResultThatIsTooLargeIsReplayedTheSame() {
    var task = start("repeated", 35_000_000);
    assertThat(perdure.node().await(task).toString()).contains("VALUE_TOO_LARGE");
    assertReplaysAlike(task);
  }

  @Test
  void aReplayThatOverflowsTheStackSaysSo() {
    var task = start("deep", 10_000_000);
    await()
        .until(() ->
            perdure
                .node()
                .read(state -> Objects.requireNonNull(state.task(task)).status())
                .equals(TaskStatus.PAUSED));
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.divergence()).isNotNull();
    assertThat(report.divergence().text()).contains("STOPPED", "StackOverflowError");
  }

  @Test
  void anArgumentMayBeNull() {
    assertThat(perdure.call("given", null, String.class)).isEqualTo("given null");
  }

  @Test
  void nobodyComesInFirstOfNoBranches() {
    assertThat(perdure.await(start("ofNone"), Integer.class)).isEqualTo(2);
  }

  @Test
  void whatIsCancelledIsNoFailureOfItsBranches() {
    var task = start("anyOfSleepers");
    await().until(() -> waits(task));
    perdure.node().cancel(task, ADA);
    assertThat(perdure.node().await(task)).isEqualTo(new Outcome.Cancelled(ADA.why()));
    assertReplaysAlike(task);
  }

  @Test
  void aBodyThatTakesLongerThanItsTimeIsCancelled() {
    var task = start("inTime", Duration.ofMillis(1));
    assertThat(perdure.await(task, String.class)).isEqualTo("it took longer than PT0.001S");
    assertThat(notes).containsExactly("over");
    assertReplaysAlike(task);
  }

  @Test
  void aBodyThatIsDoneInTimeReturns() {
    var task = start("inTime", Duration.ofDays(1));
    assertThat(perdure.await(task, String.class)).isEqualTo("done");
    assertReplaysAlike(task);
  }

  @Test
  void aChildTaskIsStartedAndAwaited() {
    var task = start("byChild", 21);
    assertThat(perdure.await(task, Integer.class)).isEqualTo(43);
    assertReplaysAlike(task);
  }

  @Test
  void cancellingATaskRunsItsCleanUpOnce() {
    var task = start("sleeper", "x");
    await().until(() -> waits(task));
    perdure.node().cancel(task, ADA);
    assertThat(perdure.node().await(task)).isInstanceOf(Outcome.Cancelled.class);
    assertThat(notes).containsExactly("cancelled x", "clean-up x");
    assertReplaysAlike(task);
  }

  @Test
  void cancellingATaskCancelsItsChildrenToo() {
    var task = start("parentOfSleeper");
    await()
        .until(() ->
            perdure
                .node()
                .read(state ->
                    state.tasks().size() == 2
                        && state.tasks().values().stream().noneMatch(t -> t.waiting().isEmpty())));
    perdure.node().cancel(task, ADA);
    assertThat(perdure.node().await(task)).isInstanceOf(Outcome.Cancelled.class);
    await().until(() -> perdure.node().read(state -> state.tasks().isEmpty()));
    assertThat(notes).containsExactlyInAnyOrder("parent", "cancelled child", "clean-up child");
  }

  @Test
  void cancellingATaskInterruptsTheEffectItPerforms() {
    var task = start("waitsAtTheGate");
    await().until(() -> notes.contains("at gate"));
    perdure.node().cancel(task, ADA);
    assertThat(perdure.node().await(task)).isInstanceOf(Outcome.Cancelled.class);
    assertThat(notes).doesNotContain("after");
    assertReplaysAlike(task);
  }

  @Test
  void aDeadlineCancels() {
    long soon = System.currentTimeMillis() + 50;
    var options = StartOptions.NONE.withDeadlineMillis(soon);
    var task = perdure.start("sleeper", List.of("y"), options);
    assertThat(perdure.node().await(task))
        .isEqualTo(new Outcome.Cancelled("the task's deadline has passed"));
  }

  @Test
  void aPausedTaskStandsStillAndGoesOnWhereItWas() {
    var task = start("waitsAtTheGate");
    await().until(() -> notes.contains("at gate"));
    perdure.node().pause(task, ADA);
    latch("gate").countDown();
    await().until(() -> !waits(task));
    assertThat(status(task)).isEqualTo(TaskStatus.PAUSED);
    assertThat(notes).doesNotContain("after");
    perdure.node().resume(task, ADA);
    assertThat(perdure.await(task, String.class)).isEqualTo("open");
    assertThat(notes).containsExactly("before", "at gate", "after");
  }

  @Test
  void closingTheNodeRunsNoUserCodeAndTheTaskGoesOnWhenItIsOpenedAgain() {
    var task = start("sleeper", "z");
    await().until(() -> waits(task));
    perdure.close();
    assertThat(notes).isEmpty();
    open();
    assertThat(status(task)).isEqualTo(TaskStatus.RUNNING);
    perdure.node().cancel(task, ADA);
    perdure.node().await(task);
    assertThat(notes).containsExactly("cancelled z", "clean-up z");
  }

  @Test
  void runningOutOfStackIsACrashAndNeverAnOutcome() {
    var task = start("deep", 10_000_000);
    await().until(() -> status(task) == TaskStatus.PAUSED);
    var why = perdure.node().read(state -> state.task(task).why());
    assertThat(why).contains("StackOverflowError");
    assertThat(perdure.node().history(task))
        .filteredOn(e -> e instanceof Event.Crashed)
        .hasSize(dev.perdure.engine.Limits.CRASHES_MAX);
  }

  @Test
  void aCrashInOneBranchStopsTheOthersAtOnce() {
    var task = start("overflowsBesideASleeper");
    await().until(() -> perdure.node().read(state -> state.task(task).waiting().size() == 2));
    latch("gate").countDown();
    await().until(() -> status(task) == TaskStatus.PAUSED);
    assertThat(waits(task)).as("the sleep goes on when the task does").isTrue();
    assertThat(notes).as("no clean-up").containsOnly("at gate");
  }

  @Test
  void clockRandomAndIdsAreRecordedAndLinesAreWrittenOnce() {
    var task = start("draws");
    perdure.node().await(task);
    assertReplaysAlike(task);
    assertThat(notes).containsExactly("drawing 1 and two", "drawn");
  }

  @Test
  void aHundredThousandClockReadsAreOneHistory() {
    var task = start("readsTheClock", 100_000);
    perdure.node().await(task);
    assertReplaysAlike(task);
    assertThat(perdure.node().history(task)).hasSize(100_002);
  }

  @Test
  void aValueThatIsTooLargeFailsItsTaskAndNothingElse() {
    assertThatThrownBy(() -> perdure.call("repeated", 33 << 20, String.class))
        .hasMessageContaining("VALUE_TOO_LARGE")
        .hasMessageContaining("the result of repeated");
    assertThatThrownBy(() -> start("sleeper", "x".repeat(33 << 20)))
        .hasMessageContaining("VALUE_TOO_LARGE");
    assertThat(perdure.call("repeated", 3, String.class)).isEqualTo("xxx");
  }

  @Test
  void aLargeResultIsTakenByAllWhoAwaitIt() {
    int times = (4 << 20) - 100;
    var task = start("awaitedByBranches", 6, times);
    await()
        .until(() ->
            perdure
                .node()
                .read(state -> state.task(task) != null && state.task(task).waiting().size() == 6));
    latch("gate").countDown();
    assertThat(perdure.await(task, Integer.class)).isEqualTo(6 * times);
    assertReplaysAlike(task);
  }

  @Test
  void optionsThatSayTooMuchAreRefusedAndAReasonThatSaysTooMuchIsCut() {
    var attributes = Map.of("shop", "x".repeat(1 << 24));
    assertThatThrownBy(
            () -> perdure.start("twice", List.of(1), StartOptions.NONE.withAttributes(attributes)))
        .hasMessageContaining("VALUE_TOO_LARGE");
    var task = start("sleeper", "x");
    perdure.node().cancel(task, new Change("ada", "y".repeat(1 << 24)));
    var cancelled = (Outcome.Cancelled) perdure.node().await(task);
    assertThat(cancelled.why()).startsWith("yyy").hasSizeLessThan(300);
    assertThat(perdure.call("twice", List.of(1), Integer.class, StartOptions.NONE)).isEqualTo(2);
  }

  @Test
  void argumentsThatDoNotFitAreRefusedBeforeATaskIsStarted() {
    assertThatThrownBy(() -> start("sleeper", 7))
        .hasMessageContaining("VALUE_MISMATCH")
        .hasMessageContaining("argument 1 of sleeper, java.lang.String");
    assertThatThrownBy(() -> start("sleeper"))
        .hasMessageContaining("VALUE_MISMATCH")
        .hasMessageContaining("sleeper takes 1 argument, not 0");
    assertThat(perdure.node().<Boolean>read(state -> state.tasks().isEmpty())).isTrue();
  }

  @Test
  void aDirectoryHasOneOwner() {
    assertThatThrownBy(() -> Perdure.open(dir)).hasMessageContaining("LOG_LOCKED");
  }

  @Test
  void callsAfterTheEndAreRefused() {
    perdure.close();
    assertThatThrownBy(() -> perdure.call("twice", 1, Integer.class))
        .hasMessageContaining("ENGINE_STOPPED");
    open();
  }
}
