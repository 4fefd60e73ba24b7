package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signals and promises (E19), decided by the pure core.
class MessagesTest {
  private static final FunctionName F = new FunctionName("f");
  private static final Change ADA = new Change("ada", "why not");
  private static final TaskId TASK = new TaskId(0, 1);
  private static final Request REQUEST = new Request() {};

  private final Engine engine = new Engine(new EngineState());
  private final List<Event> log = new ArrayList<>();

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

  @AfterEach
  void theStateIsTheFoldOfItsEvents() {
    Folded.check(log, engine.state());
  }

  private List<Action> step(Input input) {
    var decision = engine.step(input, 1_000);
    log.addAll(decision.events());
    return decision.actions();
  }

  private List<Action> send(Message kind, int value, String key) {
    return step(new Input.Send(REQUEST, TASK, kind, "m", Payload.of(value), key, ADA));
  }

  private List<Action> signal(int value) {
    return send(Message.SIGNAL, value, "");
  }

  private static Place place(int seq) {
    return new Place(Branch.ROOT.child(0, seq), 0);
  }

  private List<Action> receive(Message kind, int branch) {
    return step(
        new Input.FromTask(
            new Event.Asked(TASK, place(branch), new Effect.Receive(kind, "m"), 1_000)));
  }

  private static Action given(int branch, int value) {
    return new Action.Deliver(TASK, place(branch), new Outcome.Returned(Payload.of(value)));
  }

  private Action told() {
    return new Action.Reply(REQUEST, new Action.Answer.Done(), log.size() - 1);
  }

  private static EngineCode refusal(List<Action> actions) {
    var reply = (Action.Reply) actions.getFirst();
    return (EngineCode) ((Action.Answer.Refused) reply.answer()).problem().code();
  }

  private Mailbox mailbox() {
    return Objects.requireNonNull(engine.state().task(TASK)).mailbox();
  }

  @Test
  void signalsAreKeptAndReceivedOnceInTheOrderInWhichTheyCame() {
    assertThat(signal(1)).containsExactly(told());
    signal(2);
    assertThat(mailbox().unread()).containsExactly(Map.entry("m", 2));
    assertThat(receive(Message.SIGNAL, 0)).containsExactly(given(0, 1));
    assertThat(receive(Message.SIGNAL, 1)).containsExactly(given(1, 2));
    assertThat(receive(Message.SIGNAL, 2)).isEmpty();
    assertThat(mailbox().unread()).isEmpty();
  }

  @Test
  void aSignalGoesToTheBranchThatHasWaitedLongest() {
    receive(Message.SIGNAL, 0);
    receive(Message.SIGNAL, 1);
    assertThat(signal(1)).contains(given(0, 1)).doesNotContain(given(1, 1));
    assertThat(signal(2)).contains(given(1, 2));
  }

  @Test
  void aBranchThatIsAboutToStopTakesNoSignal() {
    receive(Message.SIGNAL, 0);
    receive(Message.SIGNAL, 1);
    step(
        new Input.FromTask(
            new Event.BranchCancelled(TASK, place(0).branch(), "not needed any more")));
    assertThat(signal(1)).contains(given(1, 1));
  }

  @Test
  void aPromiseIsGivenToAllAndStays() {
    receive(Message.PROMISE, 0);
    receive(Message.PROMISE, 1);
    assertThat(send(Message.PROMISE, 7, "")).contains(given(0, 7), given(1, 7));
    assertThat(receive(Message.PROMISE, 2)).containsExactly(given(2, 7));
  }

  @Test
  void aPromiseIsFulfilledOnce() {
    send(Message.PROMISE, 7, "");
    int before = log.size();
    assertThat(send(Message.PROMISE, 7, "")).as("the same once more").containsExactly(told());
    assertThat(refusal(send(Message.PROMISE, 8, ""))).isEqualTo(EngineCode.PROMISE_FULFILLED);
    assertThat(log).hasSize(before);
  }

  @Test
  void aMessageSentAgainUnderItsKeyIsTakenOnce() {
    send(Message.SIGNAL, 1, "a");
    assertThat(send(Message.SIGNAL, 1, "a")).containsExactly(told());
    send(Message.SIGNAL, 1, "b");
    assertThat(mailbox().unread()).containsExactly(Map.entry("m", 2));
  }

  @Test
  void aMailboxHasRoomForSoManyMessagesAndForMoreWhenSomeWereReceived() {
    for (int i = 0; i < Limits.MESSAGES_MAX; i++) {
      signal(i);
    }
    assertThat(refusal(signal(0))).isEqualTo(EngineCode.MAILBOX_FULL);
    receive(Message.SIGNAL, 0);
    assertThat(signal(0)).containsExactly(told());
  }

  @Test
  void aMessageToATaskThatHasEndedOrNeverWasIsRefused() {
    step(new Input.FromTask(new Event.Finished(TASK, new Outcome.Cancelled(""), 1_000)));
    assertThat(refusal(signal(1))).isEqualTo(EngineCode.TASK_ENDED);
    var unknown =
        new Input.Send(REQUEST, new TaskId(9, 9), Message.SIGNAL, "m", Payload.of(1), "", ADA);
    assertThat(refusal(step(unknown))).isEqualTo(EngineCode.UNKNOWN_TASK);
  }
}
