package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private static final TaskId TASK = new TaskId(0x0198c0e27a317b44L, 0x9c3f5d0f6d1f2a77L);
  private static final TaskId OTHER = new TaskId(7, -8);
  private static final Change CHANGE = new Change("ada", "because");
  private static final Payload ARGUMENTS = Payload.of(Vec.of(new Str("7")));
  private static final FunctionName F = new FunctionName("lookupUser");
  private static final Version V1 = new Version("v1");
  private static final Version V2 = new Version("v2");
  private static final Place PLACE = new Place(Branch.ROOT.child(3, 0).child(7, 1), 12);
  private static final Failure FAILURE =
      new Failure(
          "shop.CardDeclined",
          "no money",
          Payload.of(5),
          List.of("Shop.java:14"),
          Failure.of("java.io.IOException", ""));
  private static final Divergence DIVERGENCE =
      new Divergence(
          Divergence.Kind.ARGUMENTS, PLACE, "clock", "random", "Shop.java:1", "Shop.java:2");

  /// One event of each kind, and of each kind of part.
  private static List<Event> events() {
    var events = new ArrayList<Event>();
    events.add(new Event.Opened(3, OwnerId.NONE, 1_700_000_000_000L));
    events.add(
        new Event.Deployed(
            V1,
            new UniverseInfo(
                Toys.hash("u"), Map.of(F, new UniverseInfo.FunctionInfo(Toys.hash("f"), "User"))),
            CHANGE,
            5));
    events.add(new Event.Removed(V1, CHANGE, 6));
    events.add(
        new Event.Routed(
            Map.of(
                F,
                new Policy.Primary(V1),
                new FunctionName("g"),
                new Policy.Shadow(V1, V2, 100),
                new FunctionName("h"),
                new Policy.Percent(V1, V2, 0.5)),
            true,
            CHANGE,
            7));
    events.add(
        new Event.Started(
            TASK, F, V1, new Revision(2), ARGUMENTS, options(), OTHER, 1_700_000_000_000L));
    events.add(
        new Event.Started(TASK, F, V1, Revision.EMPTY, ARGUMENTS, StartOptions.NONE, null, 0));
    for (var effect : effects()) {
      events.add(new Event.Recorded(TASK, PLACE, effect, new Outcome.Returned(ARGUMENTS)));
      events.add(new Event.Asked(TASK, new Place(Branch.ROOT, 0), effect, 8));
    }
    events.add(new Event.Answered(TASK, PLACE, new Outcome.Threw(FAILURE)));
    events.add(new Event.Answered(TASK, PLACE, new Outcome.Cancelled("late")));
    events.add(new Event.BranchCancelled(TASK, PLACE.branch(), "first"));
    events.add(new Event.CancelRequested(TASK, CHANGE, 9));
    events.add(new Event.Paused(TASK, CHANGE, 10));
    events.add(new Event.Resumed(TASK, CHANGE, 11));
    events.add(new Event.Crashed(TASK, "StackOverflowError", 12, 13));
    events.add(new Event.Diverged(TASK, DIVERGENCE, 14));
    events.add(new Event.Overridden(TASK, F, V2, CHANGE, 15));
    events.add(
        new Event.Shadowed(TASK, new ShadowReport(F, V1, V2, ARGUMENTS, List.of(DIVERGENCE)), 16));
    events.add(new Event.Finished(TASK, new Outcome.Returned(Payload.NIL), 17));
    events.add(new Event.Imported(TASK, origin(), CHANGE, 18));
    events.add(new Event.ShadowsDropped(new ShadowCount.Key(F, V1, V2), 300, 19));
    var tried =
        new Effect.Perform("shop.Catalog", "user", ARGUMENTS, Effect.Guard.DURABLE, OPTIONS);
    events.add(new Event.Asked(TASK, PLACE, tried, 20));
    events.add(new Event.TryFailed(TASK, PLACE, FAILURE, 21, 22));
    events.add(new Event.Asked(TASK, PLACE, new Effect.Receive(Message.PROMISE, "decision"), 23));
    events.add(new Event.Sent(TASK, Message.SIGNAL, "act", ARGUMENTS, "key", CHANGE, 24));
    events.add(new Event.Suspended(TASK));
    var weekly =
        new Schedule(
            new ScheduleName("report"),
            F,
            ARGUMENTS,
            Recurrence.cron("0 9 * * MON", "Europe/Berlin"),
            Schedule.Overlap.SKIP,
            1);
    var hourly =
        new Schedule(
            new ScheduleName("lookupUser"),
            F,
            null,
            Recurrence.every(Duration.ofHours(1)),
            Schedule.Overlap.ALLOW,
            1_000);
    events.add(
        new Event.Declared(V1, new Declarations(OTHER, List.of(hourly)), 1_700_000_000_000L));
    events.add(new Event.Scheduled(weekly, new Event.Standing(true, false, OTHER), CHANGE, 25));
    events.add(new Event.Unscheduled(weekly.name(), CHANGE, 26));
    events.add(new Event.Fired(weekly.name(), 27, TASK, 28));
    events.add(new Event.Skipped(weekly.name(), 29, 30, "missed", 31));
    events.add(new Event.Limited(new QueueLimit(F, 3, 100, 60_000, true), CHANGE, 32));
    events.add(new Event.Queued(TASK, new Queueing("tenant", -5, 1_700_000_000_000L), 33));
    events.add(new Event.Begun(TASK, 34));
    events.add(new Event.Asked(TASK, PLACE, new Effect.StartTask(F, ARGUMENTS, 35), 36));
    var threshold = new Threshold(2.5, 50);
    events.add(
        new Event.Routed(
            Map.of(
                F,
                new Policy.Shadow(V1, V2, 12.5, threshold),
                new FunctionName("g"),
                new Policy.Percent(V1, V2, 5, threshold),
                new FunctionName("h"),
                new Policy.Attribute("tenant", Map.of("acme", V2), V1)),
            false,
            CHANGE,
            37));
    events.add(
        new Event.Migrated(TASK, new Binding(V2, new Revision(3), Map.of(F, V2)), CHANGE, 38));
    events.add(new Event.Opened(37, new OwnerId(0x0198c0e27a317b44L), 38));
    events.add(new Event.Accepted(new OwnerId(-2), CHANGE, 39));
    events.add(new Event.Forked(new OwnerId(3), CHANGE, 40));
    var debounced = Queueing.NONE.withKey("tenant").withDebounce(new Debounce("ada", 41, 42));
    events.add(new Event.Queued(TASK, debounced.withNotBeforeMillis(43), 44));
    events.add(
        new Event.Debounced(
            TASK, V2, new Revision(3), ARGUMENTS, options(), debounced.withPriority(5), 45));
    events.add(
        new Event.Checkpointed(
            TASK,
            1_000,
            ARGUMENTS,
            new TaskSummary(
                new Event.Started(TASK, F, V1, new Revision(2), ARGUMENTS, options(), OTHER, 46),
                47,
                Map.of(F, V2),
                Set.of(new Served(F, V2)),
                Set.of(OTHER)),
            48));
    return events;
  }

  private static Origin origin() {
    var universe =
        new UniverseInfo(
            Toys.hash("u"), Map.of(F, new UniverseInfo.FunctionInfo(Toys.hash("f"), "User")));
    return new Origin(
        new RouteTable(new Revision(2), Map.of(F, new Policy.Shadow(V1, V2, 100))),
        Map.of(V1, universe, V2, universe),
        Map.of(V1, Map.of(), V2, Map.of(F, V1)));
  }

  private static StartOptions options() {
    return new StartOptions("key", 99, Map.of(F, V2), Map.of("tenant", "t"), "trace");
  }

  private static List<Effect> effects() {
    return List.of(
        new Effect.LogLine(Level.WARN, "careful"),
        new Effect.ReadClock(),
        new Effect.RandomBits(),
        new Effect.NewId(),
        new Effect.Choose(F),
        new Effect.Fork(3),
        new Effect.Winner(),
        new Effect.StartTask(F, ARGUMENTS),
        new Effect.CancelTask(OTHER),
        new Effect.Sleep(Duration.ofDays(30).plusNanos(5)),
        new Effect.Await(OTHER),
        new Effect.Perform("shop.Catalog", "user", ARGUMENTS, Effect.Guard.NONE),
        new Effect.Perform("shop.Catalog", "user", ARGUMENTS, Effect.Guard.DURABLE));
  }

  private static final PerformOptions OPTIONS =
      new PerformOptions(
          new Retry(5, Duration.ofMillis(100), Duration.ofSeconds(10), List.of("shop.Declined")),
          30_000,
          7_000);

  private static byte[] encode(Event event) {
    var out = new Encoder();
    EventCodec.encode(event, out);
    return out.toByteArray();
  }

  private static Event decode(int type, byte[] bytes) {
    return EventCodec.decode(type, EventCodec.SCHEMA, TASK, Decoder.of(bytes));
  }

  @Test
  void everyEventIsReadBackAsItWasWritten() {
    for (var event : events()) {
      assertThat(decode(EventCodec.type(event), encode(event))).isEqualTo(event);
    }
  }

  @Test
  void everyKindOfEventHasARecordTypeOfItsOwn() {
    var kinds = events().stream().map(Event::getClass).distinct().toList();
    var types = events().stream().map(EventCodec::type).distinct().toList();
    assertThat(types).hasSameSizeAs(kinds).allMatch(t -> t > 0 && t < EventCodec.TYPES);
  }

  @Test
  void theBytesAreThoseOfThisReleaseForEver() throws IOException {
    var lines = new StringBuilder();
    for (var event : events()) {
      lines
          .append(EventCodec.type(event))
          .append(' ')
          .append(HexFormat.of().formatHex(encode(event)))
          .append('\n');
    }
    try (var golden = getClass().getResourceAsStream("/golden/events-1.txt")) {
      assertThat(golden).as("golden/events-1.txt is missing; it holds:\n%s", lines).isNotNull();
      assertThat(lines.toString())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void anEventOfALaterReleaseIsRefusedByName() {
    assertThatThrownBy(() -> decode(63, new byte[0]))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.code()).isEqualTo(EngineCode.EVENT_UNREADABLE));
    assertThatThrownBy(() -> EventCodec.decode(1, 2, TASK, Decoder.of(new byte[0])))
        .isInstanceOf(PerdureException.class);
  }

  @Test
  void damagedBytesAreAProblemAndNothingElse() {
    var random = new SplittableRandom(20261122);
    var events = events();
    for (int round = 0; round < 20_000; round++) {
      var event = events.get(random.nextInt(events.size()));
      var bytes = encode(event);
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes && bytes.length > 0; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        decode(EventCodec.type(event), bytes);
      } catch (PerdureException expected) {
        assertThat(expected.code()).isNotNull();
      } catch (RuntimeException e) {
        throw new UncheckedIOException(
            new IOException("seed 20261122, round " + round + ", event " + event, e));
      }
    }
  }
}
