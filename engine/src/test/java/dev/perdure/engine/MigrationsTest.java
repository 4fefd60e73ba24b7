package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tasks that go on with other versions (E11), decided by the pure core.
class MigrationsTest {
  private static final Change ADA = new Change("ada", "a bug");
  private static final Request FIRST = new Request() {};
  private static final Request SECOND = new Request() {};
  private static final FunctionName F = new FunctionName("f");
  private static final FunctionName G = new FunctionName("g");
  private static final Version V1 = new Version("v1");
  private static final Version V2 = new Version("v2");
  private static final TaskId TASK = new TaskId(0, 1);
  private static final Place PLACE = new Place(Branch.ROOT, 0);
  private static final Problem NO = Problem.of(EngineCode.MIGRATION_DIVERGES, "another", "Do not");
  private static final Binding TO_V2 = new Binding(V2, new Revision(1), Map.of(F, V2, G, V2));

  private final List<Event> log = new ArrayList<>();
  private final Engine engine = new Engine(new EngineState());
  private long now = 1_000;

  @BeforeEach
  void startATaskThatSleeps() {
    step(new Input.Open(new OwnerId(1)));
    deploy(V1);
    deploy(V2);
    step(
        new Input.Start(
            FIRST, Input.Until.STARTED, TASK, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
    step(
        new Input.FromTask(
            new Event.Asked(TASK, PLACE, new Effect.Sleep(Duration.ofHours(1)), now)));
  }

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  private void deploy(Version version) {
    var info = new UniverseInfo.FunctionInfo(Toys.hash("f" + version), "");
    var universe = new UniverseInfo(Toys.hash("u" + version), Map.of(F, info, G, info));
    step(new Input.Deploy(FIRST, version, universe, ADA));
  }

  private List<Action> step(Input input) {
    var decision = engine.step(input, now);
    log.addAll(decision.events());
    return decision.actions();
  }

  private List<Action> migrate(@Nullable Version to) {
    return step(new Input.Migrate(FIRST, TASK, to, ADA));
  }

  private List<Action> rehearsed(Binding binding, @Nullable Problem problem) {
    return step(new Input.Rehearsed(TASK, binding, problem));
  }

  private TaskState task() {
    return Objects.requireNonNull(engine.state().task(TASK));
  }

  private static Action.Answer answer(List<Action> actions) {
    return actions.stream()
        .filter(Action.Reply.class::isInstance)
        .map(a -> ((Action.Reply) a).answer())
        .findFirst()
        .orElseThrow();
  }

  private static Action.Answer refused(EngineCode code, List<Action> actions) {
    var answer = answer(actions);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Action.Answer.Refused.class, r -> assertThat(r.problem().code()).isEqualTo(code));
    return answer;
  }

  @Test
  void aTaskIsBoundAnewWhenItsWholeHistoryWasRehearsedAndNotBefore() {
    assertThat(migrate(V2)).containsExactly(new Action.Unwind(TASK, Action.EVERYTHING));
    assertThat(step(new Input.AttemptEnded(TASK, "")))
        .containsExactly(new Action.Rehearse(TASK, TO_V2));
    assertThat(log).noneMatch(Event.Migrated.class::isInstance);
    var actions = rehearsed(TO_V2, null);
    assertThat(answer(actions)).isEqualTo(new Action.Answer.Done());
    assertThat(actions).contains(new Action.Run(TASK, null));
    assertThat(task().version()).isEqualTo(V2);
    assertThat(task().overrides()).isEqualTo(Map.of(F, V2, G, V2));
    assertThat(engine.state().needs(task(), V1)).isTrue();
  }

  @Test
  void aTaskWhoseHistoryIsAnotherGoesOnAsItWas() {
    migrate(V2);
    step(new Input.AttemptEnded(TASK, ""));
    int before = log.size();
    var actions = rehearsed(TO_V2, NO);
    assertThat(answer(actions)).isEqualTo(new Action.Answer.Refused(NO));
    assertThat(actions).contains(new Action.Run(TASK, null));
    assertThat(log).hasSize(before);
    assertThat(task().version()).isEqualTo(V1);
  }

  @Test
  void nothingOfATaskRunsWhileItIsRehearsedAndWhatComesMeanwhileIsKept() {
    migrate(V2);
    step(new Input.AttemptSuspended(TASK, Set.of(PLACE)));
    assertThat(task().suspended()).isTrue();
    now += Duration.ofHours(2).toMillis();
    assertThat(step(new Input.Tick())).noneMatch(Action.Run.class::isInstance);
    assertThat(rehearsed(TO_V2, null)).contains(new Action.Run(TASK, null));
  }

  @Test
  void aTaskThatSleepsIsMigratedInItsSleep() {
    step(new Input.AttemptSuspended(TASK, Set.of(PLACE)));
    assertThat(migrate(V2)).containsExactly(new Action.Rehearse(TASK, TO_V2));
    assertThat(rehearsed(TO_V2, null)).noneMatch(Action.Run.class::isInstance);
    assertThat(task().suspended()).isTrue();
    assertThat(task().version()).isEqualTo(V2);
  }

  @Test
  void aTaskThatHasDivergedGoesOnWithTheMendedCode() {
    var divergence = new Divergence(Divergence.Kind.EFFECT, PLACE, "sleep", "clock", "", "");
    step(new Input.FromTask(new Event.Diverged(TASK, divergence, now)));
    step(new Input.AttemptEnded(TASK, ""));
    assertThat(migrate(V2)).containsExactly(new Action.Rehearse(TASK, TO_V2));
    assertThat(rehearsed(TO_V2, null)).contains(new Action.Run(TASK, null));
    assertThat(task().status()).isEqualTo(TaskStatus.RUNNING);
  }

  @Test
  void aTaskThatIsPausedStaysPaused() {
    step(new Input.Pause(SECOND, TASK, ADA));
    step(new Input.AttemptEnded(TASK, ""));
    migrate(V2);
    assertThat(rehearsed(TO_V2, null)).noneMatch(Action.Run.class::isInstance);
    assertThat(task().status()).isEqualTo(TaskStatus.PAUSED);
  }

  @Test
  void withoutAVersionATaskIsBoundAsTheRoutesSayNow() {
    step(new Input.Route(SECOND, Map.of(F, new Policy.Primary(V2)), false, ADA));
    migrate(null);
    var byRoutes = new Binding(V2, new Revision(2), Map.of());
    assertThat(step(new Input.AttemptEnded(TASK, "")))
        .containsExactly(new Action.Rehearse(TASK, byRoutes));
    rehearsed(byRoutes, null);
    assertThat(task().routes()).isEqualTo(new Revision(2));
    assertThat(engine.state().oldestRevision()).isEqualTo(new Revision(2));
  }

  @Test
  void whereRoutesChangeDuringARehearsalThereIsAnother() {
    step(new Input.Route(SECOND, Map.of(F, new Policy.Primary(V2)), false, ADA));
    migrate(null);
    step(new Input.AttemptEnded(TASK, ""));
    step(new Input.Route(SECOND, Map.of(G, new Policy.Primary(V2)), false, ADA));
    assertThat(rehearsed(new Binding(V2, new Revision(2), Map.of()), null))
        .containsExactly(new Action.Rehearse(TASK, new Binding(V2, new Revision(3), Map.of())));
  }

  @Test
  void aTaskThatIsBoundSoAlreadyIsNotTouched() {
    assertThat(migrate(null)).hasSize(1);
    assertThat(answer(migrate(null))).isEqualTo(new Action.Answer.Done());
    assertThat(log).noneMatch(Event.Migrated.class::isInstance);
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(EngineCode.UNKNOWN_VERSION, migrate(new Version("v9")));
    migrate(V2);
    refused(EngineCode.TASK_MIGRATING, migrate(V1));
    step(new Input.FromTask(new Event.Finished(TASK, new Outcome.Returned(Payload.NIL), now)));
    refused(EngineCode.TASK_ENDED, step(new Input.AttemptEnded(TASK, "")));
    refused(EngineCode.TASK_ENDED, migrate(V2));
  }

  @Test
  void aVersionThatLacksTheFunctionOfTheTaskIsRefused() {
    var info = new UniverseInfo.FunctionInfo(Toys.hash("g"), "");
    var lacking = new Version("v3");
    step(new Input.Deploy(FIRST, lacking, new UniverseInfo(Toys.hash("u3"), Map.of(G, info)), ADA));
    refused(EngineCode.UNKNOWN_FUNCTION, migrate(lacking));
    assertThat(log).noneMatch(Event.Migrated.class::isInstance);
    assertThat(task().version()).isEqualTo(V1);
    assertThat(migrate(V2)).as("nothing is under way").hasSize(1);
  }

  @Test
  void aVersionThatWasRemovedDuringARehearsalIsNotBound() {
    migrate(V2);
    step(new Input.AttemptEnded(TASK, ""));
    step(new Input.Remove(SECOND, V2, ADA));
    var actions = rehearsed(TO_V2, null);
    refused(EngineCode.UNKNOWN_VERSION, actions);
    assertThat(actions).contains(new Action.Run(TASK, null));
    assertThat(task().version()).isEqualTo(V1);
  }

  @Test
  void aTaskThatWaitsForItsTurnIsMigratedAtOnce() {
    step(new Input.SetLimit(SECOND, new QueueLimit(F, 1, 0, 0, false), ADA));
    var later = new TaskId(0, 2);
    step(
        new Input.Start(
            SECOND, Input.Until.STARTED, later, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
    step(
        new Input.Start(
            SECOND,
            Input.Until.STARTED,
            new TaskId(0, 3),
            F,
            Payload.NO_ARGUMENTS,
            StartOptions.NONE));
    var waiting = new TaskId(0, 3);
    assertThat(answer(step(new Input.Migrate(FIRST, waiting, V2, ADA))))
        .isEqualTo(new Action.Answer.Done());
    assertThat(Objects.requireNonNull(engine.state().task(waiting)).version()).isEqualTo(V2);
  }
}
