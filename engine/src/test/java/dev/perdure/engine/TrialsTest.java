package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Routes by attribute (E21), and candidates that are given up by themselves (E24).
class TrialsTest {
  private static final Change ADA = new Change("ada", "why not");
  private static final Request REQUEST = new Request() {};
  private static final FunctionName PAY = new FunctionName("pay");
  private static final FunctionName FEE = new FunctionName("fee");
  private static final Version V1 = new Version("v1");
  private static final Version V2 = new Version("v2");
  private static final Outcome NIL = new Outcome.Returned(Payload.NIL);
  private static final Place PLACE = new Place(Branch.ROOT, 0);
  private static final Outcome BROKEN =
      new Outcome.Threw(new Failure("Broken", "no", null, List.of(), null));
  private static final Divergence DIVERGENCE =
      new Divergence(Divergence.Kind.ARGUMENTS, PLACE, "clock", "random", "", "");

  private final Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();
  private long now = 1_000_000;
  private int made;

  @BeforeEach
  void open() {
    step(new Input.Open(new OwnerId(1)));
    deploy(V1);
    deploy(V2);
  }

  @AfterEach
  void theStateIsTheFoldOfItsLog() {
    Folded.check(log, engine.state());
  }

  private void deploy(Version version) {
    var info = new UniverseInfo.FunctionInfo(Toys.hash("code " + version), "");
    var universe = new UniverseInfo(Toys.hash("u" + version), Map.of(PAY, info, FEE, info));
    step(new Input.Deploy(REQUEST, version, universe, ADA));
  }

  private Decision step(Input input) {
    var decision = engine.step(input, now++);
    log.addAll(decision.events());
    return decision;
  }

  private void route(FunctionName function, Policy policy) {
    step(new Input.Route(REQUEST, Map.of(function, policy), false, ADA));
  }

  private @Nullable Policy policy(FunctionName function) {
    return engine.state().routes().policy(function);
  }

  private TaskId start(FunctionName function, Map<String, String> attributes) {
    var id = new TaskId(7, ++made);
    var options = StartOptions.NONE.withAttributes(attributes);
    step(
        new Input.Start(REQUEST, Input.Until.STARTED, id, function, Payload.NO_ARGUMENTS, options));
    return id;
  }

  private void end(TaskId task, Outcome outcome) {
    step(new Input.FromTask(new Event.Finished(task, outcome, now)));
    step(new Input.AttemptEnded(task, ""));
  }

  /// A task of a function whose every call goes to the candidate.
  private void run(Outcome outcome) {
    end(start(PAY, Map.of()), outcome);
  }

  private Decision tick() {
    return step(new Input.Tick());
  }

  private void tryAll(double percent, int atLeast) {
    route(PAY, new Policy.Percent(V1, V2, 100, new Threshold(percent, atLeast)));
  }

  @Test
  void aCandidateWhoseTasksFailTooOftenGoesBackToThePrimaryByItself() {
    tryAll(10, 20);
    run(BROKEN);
    run(NIL);
    run(BROKEN);
    assertThat(tick().events()).isEmpty();
    run(BROKEN);
    assertThat(engine.nextTimer()).isEqualTo(Timer.trial());
    assertThat(tick().events())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.Routed.class,
            e -> {
              assertThat(e.changes()).isEqualTo(Map.of(PAY, new Policy.Primary(V1)));
              assertThat(e.change())
                  .isEqualTo(
                      new Change(
                          "threshold", "3 of 4 tasks failed, more than 10 % of at least 20"));
            });
    assertThat(engine.nextTimer()).isNull();
    assertThat(engine.state().task(start(PAY, Map.of())).version()).isEqualTo(V1);
  }

  @Test
  void aFailureWithinTheThresholdChangesNothing() {
    tryAll(10, 20);
    for (int i = 0; i < 200; i++) {
      run(i % 10 == 0 ? BROKEN : NIL);
    }
    assertThat(tick().events()).isEmpty();
    assertThat(engine.state().trials().all().get(PAY))
        .isEqualTo(new Trials.Trial(V2, new Threshold(10, 20), false, 200, 20));
    run(BROKEN);
    assertThat(tick().events()).hasSize(1);
  }

  @Test
  void tasksThatDivergeOrCrashForGoodCountAsFailedAndCancelledOnesNot() {
    tryAll(0, 1);
    end(start(PAY, Map.of()), new Outcome.Cancelled("enough"));
    assertThat(tick().events()).isEmpty();
    var lost = start(PAY, Map.of());
    step(new Input.FromTask(new Event.Diverged(lost, DIVERGENCE, now)));
    assertThat(tick().events()).hasSize(1);
  }

  @Test
  void onlyTasksThatTheCandidateServedCount() {
    route(FEE, new Policy.Percent(V1, V2, 50, new Threshold(0, 1)));
    run(BROKEN);
    assertThat(tick().events()).isEmpty();
    var task = start(PAY, Map.of());
    step(
        new Input.FromTask(
            new Event.Recorded(
                task, PLACE, new Effect.Choose(FEE), new Outcome.Returned(Payload.of(V2.text())))));
    end(task, BROKEN);
    tick();
    assertThat(policy(FEE)).isEqualTo(new Policy.Primary(V1));
  }

  @Test
  void aShadowThatDiffersTooOftenIsGivenUp() {
    route(PAY, new Policy.Shadow(V1, V2, 100, new Threshold(0, 1)));
    var task = start(PAY, Map.of());
    step(new Input.FromTask(shadowed(task, List.of())));
    assertThat(tick().events()).isEmpty();
    step(new Input.FromTask(shadowed(task, List.of(DIVERGENCE))));
    tick();
    assertThat(policy(PAY)).isEqualTo(new Policy.Primary(V1));
  }

  private Event.Shadowed shadowed(TaskId task, List<Divergence> divergences) {
    return new Event.Shadowed(
        task, new ShadowReport(PAY, V1, V2, Payload.NO_ARGUMENTS, divergences), now);
  }

  @Test
  void aPolicyThatIsSetAnewCountsFromTheBeginning() {
    tryAll(0, 3);
    run(NIL);
    tryAll(1, 3);
    assertThat(engine.state().trials().all().get(PAY).all()).isZero();
    route(PAY, new Policy.Primary(V2));
    assertThat(engine.state().trials().all()).isEmpty();
    run(BROKEN);
    assertThat(tick().events()).isEmpty();
  }

  @Test
  void anAttributeOfTheTaskSaysWhichVersionServesIt() {
    route(PAY, new Policy.Attribute("tenant", Map.of("acme", V2), V1));
    assertThat(version(Map.of("tenant", "acme"))).isEqualTo(V2);
    assertThat(version(Map.of("tenant", "globex"))).isEqualTo(V1);
    assertThat(version(Map.of())).isEqualTo(V1);
  }

  private Version version(Map<String, String> attributes) {
    return engine.state().task(start(PAY, attributes)).version();
  }

  @Test
  void aVersionThatAnAttributeLeadsToIsNotRemoved() {
    route(PAY, new Policy.Attribute("tenant", Map.of("acme", V2), V1));
    assertThat(step(new Input.Remove(REQUEST, V2, ADA)).events()).isEmpty();
  }

  @Test
  void whatIsNoThresholdAndNoRouteByAttributeIsRefused() {
    assertThatThrownBy(() -> new Threshold(100, 1)).satisfies(code(EngineCode.BAD_PERCENT));
    assertThatThrownBy(() -> new Threshold(5, 0)).satisfies(code(EngineCode.BAD_ROUTE));
    assertThatThrownBy(() -> new Policy.Attribute("tenant", Map.of(), V1))
        .satisfies(code(EngineCode.BAD_ROUTE));
    assertThatThrownBy(() -> new Policy.Attribute("", Map.of("acme", V2), V1))
        .satisfies(code(EngineCode.BAD_ROUTE));
  }

  private static Consumer<Throwable> code(EngineCode code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                PerdureException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
