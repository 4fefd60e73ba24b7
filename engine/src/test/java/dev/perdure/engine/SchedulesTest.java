package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Schedules (E17), decided by the pure core.
class SchedulesTest {
  private static final Change ADA = new Change("ada", "why not");
  private static final Request REQUEST = new Request() {};
  private static final TaskId SEED = new TaskId(0x0198c0e27a317b44L, 0x9c3f5d0f6d1f2a77L);
  private static final TaskId OTHER_SEED = new TaskId(0x0198c0e27a317b45L, 0x9c3f5d0f6d1f2a77L);
  private static final FunctionName REPORT = new FunctionName("report");
  private static final ScheduleName NAME = new ScheduleName("nightly");
  private static final ScheduleName DECLARED = new ScheduleName("report");
  private static final Version V1 = new Version("v1");
  private static final Version V2 = new Version("v2");
  private static final Version V3 = new Version("v3");
  private static final Recurrence DAILY = Recurrence.cron("0 3 * * *", "UTC");
  private static final long DAY = Duration.ofDays(1).toMillis();

  private Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = millis("2030-01-01T00:00:00Z");

  @BeforeEach
  void open() {
    step(new Input.Open(new OwnerId(1)));
    deploy(V1);
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private void deploy(Version version, Declaration... declared) {
    var info =
        new UniverseInfo(
            Toys.hash(version),
            Map.of(REPORT, new UniverseInfo.FunctionInfo(Toys.hash(version), "")));
    var declarations = new Declarations(SEED, List.of(declared));
    step(new Input.Deploy(REQUEST, version, info, declarations, ADA));
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

  private static Schedule schedule(Schedule.Overlap overlap, int catchUpMax) {
    return new Schedule(NAME, REPORT, Payload.NO_ARGUMENTS, DAILY, overlap, catchUpMax);
  }

  private static Schedule declared(String cron) {
    return new Schedule(
        DECLARED, REPORT, null, Recurrence.cron(cron, "UTC"), Schedule.Overlap.SKIP, 1);
  }

  private void set(Schedule schedule) {
    step(new Input.SetSchedule(REQUEST, schedule, SEED, ADA));
  }

  /// Decides all that is due until a time, as if the clock showed just that.
  private void comeTo(String instant) {
    now = millis(instant);
    for (int i = 0; i < 10_000; i++) {
      var timer = engine.nextTimer();
      if (timer == null || timer.dueMillis() > now) {
        return;
      }
      step(new Input.Tick());
    }
    throw new AssertionError("it never ends");
  }

  private void finishAll() {
    for (var task : List.copyOf(engine.state().tasks().keySet())) {
      step(new Input.FromTask(new Event.Finished(task, new Outcome.Returned(Payload.NIL), now)));
      step(new Input.AttemptEnded(task, ""));
    }
  }

  /// Every process begins with what the log folds to.
  private void crash() {
    Folded.check(log, engine.state());
    var state = Folded.of(log);
    engine = new Engine(state);
    step(new Input.Open(new OwnerId(1)));
  }

  private List<String> fired() {
    return log.stream()
        .filter(Event.Fired.class::isInstance)
        .map(e -> Instant.ofEpochMilli(((Event.Fired) e).dueMillis()).toString())
        .toList();
  }

  private List<String> skipped() {
    return log.stream().filter(Event.Skipped.class::isInstance).map(EventText::of).toList();
  }

  private ScheduleState get(ScheduleName name) {
    return Objects.requireNonNull(engine.state().schedules().get(name));
  }

  @Test
  void aTaskStartsAtEachInstantWithTheIdThatItsTimerNamed() {
    set(schedule(Schedule.Overlap.ALLOW, 0));
    var timer = Objects.requireNonNull(engine.nextTimer());
    comeTo("2030-01-01T03:00:00Z");
    assertThat(fired()).containsExactly("2030-01-01T03:00:00Z");
    assertThat(engine.state().task(timer.task()).start().options().attributes())
        .containsEntry("schedule", "nightly");
    assertThat(timer.task().high() >>> 16).isEqualTo(millis("2030-01-01T03:00:00Z"));
    assertThat(timer.task().uuid().version()).isEqualTo(7);
    assertThat(timer.task().uuid().variant()).isEqualTo(2);
    assertThat(get(NAME).lastTask()).isEqualTo(timer.task());
    assertThat(get(NAME).nextMillis()).isEqualTo(millis("2030-01-02T03:00:00Z"));
  }

  @Test
  void eachInstantStartsOneTaskHoweverOftenTheProcessDies() {
    set(schedule(Schedule.Overlap.ALLOW, 0));
    for (int day = 1; day <= 5; day++) {
      crash();
      comeTo("2030-01-0" + day + "T03:00:00Z");
      crash();
      comeTo("2030-01-0" + day + "T03:00:30Z");
    }
    assertThat(fired()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aClockThatIsSetBackStartsNothingTwice() {
    set(schedule(Schedule.Overlap.ALLOW, 0));
    comeTo("2030-01-01T03:00:00Z");
    now -= 2 * DAY;
    set(schedule(Schedule.Overlap.SKIP, 0));
    comeTo("2030-01-01T03:00:10Z");
    assertThat(fired()).containsExactly("2030-01-01T03:00:00Z");
  }

  @Test
  void whatWasMissedIsMadeUpForAsFarAsItIsSaid() {
    set(schedule(Schedule.Overlap.ALLOW, 0));
    comeTo("2030-01-04T12:00:00Z");
    assertThat(fired()).isEmpty();
    assertThat(skipped())
        .containsExactly(
            "schedule nightly skips 2030-01-01T03:00:00Z to 2030-01-04T03:00:00Z: missed");
    set(schedule(Schedule.Overlap.ALLOW, 1));
    comeTo("2030-01-07T12:00:00Z");
    assertThat(fired()).containsExactly("2030-01-07T03:00:00Z");
    set(schedule(Schedule.Overlap.ALLOW, 2));
    comeTo("2030-01-10T12:00:00Z");
    assertThat(fired().subList(1, 3))
        .containsExactly("2030-01-09T03:00:00Z", "2030-01-10T03:00:00Z");
    set(schedule(Schedule.Overlap.ALLOW, Limits.CATCH_UP_MAX));
    comeTo("2030-02-10T12:00:00Z");
    assertThat(fired()).hasSize(3 + 31).doesNotHaveDuplicates();
  }

  @Test
  void aMinuteTooLateIsPunctualWhateverIsMadeUpFor() {
    set(schedule(Schedule.Overlap.ALLOW, 0));
    comeTo("2030-01-01T03:01:00Z");
    comeTo("2030-01-02T03:01:01Z");
    assertThat(fired()).containsExactly("2030-01-01T03:00:00Z");
    assertThat(skipped()).hasSize(1);
  }

  @Test
  void tenYearsOfMissedMinutesAreSkippedInOneDecision() {
    var each = Recurrence.cron("* * * * *", "Europe/Berlin");
    set(new Schedule(NAME, REPORT, Payload.NO_ARGUMENTS, each, Schedule.Overlap.ALLOW, 3));
    int before = log.size();
    comeTo("2040-01-01T00:00:30Z");
    assertThat(fired())
        .containsExactly("2039-12-31T23:58:00Z", "2039-12-31T23:59:00Z", "2040-01-01T00:00:00Z");
    assertThat(log.size() - before).isEqualTo(1 + 2 * 3);
  }

  @Test
  void anInstantIsSkippedWhileTheTaskOfTheOneBeforeHasNotEnded() {
    set(schedule(Schedule.Overlap.SKIP, 0));
    comeTo("2030-01-01T03:00:00Z");
    var first = Objects.requireNonNull(get(NAME).lastTask());
    comeTo("2030-01-02T03:00:00Z");
    assertThat(skipped())
        .containsExactly(
            "schedule nightly skips 2030-01-02T03:00:00Z: task " + first + " has not ended");
    finishAll();
    comeTo("2030-01-03T03:00:00Z");
    assertThat(fired()).containsExactly("2030-01-01T03:00:00Z", "2030-01-03T03:00:00Z");
  }

  @Test
  void whatIsPausedStartsNothingAndMakesUpForNothingWhenItGoesOn() {
    set(schedule(Schedule.Overlap.ALLOW, 5));
    step(new Input.PauseSchedule(REQUEST, NAME, true, ADA));
    crash();
    assertThat(engine.nextTimer()).isNull();
    comeTo("2030-01-03T12:00:00Z");
    set(schedule(Schedule.Overlap.ALLOW, 4));
    assertThat(get(NAME).standing().paused()).isTrue();
    step(new Input.PauseSchedule(REQUEST, NAME, false, ADA));
    comeTo("2030-01-04T03:00:00Z");
    assertThat(fired()).containsExactly("2030-01-04T03:00:00Z");
  }

  @Test
  void toSetOrPauseWhatIsSoAlreadyIsNoEvent() {
    set(schedule(Schedule.Overlap.ALLOW, 5));
    int before = log.size();
    set(schedule(Schedule.Overlap.ALLOW, 5));
    step(new Input.PauseSchedule(REQUEST, NAME, false, ADA));
    assertThat(log).hasSize(before);
  }

  @Test
  void whatIsRemovedStartsNothing() {
    set(schedule(Schedule.Overlap.ALLOW, 5));
    step(new Input.RemoveSchedule(REQUEST, NAME, ADA));
    crash();
    assertThat(engine.nextTimer()).isNull();
    assertThat(engine.state().schedules().all()).isEmpty();
  }

  @Test
  void twoEnginesAndTwoSchedulesOfOneEngineNeverComeToTheSameId() {
    set(schedule(Schedule.Overlap.ALLOW, 5));
    var first = Objects.requireNonNull(engine.nextTimer()).task();
    step(new Input.RemoveSchedule(REQUEST, NAME, ADA));
    set(schedule(Schedule.Overlap.ALLOW, 5));
    var second = Objects.requireNonNull(engine.nextTimer()).task();
    step(new Input.RemoveSchedule(REQUEST, NAME, ADA));
    step(new Input.SetSchedule(REQUEST, schedule(Schedule.Overlap.ALLOW, 5), OTHER_SEED, ADA));
    var third = Objects.requireNonNull(engine.nextTimer()).task();
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownFunctionOrScheduleIsRefused() {
    var unknown =
        new Schedule(
            NAME,
            new FunctionName("nobody"),
            Payload.NO_ARGUMENTS,
            DAILY,
            Schedule.Overlap.SKIP,
            1);
    assertThat(refusal(step(new Input.SetSchedule(REQUEST, unknown, SEED, ADA))).code())
        .isEqualTo(EngineCode.UNKNOWN_FUNCTION);
    assertThat(refusal(step(new Input.RemoveSchedule(REQUEST, NAME, ADA))).code())
        .isEqualTo(EngineCode.UNKNOWN_SCHEDULE);
    assertThat(refusal(step(new Input.PauseSchedule(REQUEST, NAME, true, ADA))).code())
        .isEqualTo(EngineCode.UNKNOWN_SCHEDULE);
    assertThatThrownBy(() -> schedule(Schedule.Overlap.SKIP, Limits.CATCH_UP_MAX + 1))
        .hasMessageContaining("BAD_CATCH_UP");
    assertThatThrownBy(() -> Recurrence.every(Duration.ofMillis(999)))
        .hasMessageContaining("BAD_CRON");
    assertThatThrownBy(() -> Recurrence.cron("0 3 * * *", "Mars/Olympus"))
        .hasMessageContaining("UNKNOWN_ZONE");
  }

  @Test
  void anIntervalIsCountedFrom1970SoThatHoursAreOnTheHour() {
    var hourly = Recurrence.every(Duration.ofHours(1));
    assertThat(hourly.nextMillis(millis("2030-01-01T00:17:03Z")))
        .isEqualTo(millis("2030-01-01T01:00:00Z"));
    assertThat(hourly.nextMillis(millis("2030-01-01T01:00:00Z")))
        .isEqualTo(millis("2030-01-01T02:00:00Z"));
    assertThat(hourly.lastMillis(millis("2030-01-01T01:00:00Z")))
        .isEqualTo(millis("2030-01-01T01:00:00Z"));
  }

  @Test
  void whatAVersionDeclaresHoldsWhileItIsThePrimaryOfTheFunction() {
    deploy(V2, declared("0 4 * * *"));
    assertThat(engine.state().schedules().get(DECLARED)).as("v1 serves it").isNull();
    route(V2);
    assertThat(get(DECLARED).schedule()).isEqualTo(declared("0 4 * * *"));
    step(new Input.PauseSchedule(REQUEST, DECLARED, true, ADA));
    deploy(V3, declared("0 5 * * *"));
    assertThat(get(DECLARED).schedule()).isEqualTo(declared("0 4 * * *"));
    route(V3);
    assertThat(get(DECLARED).schedule()).isEqualTo(declared("0 5 * * *"));
    assertThat(get(DECLARED).standing().paused()).as("people pause, code does not").isTrue();
    crash();
    step(new Input.Rollback(REQUEST, new Revision(2), ADA));
    assertThat(get(DECLARED).schedule()).isEqualTo(declared("0 4 * * *"));
    route(V1);
    assertThat(engine.state().schedules().get(DECLARED)).as("v1 declares none").isNull();
    crash();
  }

  private void route(Version version) {
    step(new Input.Route(REQUEST, Map.of(REPORT, new Policy.Primary(version)), false, ADA));
  }

  @Test
  void aNewFunctionIsScheduledByTheDecisionThatLetsItIn() {
    engine = new Engine(new EngineState());
    log.clear();
    step(new Input.Open(new OwnerId(1)));
    deploy(V1, declared("0 4 * * *"));
    assertThat(get(DECLARED).schedule()).isEqualTo(declared("0 4 * * *"));
    comeTo("2030-01-01T04:00:00Z");
    var task = Objects.requireNonNull(get(DECLARED).lastTask());
    assertThat(engine.state().task(task).start().arguments())
        .as("the instant is its argument")
        .isEqualTo(Payload.of(Vec.of(Value.of(Instant.parse("2030-01-01T04:00:00Z")))));
    int before = log.size();
    deploy(V1, declared("0 4 * * *"));
    assertThat(log).hasSize(before);
  }

  @Test
  void whatCodeDeclaresIsChangedThere() {
    deploy(V2, declared("0 4 * * *"));
    route(V2);
    assertThat(refusal(step(new Input.RemoveSchedule(REQUEST, DECLARED, ADA))).code())
        .isEqualTo(EngineCode.SCHEDULE_DECLARED);
    var mine = declared("0 5 * * *");
    assertThat(refusal(step(new Input.SetSchedule(REQUEST, mine, SEED, ADA))).code())
        .isEqualTo(EngineCode.SCHEDULE_DECLARED);
    assertThat(get(DECLARED).schedule()).isEqualTo(declared("0 4 * * *"));
  }
}
