package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.perdure.value.Problem;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Starts that come in bursts and become one task (E18), decided by the pure core.
class DebounceTest {
  private static final Change ADA = new Change("ada", "why not");
  private static final Request REQUEST = new Request() {};
  private static final FunctionName MAIL = new FunctionName("mail");
  private static final FunctionName PAY = new FunctionName("pay");
  private static final Version V1 = new Version("v1");
  private static final Version V2 = new Version("v2");

  /// Quiet for five seconds.
  private static final Debounce ALWAYS = new Debounce("ada", 5_000, 0);

  /// The same, but no longer than 12 seconds after the first start.
  private static final Debounce BOUNDED = new Debounce("ada", 5_000, 12_000);

  private Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = 1_000_000;
  private int made;

  @BeforeEach
  void open() {
    step(new Input.Open(new OwnerId(1)));
    deploy(V1);
  }

  private void deploy(Version version) {
    var info = new UniverseInfo.FunctionInfo(Toys.hash("f" + version), "");
    var universe = new UniverseInfo(Toys.hash("u" + version), Map.of(MAIL, info, PAY, info));
    step(new Input.Deploy(REQUEST, version, universe, ADA));
  }

  private Decision step(Input input) {
    var decision = engine.step(input, now);
    log.addAll(decision.events());
    return decision;
  }

  private static Payload words(String words) {
    return Payload.of(Vec.of(new Str(words)));
  }

  private Decision ask(FunctionName function, String words, StartOptions options) {
    var id = new TaskId(7, ++made);
    return step(new Input.Start(REQUEST, Input.Until.STARTED, id, function, words(words), options));
  }

  private TaskId start(FunctionName function, String words, StartOptions options) {
    for (var action : ask(function, words, options).actions()) {
      if (action instanceof Action.Reply r && r.answer() instanceof Action.Answer.Started s) {
        return s.task();
      }
    }
    throw new AssertionError("nothing was started");
  }

  private TaskId start(String words, Debounce debounce) {
    return start(MAIL, words, StartOptions.NONE.withDebounce(debounce));
  }

  private static @Nullable Problem refusal(Decision decision) {
    for (var action : decision.actions()) {
      if (action instanceof Action.Reply r && r.answer() instanceof Action.Answer.Refused no) {
        return no.problem();
      }
    }
    return null;
  }

  /// Decides all that is due when the clock shows this; the starts of those that began.
  private List<Event.Started> tick(long atMillis) {
    now = atMillis;
    var began = new ArrayList<Event.Started>();
    for (var timer = engine.nextTimer();
        timer != null && timer.dueMillis() <= now;
        timer = engine.nextTimer()) {
      for (var action : step(new Input.Tick()).actions()) {
        if (action instanceof Action.Run run) {
          began.add(Objects.requireNonNull(run.fresh()));
        }
      }
    }
    return began;
  }

  private void crash() {
    Folded.check(log, engine.state());
    engine = new Engine(Folded.of(log));
    step(new Input.Open(new OwnerId(1)));
  }

  private TaskState task(TaskId id) {
    return Objects.requireNonNull(engine.state().task(id));
  }

  private List<Event.OfTask> history(TaskId id) {
    return log.stream()
        .filter(Event.OfTask.class::isInstance)
        .map(Event.OfTask.class::cast)
        .filter(e -> e.task().equals(id))
        .toList();
  }

  @Test
  void startsUnderOneKeyBecomeOneTaskThatBeginsWithTheLastArgumentsWhenItIsQuiet() {
    long first = now;
    var task = start("one", ALWAYS);
    now += 4_000;
    assertThat(start("two", ALWAYS)).isEqualTo(task);
    crash();
    now += 4_000;
    assertThat(start("three", ALWAYS)).isEqualTo(task);
    crash();
    assertThat(task(task).status()).isEqualTo(TaskStatus.QUEUED);
    assertThat(engine.state().tasks()).hasSize(1);
    assertThat(tick(now + 4_999)).isEmpty();
    crash();
    var began = tick(now + 1);
    assertThat(began)
        .extracting(Event.Started::task, Event.Started::arguments, Event.Started::atMillis)
        .containsExactly(tuple(task, words("three"), first));
    assertThat(Event.Started.of(history(task))).isEqualTo(began.getFirst());
    crash();
    assertThat(task(task).start()).isEqualTo(began.getFirst());
    assertThat(tick(now + 10_000)).isEmpty();
  }

  @Test
  void itIsPutOffNoLongerThanTheLongestWaitAfterItsFirstStart() {
    long first = now;
    var task = start("one", BOUNDED);
    for (int i = 0; i < 5; i++) {
      now += 2_000;
      start("more " + i, BOUNDED);
      crash();
    }
    assertThat(tick(first + 11_999)).isEmpty();
    assertThat(tick(first + 12_000))
        .extracting(Event.Started::task, Event.Started::arguments)
        .containsExactly(tuple(task, words("more 4")));
  }

  @Test
  void withoutALongestWaitItMayBePutOffForEver() {
    start("one", ALWAYS);
    for (int i = 0; i < 100; i++) {
      assertThat(tick(now + 4_999)).isEmpty();
      start("more", ALWAYS);
    }
    assertThat(tick(now + 5_000)).hasSize(1);
  }

  @Test
  void onceItHasBegunTheNextStartMakesANewTask() {
    var task = start("one", ALWAYS);
    assertThat(tick(now + 5_000)).hasSize(1);
    crash();
    var next = start("two", ALWAYS);
    assertThat(next).isNotEqualTo(task);
    assertThat(task(task).start().arguments()).isEqualTo(words("one"));
    assertThat(start("three", ALWAYS)).isEqualTo(next);
    step(new Input.FromTask(new Event.Finished(task, new Outcome.Returned(Payload.NIL), now)));
    step(new Input.AttemptEnded(task, ""));
    crash();
    assertThat(start("four", ALWAYS)).as("the end of the one before frees nothing").isEqualTo(next);
  }

  @Test
  void onceItWasCancelledTheNextStartMakesANewTask() {
    var task = start("one", ALWAYS);
    assertThat(refusal(step(new Input.Pause(REQUEST, task, ADA)))).asString().contains("waits");
    step(new Input.Cancel(REQUEST, task, ADA));
    crash();
    assertThat(start("two", ALWAYS)).isNotEqualTo(task);
    assertThat(tick(now + 5_000)).hasSize(1);
  }

  @Test
  void keysAreThoseOfOneFunction() {
    var mail = start("one", ALWAYS);
    var pay = start(PAY, "two", StartOptions.NONE.withDebounce(ALWAYS));
    var bob = start("three", new Debounce("bob", 5_000, 0));
    var plain = start(MAIL, "four", StartOptions.NONE);
    assertThat(List.of(mail, pay, bob, plain)).doesNotHaveDuplicates();
    crash();
    assertThat(start("five", ALWAYS)).isEqualTo(mail);
    assertThat(start("six", new Debounce("bob", 1, 0))).isEqualTo(bob);
    assertThat(tick(now + 1)).extracting(Event.Started::task).containsExactly(bob);
  }

  @Test
  void theLastStartSaysAllThatTheTaskIsButForItsIdAndItsTrace() {
    var trace = TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    var other = TraceContext.parse("00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-00f067aa0ba902b7-01");
    var options =
        StartOptions.NONE
            .withDebounce(ALWAYS)
            .withDeadlineMillis(now + 6_000)
            .withAttributes(Map.of("tenant", "acme"))
            .withTrace(Objects.requireNonNull(trace));
    var task = start(MAIL, "one", options);
    deploy(V2);
    step(new Input.Route(REQUEST, Map.of(PAY, new Policy.Primary(V2)), false, ADA));
    now += 4_000;
    start(
        MAIL,
        "two",
        StartOptions.NONE
            .withDebounce(ALWAYS)
            .withDeadlineMillis(now + 9_000)
            .withOverrides(Map.of(MAIL, V2))
            .withTrace(Objects.requireNonNull(other)));
    crash();
    var began = tick(now + 5_000).getFirst();
    assertThat(began.version()).isEqualTo(V2);
    assertThat(began.routes()).isEqualTo(engine.state().routes().revision());
    assertThat(began.options().attributes()).isEmpty();
    assertThat(began.options().traceparent()).isEqualTo(trace.toString());
    assertThat(task(task).overrides()).isEqualTo(Map.of(MAIL, V2));
    assertThat(engine.state().forcedTasks()).hasSize(1);
    assertThat(task(task).cancellations().cancelled(Branch.ROOT)).isFalse();
    tick(now + 4_000);
    assertThat(task(task).cancellations().cancelled(Branch.ROOT)).as("its deadline").isTrue();
  }

  @Test
  void aStartAfterTheRoutesHaveChangedIsServedByWhatTheySayNow() {
    var task = start("one", ALWAYS);
    deploy(V2);
    var primary = new Policy.Primary(V2);
    step(new Input.Route(REQUEST, Map.of(MAIL, primary, PAY, primary), false, ADA));
    assertThat(task(task).version()).as("no start has come since").isEqualTo(V1);
    start("two", ALWAYS);
    crash();
    assertThat(task(task).version()).isEqualTo(V2);
    assertThat(engine.state().oldestRevision()).isEqualTo(engine.state().routes().revision());
    step(new Input.Remove(REQUEST, V1, ADA));
    assertThat(log.getLast()).as("nothing needs v1 any more").isInstanceOf(Event.Removed.class);
  }

  @Test
  void aVersionThatAPersonSetForTheTaskStays() {
    var task = start("one", ALWAYS);
    deploy(V2);
    step(new Input.SwitchTask(REQUEST, task, PAY, V2, ADA));
    start("two", ALWAYS);
    crash();
    assertThat(task(task).overrides()).isEqualTo(Map.of(PAY, V2));
  }

  @Test
  void aStartThatIsRefusedPutsNothingOff() {
    start("one", ALWAYS);
    int before = log.size();
    var nobody = StartOptions.NONE.withDebounce(ALWAYS).withOverrides(Map.of(PAY, V2));
    assertThat(refusal(ask(MAIL, "two", nobody))).asString().contains("v2");
    assertThat(log).hasSize(before);
  }

  @Test
  void behindALimitItWaitsForItsTurnAndKeepsItsPlaceWhenItCannotBePutOff() {
    step(new Input.SetLimit(REQUEST, new QueueLimit(MAIL, 1, 0, 0, false), ADA));
    var running = start(MAIL, "running", StartOptions.NONE);
    tick(now);
    long first = now;
    var task = start("one", BOUNDED);
    now = first + 13_000;
    var behind = start(MAIL, "behind", StartOptions.NONE);
    now += 1_000;
    assertThat(start("two", BOUNDED)).as("it has not begun").isEqualTo(task);
    crash();
    step(new Input.FromTask(new Event.Finished(running, new Outcome.Returned(Payload.NIL), now)));
    assertThat(tick(now))
        .extracting(Event.Started::task, Event.Started::arguments)
        .containsExactly(tuple(task, words("two")));
    assertThat(task(behind).status()).isEqualTo(TaskStatus.QUEUED);
  }

  @Test
  void anotherQueueKeyMovesItToAnotherQueue() {
    step(new Input.SetLimit(REQUEST, new QueueLimit(MAIL, 1, 0, 0, true), ADA));
    var options = StartOptions.NONE.withDebounce(ALWAYS);
    var task = start(MAIL, "one", options.withQueueing(options.queueing().withKey("a")));
    start(MAIL, "two", options.withQueueing(options.queueing().withKey("b").withPriority(3)));
    crash();
    assertThat(engine.state().queues().size()).isEqualTo(1);
    var other = start(MAIL, "other", StartOptions.NONE.withQueueing(Queueing.NONE.withKey("a")));
    assertThat(tick(now)).extracting(Event.Started::task).containsExactly(other);
    assertThat(tick(now + 5_000)).extracting(Event.Started::task).containsExactly(task);
  }

  @Test
  void aClockThatWasAheadHoldsItUpNoLongerThanTheQuietTimeAfterTheNextStart() {
    now += 7_200_000;
    var task = start("one", BOUNDED);
    now -= 7_200_000;
    assertThat(start("two", BOUNDED)).isEqualTo(task);
    assertThat(tick(now + 4_999)).isEmpty();
    assertThat(tick(now + 1)).extracting(Event.Started::task).containsExactly(task);
  }

  @Test
  void whoWaitsForTheEndIsToldThatOfTheTaskThatItJoined() {
    var task = start("one", ALWAYS);
    var mine = new TaskId(7, ++made);
    step(
        new Input.Start(
            REQUEST,
            Input.Until.ENDED,
            mine,
            MAIL,
            words("two"),
            StartOptions.NONE.withDebounce(ALWAYS)));
    tick(now + 5_000);
    var end =
        step(new Input.FromTask(new Event.Finished(task, new Outcome.Returned(Payload.NIL), now)));
    assertThat(end.actions())
        .anyMatch(a ->
            a instanceof Action.Reply r
                && r.answer() instanceof Action.Answer.Ended e
                && e.task().equals(task));
  }

  @Test
  void aTaskThatIsReadBackFromItsHistoryIsAsItsLastStartSays() {
    var task = start("one", ALWAYS);
    start("two", ALWAYS);
    var imported = new ImportedTask(new Event.Imported(task, Origins.EMPTY, ADA, 0), 0);
    var standpoint = Standpoint.atTheEnd();
    history(task)
        .forEach(event -> {
          imported.apply(event, 1);
          standpoint.accept(event);
        });
    assertThat(imported.start().arguments()).isEqualTo(words("two"));
    assertThat(standpoint.state().start()).isEqualTo(imported.start());
  }

  /// What an engine without universes knows.
  private static final class Origins {
    private static final Origin EMPTY = new Origin(RouteTable.EMPTY, Map.of(), Map.of());
  }

  private static final String QUIET = "the quiet time under the debounce key ada is out of";
  private static final String LONGEST = "the longest wait under the debounce key ada is out of";

  @Test
  void whatMakesNoSenseIsRefused() {
    assertBad(() -> new Debounce("", 1, 0), "no key that says which of them belong together");
    assertBad(() -> new Debounce("ada", 0, 0), QUIET);
    assertBad(() -> new Debounce("ada", -1, 0), QUIET);
    assertBad(
        () -> new Debounce("ada", 5_000, 4_999),
        "4999 ms, is shorter than its quiet time, 5000 ms");
    assertBad(() -> new Debounce("ada", 5_000, -1), LONGEST);
    assertBad(() -> Debounce.of("ada", Duration.ofNanos(1)), QUIET);
    assertBad(() -> Debounce.of("ada", Duration.ofSeconds(Long.MAX_VALUE)), QUIET);
    assertBad(() -> ALWAYS.withLongest(Duration.ZERO), LONGEST);
    assertBad(() -> StartOptions.NONE.withKey("k").withDebounce(ALWAYS), "an idempotency key too");
    assertBad(() -> StartOptions.NONE.withDebounce(ALWAYS).withKey("k"), "an idempotency key too");
    var later = StartOptions.NONE.withQueueing(Queueing.NONE.withNotBeforeMillis(9));
    assertBad(() -> later.withDebounce(ALWAYS), "a time to begin at too");
    var most = Debounce.of("ada", Limits.SLEEP_MAX).withLongest(Limits.SLEEP_MAX);
    assertThatCode(() -> start("one", most)).doesNotThrowAnyException();
    assertThat(BOUNDED)
        .isEqualTo(Debounce.of("ada", Duration.ofSeconds(5)).withLongest(Duration.ofSeconds(12)));
  }

  private static void assertBad(ThrowingCallable made, String what) {
    assertThatThrownBy(made).hasMessageContaining("BAD_DEBOUNCE").hasMessageContaining(what);
  }
}
