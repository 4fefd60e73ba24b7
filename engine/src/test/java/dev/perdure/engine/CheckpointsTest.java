package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static dev.perdure.engine.Toys.V2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Int;
import dev.perdure.value.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Checkpoints of tasks (E4): what the writer keeps of them, and how the seam goes on from one.
class CheckpointsTest {
  private static final FunctionName F = new FunctionName("f");
  private static final Change ADA = new Change("ada", "why not");
  private static final TaskId TASK = new TaskId(0, 1);
  private static final TaskId CHILD = new TaskId(0, 2);
  private static final Request REQUEST = new Request() {};
  private static final Payload HELD = Payload.of("held");

  private final List<Event> log = new ArrayList<>();
  private final Engine engine = new Engine(new EngineState());

  @BeforeEach
  void startATaskOfOneOfTwoVersions() {
    step(new Input.Open(new OwnerId(1)));
    for (var version : List.of(V1, V2)) {
      var info =
          new UniverseInfo(
              Toys.hash(version), Map.of(F, new UniverseInfo.FunctionInfo(Toys.hash(version), "")));
      step(new Input.Deploy(REQUEST, version, info, ADA));
    }
    start(TASK);
  }

  private List<Action> step(Input input) {
    var decision = engine.step(input, 1_000);
    log.addAll(decision.events());
    return decision.actions();
  }

  private void start(TaskId task) {
    step(
        new Input.Start(
            REQUEST, Input.Until.STARTED, task, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
  }

  private void recorded(int seq, Effect effect, Payload outcome) {
    step(
        new Input.FromTask(
            new Event.Recorded(
                TASK, new Place(Branch.ROOT, seq), effect, new Outcome.Returned(outcome))));
  }

  private void bits(int seq) {
    recorded(seq, new Effect.RandomBits(), Payload.of(seq));
  }

  private Event.@Nullable Checkpointed checkpoint(int next) {
    int before = log.size();
    step(new Input.Checkpoint(TASK, next, HELD));
    return log.size() > before ? (Event.Checkpointed) log.getLast() : null;
  }

  private TaskState task() {
    return Objects.requireNonNull(engine.state().task(TASK));
  }

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  @Test
  void aCheckpointIsAnEventWithWhatTheHistoryBeforeComesTo() {
    recorded(0, new Effect.StartTask(F, Payload.NO_ARGUMENTS), Payload.of(CHILD));
    recorded(1, new Effect.Choose(F), Payload.of(V2.text()));
    step(new Input.SwitchTask(REQUEST, TASK, F, V2, ADA));
    var left = Objects.requireNonNull(checkpoint(2));
    assertThat(left.next()).isEqualTo(2);
    assertThat(left.continuation()).isEqualTo(HELD);
    assertThat(left.summary().start()).isEqualTo(task().start());
    assertThat(left.summary().children()).containsExactly(CHILD);
    assertThat(left.summary().chosen()).containsExactly(new Served(F, V2));
    assertThat(left.summary().overrides()).containsExactly(Map.entry(F, V2));
    assertThat(task().readFrom()).isEqualTo(log.size() - 1);
    bits(2);
    assertThat(task().readFrom()).isEqualTo(log.size() - 2);
  }

  @Test
  void aTaskThatCrashedAndCameToACheckpointHasNotCrashedInARow() {
    step(new Input.AttemptEnded(TASK, "StackOverflowError"));
    assertThat(task().crashes).isEqualTo(1);
    checkpoint(0);
    assertThat(task().crashes).isZero();
  }

  @Test
  void noneIsKeptOfATaskThatStopsOrHasMessages() {
    step(new Input.Send(REQUEST, TASK, Message.SIGNAL, "m", Payload.of(7), "", ADA));
    assertThat(checkpoint(0)).isNull();
    start(CHILD);
    step(new Input.Cancel(REQUEST, CHILD, ADA));
    step(new Input.Checkpoint(CHILD, 0, HELD));
    assertThat(log).noneMatch(Event.Checkpointed.class::isInstance);
    assertThat(task().hasCheckpoint()).isFalse();
  }

  @Test
  void aTaskThatIsMigratedGoesOnFromTheBeginningOfItsHistory() {
    bits(0);
    assertThat(checkpoint(1)).isNotNull();
    step(new Input.Migrate(REQUEST, TASK, V2, ADA));
    var wanted = (Action.Rehearse) step(new Input.AttemptEnded(TASK, "")).getFirst();
    step(new Input.Rehearsed(TASK, wanted.binding(), null));
    assertThat(log).anyMatch(Event.Migrated.class::isInstance);
    assertThat(task().hasCheckpoint()).isFalse();
  }

  @Test
  void aHistoryThatBeginsWithACheckpointHasTheEffectsBehindIt() {
    bits(0);
    bits(1);
    var left = Objects.requireNonNull(checkpoint(2));
    bits(2);
    var history = new History(ValueSource.NONE);
    for (var event : List.of(left, (Event.OfTask) log.getLast())) {
      var out = new Encoder();
      EventCodec.encode(event, out);
      history.apply(EventCodec.type(event), EventCodec.SCHEMA, TASK, Decoder.of(out.toByteArray()));
    }
    assertThat(history.checkpoint()).isEqualTo(left);
    assertThat(history.start()).isEqualTo(task().start());
    assertThat(history.journal().size()).isEqualTo(3);
    assertThat(history.journal().total()).isEqualTo(1);
    assertThat(history.journal().outcome(2)).isEqualTo(new Outcome.Returned(Payload.of(2)));
    assertThatThrownBy(() -> history.journal().outcome(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPolicyAsksForCheckpointsSoThatTheyTakeNoMoreThanTheEffectsBetween() {
    var policy = new CheckpointPolicy(100);
    assertThat(policy.due(99)).isFalse();
    assertThat(policy.due(100)).isTrue();
    policy.left(100, 50);
    assertThat(policy.due(199)).isFalse();
    assertThat(policy.due(200)).isTrue();
    policy.left(200, 64_000);
    assertThat(policy.due(1_199)).isFalse();
    assertThat(policy.due(1_200)).isTrue();
  }

  @Test
  void whatCannotBeWrittenDownIsTriedAgainAfterEverLongerTimes() {
    var policy = new CheckpointPolicy(100);
    policy.missed(100);
    assertThat(policy.due(299)).isFalse();
    assertThat(policy.due(300)).isTrue();
    policy.missed(300);
    assertThat(policy.due(699)).isFalse();
    assertThat(policy.due(700)).isTrue();
    policy.left(700, 0);
    assertThat(policy.due(800)).isTrue();
  }

  /// A world that wants a checkpoint before each effect.
  private static final class Keeping extends Toys.Recording {
    private final List<Integer> left = new ArrayList<>();

    @Override
    public boolean wantsCheckpoint(int next) {
      return true;
    }

    @Override
    public void checkpoint(int next, @Nullable Payload continuation) {
      left.add(next);
    }
  }

  private static List<Integer> left(UnaryOperator<Toys> more, Toys.Code code) {
    var world = new Keeping();
    more.apply(new Toys().with(V1, "f", code)).live("f", 1, world);
    return world.left;
  }

  private static long asks(Seam seam) {
    seam.mayCheckpoint(() -> HELD);
    return Toys.perform(seam, "m", 1);
  }

  @Test
  void codeIsWrittenDownBeforeTheEffectThatItAsksNext() {
    Toys.Code twice =
        (_, seam) -> {
          asks(seam);
          return Int.of(asks(seam));
        };
    assertThat(left(toys -> toys, twice)).containsExactly(0, 1);
  }

  @Test
  void onlyTheTasksOwnCallIsWrittenDown() {
    Toys.Code inner = (_, seam) -> Int.of(asks(seam));
    Toys.Code outer =
        (_, seam) -> {
          long called = Toys.call(seam, "g", 1);
          Forks.all(seam, List.of(forked -> new Outcome.Returned(Payload.of(asks(forked)))));
          asks(seam);
          return Int.of(called);
        };
    assertThat(left(toys -> toys.with(V1, "g", inner), outer)).containsExactly(2);
  }

  @Test
  void anAttemptThatGoesOnFromACheckpointAsksTheNextEffectFirst() {
    var toys =
        new Toys()
            .with(
                V1,
                "f",
                (_, seam) ->
                    Int.of(
                        Toys.perform(seam, "m", 1)
                            + Toys.perform(seam, "m", 2)
                            + Toys.perform(seam, "m", 3)));
    var history = toys.live("f", 1);
    var behind = new Journal(ValueSource.NONE, 2);
    for (var event : history.subList(5, 7)) {
      var out = new Encoder();
      EventCodec.encode(event, out);
      behind.apply(EventCodec.type(event), Decoder.of(out.toByteArray()));
    }
    assertThat(resumed(toys, behind, seam -> Toys.perform(seam, "m", 3)))
        .isEqualTo(new Outcome.Returned(Payload.of(30)));
    assertThatThrownBy(() -> resumed(toys, behind, seam -> Toys.perform(seam, "m", 4)))
        .isInstanceOfSatisfying(
            Unwinding.class,
            unwinding ->
                assertThat(Objects.requireNonNull(unwinding.divergence()).place())
                    .isEqualTo(new Place(Branch.ROOT, 2)));
  }

  private static Outcome resumed(Toys toys, Journal behind, ToLongFunction<Seam> code) {
    return new TaskRun(
            Toys.start("f", 1),
            toys.routes(),
            behind,
            World.endOfHistory(),
            toys,
            TaskRun.Observer.NONE,
            Spawner.inOrder(),
            new Resumption(
                2, seam -> () -> new Outcome.Returned(Payload.of(code.applyAsLong(seam)))))
        .runToEnd();
  }
}
