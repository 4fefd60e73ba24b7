package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.PerdureException;
import dev.perdure.value.ValueSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final TaskId TASK = new TaskId(1, 2);
  private static final FunctionName F = new FunctionName("f");
  private static final Version V1 = new Version("v1");
  private static final Version V2 = new Version("v2");
  private static final Change CHANGE = new Change("ada", "because");

  /// Effects of every kind, and such as differ in little.
  private static List<Effect> effects() {
    return List.of(
        new Effect.LogLine(Level.WARN, "careful"),
        new Effect.LogLine(Level.INFO, "careful"),
        new Effect.LogLine(Level.WARN, "carefully"),
        new Effect.ReadClock(),
        new Effect.RandomBits(),
        new Effect.NewId(),
        new Effect.Choose(F),
        new Effect.Fork(3),
        new Effect.Fork(300),
        new Effect.Winner(),
        new Effect.StartTask(F, Payload.of(1)),
        new Effect.StartTask(F, Payload.of(2)),
        new Effect.CancelTask(TASK),
        new Effect.Sleep(Duration.ofSeconds(1)),
        new Effect.Sleep(Duration.ofSeconds(1, 1)),
        new Effect.Await(TASK),
        new Effect.Perform("a", "b", Payload.of(1), Effect.Guard.NONE),
        new Effect.Perform("a", "b", Payload.of(1000), Effect.Guard.NONE),
        new Effect.Perform("a", "bc", Payload.of(1), Effect.Guard.NONE));
  }

  @Test
  void whatWasAskedIsKnownFromAllElse() {
    var journal = new Journal();
    effects().forEach(effect -> journal.add(effect, returned(0), ""));
    for (int i = 0; i < effects().size(); i++) {
      assertThat(journal.effect(i)).isEqualTo(effects().get(i));
      for (int j = 0; j < effects().size(); j++) {
        assertThat(journal.asks(i, effects().get(j)))
            .as("%s is asked where %s stands", effects().get(j), effects().get(i))
            .isEqualTo(i == j);
        assertThat(journal.next(i, effects().get(j))).isEqualTo(j < i ? -1 : j);
      }
    }
  }

  @Test
  void howAnEffectIsPerformedIsNoPartOfWhatIsAsked() {
    var journal = new Journal();
    journal.add(new Effect.Perform("a", "b", Payload.of(1), Effect.Guard.DURABLE), returned(0), "");
    var retry = new Retry(3, Duration.ZERO, Duration.ZERO, List.of());
    var options = new PerformOptions(retry, 5, 6);
    var other = new Effect.Perform("a", "b", Payload.of(1), Effect.Guard.NONE, options);
    assertThat(journal.asks(0, other)).isTrue();
  }

  @Test
  void aLargeArgumentIsComparedByItsHashAndReadWhereItIsKept() {
    var text = "x".repeat(Limits.INLINE_BYTES_MAX);
    var large = (LargePayload) Payload.of(text);
    var effect = new Effect.Perform("a", "b", large, Effect.Guard.DURABLE);
    var asked = new Event.Asked(TASK, new Place(Branch.ROOT, 0), effect, 1);
    var out = new Encoder();
    EventCodec.encode(asked, out);
    assertThat(out.size()).isLessThan(100);
    assertThat(out.references()).containsExactly(large);
    var kept = large.bytes();
    var history = new History((_, _) -> kept.clone());
    history.apply(EventCodec.type(asked), EventCodec.SCHEMA, TASK, Decoder.of(out.toByteArray()));
    var same = new Effect.Perform("a", "b", Payload.of(text), Effect.Guard.DURABLE);
    var other = new Effect.Perform("a", "b", Payload.of(text + "y"), Effect.Guard.DURABLE);
    assertThat(history.journal().asks(0, same)).isTrue();
    assertThat(history.journal().asks(0, other)).isFalse();
    assertThat(history.journal().effect(0)).isEqualTo(effect);
    var read = ((Effect.Perform) history.journal().effect(0)).arguments();
    assertThat(read.text()).isEqualTo(text);
  }

  @Test
  void aLargeValueThatWasReadTakesNoMemoryUntilItIsHeld() {
    var large = (LargePayload) Payload.of("x".repeat(Limits.INLINE_BYTES_MAX));
    var bytes = large.bytes();
    var out = new Encoder();
    large.writeTo(out);
    var asked = new ArrayList<Integer>();
    var read =
        Payload.read(
            Decoder.of(out.toByteArray())
                .with((_, size) -> {
                  asked.add(size);
                  return bytes;
                }));
    assertThat(read).isEqualTo(large).hasSameHashCodeAs(large);
    assertThat(read.heldBytes()).isLessThan(200);
    assertThat(asked).isEmpty();
    assertThat(read.text()).hasSize(Limits.INLINE_BYTES_MAX);
    assertThat(asked).containsExactly(bytes.length);
    assertThat(read.held().heldBytes()).isEqualTo(large.heldBytes()).isEqualTo(bytes.length);
  }

  @Test
  void aHistoryIsTakenByPlace() {
    var branch = Branch.ROOT.child(1, 1);
    var journal =
        Journal.of(
            List.of(
                asked(Branch.ROOT, 0, new Effect.Await(TASK)),
                new Event.Answered(TASK, new Place(Branch.ROOT, 0), returned(7)),
                recorded(Branch.ROOT, 1, new Effect.Fork(2), returned(8)),
                asked(branch, 0, new Effect.Sleep(Duration.ZERO)),
                recorded(Branch.ROOT, 2, new Effect.ReadClock(), returned(9)),
                new Event.Answered(TASK, new Place(branch, 0), new Outcome.Cancelled("late")),
                asked(branch, 1, new Effect.Await(TASK))));
    assertThat(journal.size()).isEqualTo(3);
    assertThat(journal.total()).isEqualTo(5);
    assertThat(journal.entry(0))
        .isEqualTo(new Journal.Entry(new Effect.Await(TASK), returned(7), ""));
    assertThat(journal.outcome(1)).isEqualTo(returned(8));
    assertThat(journal.outcome(2)).isEqualTo(returned(9));
    assertThat(journal.branch(1, 1).outcome(0)).isEqualTo(new Outcome.Cancelled("late"));
    assertThat(journal.branch(1, 1).outcome(1)).isNull();
    assertThat(journal.branch(1, 0).size()).isZero();
  }

  @Test
  void outcomesOfAnySizeAreKeptAsTheyAre() {
    var journal = new Journal();
    var texts = new ArrayList<String>();
    for (int size = 1; size < 300_000; size = size * 3 / 2 + 1) {
      texts.add("x".repeat(size));
      texts.add("y");
    }
    for (var text : texts) {
      journal.add(
          new Effect.LogLine(Level.INFO, text),
          new Outcome.Returned(Payload.of(text)),
          text.substring(0, 1));
    }
    for (int i = 0; i < texts.size(); i++) {
      var outcome = new Outcome.Returned(Payload.of(texts.get(i)));
      assertThat(journal.outcome(i)).isEqualTo(outcome);
      assertThat(journal.entry(i).position()).isEqualTo(texts.get(i).substring(0, 1));
    }
  }

  @Test
  void anAnswerToWhatWasNotAskedIsRefused() {
    var answer = new Event.Answered(TASK, new Place(Branch.ROOT, 0), returned(1));
    assertThatThrownBy(() -> Journal.of(List.of(answer)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHistoryKnowsItsStartItsEndAndTheVersionsSetSinceTheTaskDidSomething() {
    var start = Toys.start("f", 3);
    var history = new History(ValueSource.NONE);
    assertThatThrownBy(history::start).isInstanceOf(IllegalArgumentException.class);
    apply(history, start);
    apply(history, new Event.Overridden(TASK, F, V1, CHANGE, 5));
    apply(history, asked(Branch.ROOT, 0, new Effect.Await(TASK)));
    apply(history, new Event.Overridden(TASK, F, V2, CHANGE, 6));
    assertThat(history.start()).isEqualTo(start);
    assertThat(history.overrides()).isEqualTo(Map.of(F, V2));
    assertThat(history.outcome()).isNull();
    apply(history, new Event.Answered(TASK, new Place(Branch.ROOT, 0), returned(4)));
    apply(history, new Event.Finished(TASK, returned(5), 8));
    assertThat(history.overrides()).isEmpty();
    assertThat(history.journal().outcome(0)).isEqualTo(returned(4));
    assertThat(history.outcome()).isEqualTo(returned(5));
  }

  @Test
  void aHistoryOfALaterReleaseIsRefused() {
    var bytes = encode(asked(Branch.ROOT, 0, new Effect.Await(TASK)));
    assertThatThrownBy(() ->
            new History(ValueSource.NONE)
                .apply(EventCodec.ASKED, EventCodec.SCHEMA + 1, TASK, Decoder.of(bytes)))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.code()).isEqualTo(EngineCode.EVENT_UNREADABLE));
  }

  private static void apply(History history, Event.OfTask event) {
    history.apply(
        EventCodec.type(event), EventCodec.SCHEMA, event.task(), Decoder.of(encode(event)));
  }

  private static byte[] encode(Event event) {
    var out = new Encoder();
    EventCodec.encode(event, out);
    return out.toByteArray();
  }

  private static Event.OfTask asked(Branch branch, int seq, Effect effect) {
    return new Event.Asked(TASK, new Place(branch, seq), effect, 1_700_000_000_000L);
  }

  private static Event.OfTask recorded(Branch branch, int seq, Effect effect, Outcome outcome) {
    return new Event.Recorded(TASK, new Place(branch, seq), effect, outcome);
  }

  private static Outcome returned(long number) {
    return new Outcome.Returned(Payload.of(number));
  }
}
