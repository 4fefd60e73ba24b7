package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tasks whose attempts end while they wait (E16), decided by the pure core.
class SuspensionTest {
  private static final FunctionName F = new FunctionName("f");
  private static final Change ADA = new Change("ada", "why not");
  private static final TaskId TASK = new TaskId(0, 1);
  private static final Request REQUEST = new Request() {};
  private static final Place FIRST = new Place(Branch.ROOT.child(0, 0), 0);
  private static final Place SECOND = new Place(Branch.ROOT.child(0, 1), 0);
  private static final Effect SLEEP = new Effect.Sleep(Duration.ofHours(1));
  private static final Action RUN = new Action.Run(TASK, null);

  private final List<Event> log = new ArrayList<>();
  private Engine engine = new Engine(new EngineState(this::read, 0));
  private long now = 1_000;
  private int reads;

  @BeforeEach
  void startATaskThatWaitsForAMessageAndSleepsAnHour() {
    step(new Input.Open(new OwnerId(1)));
    var info =
        new UniverseInfo(
            Toys.hash(V1), Map.of(F, new UniverseInfo.FunctionInfo(Toys.hash(V1), "")));
    step(new Input.Deploy(REQUEST, V1, info, ADA));
    step(
        new Input.Start(
            REQUEST, Input.Until.STARTED, TASK, F, Payload.NO_ARGUMENTS, StartOptions.NONE));
    asked(FIRST, new Effect.Receive(Message.SIGNAL, "m"));
    asked(SECOND, SLEEP);
  }

  private List<Action> step(Input input) {
    var decision = engine.step(input, now);
    log.addAll(decision.events());
    engine.cool(log.size());
    return decision.actions();
  }

  /// The histories of the log, which has events of one task only.
  private void read(long from, long newest, BiConsumer<Long, Event.OfTask> reader) {
    reads++;
    for (int offset = (int) from; offset <= newest; offset++) {
      if (log.get(offset) instanceof Event.OfTask event) {
        reader.accept((long) offset, event);
      }
    }
  }

  private void asked(Place place, Effect effect) {
    step(new Input.FromTask(new Event.Asked(TASK, place, effect, now)));
  }

  private List<Action> suspended() {
    return step(new Input.AttemptSuspended(TASK, Set.of(FIRST, SECOND)));
  }

  private List<Action> send() {
    return step(new Input.Send(REQUEST, TASK, Message.SIGNAL, "m", Payload.of(7), "", ADA));
  }

  private boolean isSuspended() {
    return Objects.requireNonNull(engine.state().task(TASK)).suspended();
  }

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  @Test
  void aTaskThatWaitsIsSuspendedAndRunsAgainWhenItIsSentWhatItWaitsFor() {
    assertThat(suspended()).isEmpty();
    assertThat(isSuspended()).isTrue();
    assertThat(send()).contains(RUN);
    assertThat(isSuspended()).isFalse();
  }

  @Test
  void nothingIsKeptOfATaskThatIsSuspendedAndItIsReadOnceWhenItIsWoken() {
    suspended();
    assertThat(reads).isZero();
    send();
    step(new Input.FromTask(new Event.Asked(TASK, new Place(FIRST.branch(), 1), SLEEP, now)));
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void aTaskThatSleepsRunsAgainWhenTheTimeIsOver() {
    suspended();
    now += Duration.ofHours(1).toMillis();
    assertThat(step(new Input.Tick())).contains(RUN);
  }

  @Test
  void whatWasAnsweredWhileTheAttemptEndedIsForTheNextOne() {
    assertThat(send()).doesNotContain(RUN);
    assertThat(suspended()).containsExactly(RUN);
    assertThat(isSuspended()).isFalse();
  }

  @Test
  void aTaskIsWokenOnceForAllThatIsAnsweredAtOnce() {
    suspended();
    assertThat(step(new Input.Cancel(REQUEST, TASK, ADA))).containsOnlyOnce(RUN);
    assertThat(step(new Input.Tick())).doesNotContain(RUN);
  }

  @Test
  void aSuspendedTaskIsNotRunByTheNodeThatOpensTheLogNext() {
    suspended();
    engine = new Engine(Folded.of(log));
    assertThat(step(new Input.Open(new OwnerId(1)))).doesNotContain(RUN);
    assertThat(send()).contains(RUN);
  }

  @Test
  void aSuspendedTaskThatIsPausedWaitsToBeResumed() {
    suspended();
    step(new Input.Pause(REQUEST, TASK, ADA));
    assertThat(send()).doesNotContain(RUN);
    assertThat(step(new Input.Resume(REQUEST, TASK, ADA))).contains(RUN);
  }

  @Test
  void anAttemptThatIsSuspendedWhenItsTaskIsPausedIsJustOver() {
    step(new Input.Pause(REQUEST, TASK, ADA));
    assertThat(suspended()).isEmpty();
    assertThat(isSuspended()).isFalse();
    assertThat(step(new Input.Resume(REQUEST, TASK, ADA))).contains(RUN);
  }
}
