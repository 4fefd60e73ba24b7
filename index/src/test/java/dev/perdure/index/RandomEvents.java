package dev.perdure.index;

import dev.perdure.engine.Author;
import dev.perdure.engine.Binding;
import dev.perdure.engine.Branch;
import dev.perdure.engine.Change;
import dev.perdure.engine.Debounce;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Effect;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Level;
import dev.perdure.engine.Message;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.Revision;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.ShadowReport;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.engine.Written;
import dev.perdure.log.Batch;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordKind;
import dev.perdure.log.StreamKey;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Writes random events into a log, such as an engine could write: what the state does not take is
/// never written.
final class RandomEvents {
  static final long START_MILLIS = 1_780_000_000_000L;
  private static final List<String> WORDS =
      List.of(
          "plum", "pear", "100%", "a_b", "back\\slash", "Größe", "it's", "\"quoted\"", "𝄞", "");

  private final SplittableRandom random;
  private final EngineState state = new EngineState();
  private final List<TaskId> live = new ArrayList<>();
  private final List<TaskId> ended = new ArrayList<>();
  private final Set<TaskId> begun = new HashSet<>();
  private long offset;
  private long atMillis = START_MILLIS;

  RandomEvents(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Goes on where a log ends.
  RandomEvents(long seed, Log log) {
    this(seed);
    try (var cursor = log.from(Offset.ZERO)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        var task = new TaskId(record.stream().high(), record.stream().low());
        var kind = record.kind();
        take(EventCodec.decode(kind.type(), kind.version(), task, record.decoder()));
        atMillis = Math.max(atMillis, record.batch().timeMillis());
      }
    }
  }

  EngineState state() {
    return state;
  }

  /// Appends one batch of some events; it is not durable yet.
  void append(Log log) {
    append(log, 1 + random.nextInt(8));
  }

  void append(Log log, int events) {
    var batch = new Batch().begin(log.end(), atMillis);
    var encoder = new Encoder();
    for (int i = 0; i < events; i++) {
      var event = next();
      take(event);
      encoder.clear();
      EventCodec.encode(event, encoder);
      batch.add(
          new RecordKind(EventCodec.type(event), true, EventCodec.SCHEMA),
          event instanceof Event.OfTask e
              ? new StreamKey(e.task().high(), e.task().low())
              : StreamKey.NONE,
          Offset.NONE,
          encoder.view());
    }
    log.append(batch);
    atMillis += random.nextInt(2_000);
  }

  private void take(Event event) {
    state.apply(event, offset++);
    if (event instanceof Event.Started e) {
      live.add(e.task());
    } else if (event instanceof Event.Finished e) {
      live.remove(e.task());
      ended.add(e.task());
    }
  }

  private Event next() {
    int kind = random.nextInt(100);
    if (live.isEmpty() || kind < 14) {
      return kind == 0 ? new Event.Opened(1 + offset, new OwnerId(offset), atMillis) : started();
    }
    var task = live.get(random.nextInt(live.size()));
    if (state.task(task).status() == TaskStatus.QUEUED) {
      return ofQueued(task);
    }
    return switch (kind) {
      case 14 -> deployed();
      case 15 -> removed();
      case 16, 17 -> routed();
      case 18 -> new Event.ShadowsDropped(compared(), 1 + random.nextInt(9), atMillis);
      case 19, 20 -> new Event.Paused(task, change(), atMillis);
      case 21, 22 -> new Event.Resumed(task, change(), atMillis);
      case 23 -> new Event.CancelRequested(task, change(), atMillis);
      case 24, 25 ->
          new Event.Crashed(task, word(), random.nextBoolean() ? 0 : atMillis + 100, atMillis);
      case 26 -> new Event.Diverged(task, divergence(), atMillis);
      case 27 -> new Event.Shadowed(anyTask(task), report(), atMillis);
      case 28 -> migrated(task);
      case 29 -> new Event.Overridden(anyTask(task), function(), version(), change(), atMillis);
      case 30 -> new Event.BranchCancelled(task, Branch.ROOT.child(1, 0), word());
      case 31, 32 -> tryFailed(task);
      case 33 -> new Event.Sent(task, Message.SIGNAL, "news", value(), "", change(), atMillis);
      case 34, 35 ->
          new Event.Recorded(
              task,
              place(),
              new Effect.LogLine(Level.of((int) (offset & 3)), word()),
              written(value()));
      case 36, 37, 38 -> queued(task);
      default -> kind < 62 ? asked(task) : kind < 92 ? answered(task) : finished(task);
    };
  }

  /// As this release records it, or as earlier ones did.
  private Outcome written(Payload otherwise) {
    var author = new Author("f" + offset % 3, "v" + offset % 2, "Shop.java:" + offset % 100);
    return offset % 5 == 0
        ? new Outcome.Returned(otherwise)
        : new Written(atMillis, author).outcome();
  }

  private TaskId anyTask(TaskId otherwise) {
    return ended.isEmpty() || random.nextBoolean()
        ? otherwise
        : ended.get(random.nextInt(ended.size()));
  }

  private StartOptions options(boolean keyed) {
    return new StartOptions(
        keyed && random.nextInt(4) == 0 ? word() + offset : null,
        random.nextInt(4) == 0 ? atMillis + 60_000 : 0,
        Map.of(),
        random.nextInt(3) == 0 ? Map.of("tenant", word(), "zone", word()) : Map.of(),
        random.nextInt(5) == 0 ? "trace " + word() : "");
  }

  private Event started() {
    var options = options(true);
    var parent = live.isEmpty() || random.nextInt(3) > 0 ? null : live.getLast();
    var id = new TaskId(atMillis << 16 | 0x7000 | (offset & 0xfff), random.nextLong());
    return new Event.Started(
        id, function(), version(), state.routes().revision(), value(), options, parent, atMillis);
  }

  private static Queueing debounced(TaskId task) {
    return Queueing.NONE.withDebounce(new Debounce(task.toString(), 1, 0)).withNotBeforeMillis(9);
  }

  private Event queued(TaskId task) {
    var fresh = state.task(task);
    return fresh.waiting().isEmpty() && fresh.start().options().key() == null && begun.add(task)
        ? new Event.Queued(task, debounced(task), atMillis)
        : asked(task);
  }

  private Event ofQueued(TaskId task) {
    return switch (random.nextInt(6)) {
      case 0 -> new Event.Begun(task, atMillis);
      case 1 -> migrated(task);
      case 2 -> new Event.Finished(task, new Outcome.Cancelled(word()), atMillis);
      default ->
          new Event.Debounced(
              task,
              version(),
              state.routes().revision(),
              value(),
              options(false),
              debounced(task),
              atMillis);
    };
  }

  private Event migrated(TaskId task) {
    return new Event.Migrated(
        task,
        new Binding(version(), new Revision(random.nextInt(9)), Map.of()),
        change(),
        atMillis);
  }

  private Event asked(TaskId task) {
    var effect =
        switch (random.nextInt(4)) {
          case 0 -> new Effect.Sleep(Duration.ofMillis(random.nextInt(100_000)));
          case 1 -> new Effect.Await(live.getFirst());
          default -> new Effect.Perform("shop.Catalog", "user", value(), Effect.Guard.DURABLE);
        };
    return new Event.Asked(task, place(), effect, atMillis);
  }

  private Event answered(TaskId task) {
    var places = List.copyOf(state.task(task).waiting().keySet());
    return places.isEmpty()
        ? asked(task)
        : new Event.Answered(
            task, places.get(random.nextInt(places.size())), new Outcome.Returned(value()));
  }

  private Event tryFailed(TaskId task) {
    var places = List.copyOf(state.task(task).waiting().keySet());
    return places.isEmpty()
        ? asked(task)
        : new Event.TryFailed(
            task,
            places.get(random.nextInt(places.size())),
            Failure.of("shop." + word(), word()),
            atMillis + 500,
            atMillis);
  }

  private Event finished(TaskId task) {
    var outcome =
        switch (random.nextInt(4)) {
          case 0 -> new Outcome.Threw(Failure.of("shop." + word(), word()));
          case 1 -> new Outcome.Cancelled(word());
          default -> new Outcome.Returned(value());
        };
    return new Event.Finished(task, outcome, atMillis + random.nextInt(1_000));
  }

  private Place place() {
    var branch = random.nextInt(4) == 0 ? Branch.ROOT.child(3, random.nextInt(4)) : Branch.ROOT;
    return new Place(branch, (int) offset);
  }

  private Event deployed() {
    var version = version();
    if (state.universes().containsKey(version)) {
      return routed();
    }
    var info =
        new UniverseInfo.FunctionInfo(
            Hash.ofBytes((version.text() + offset).getBytes(StandardCharsets.UTF_8)),
            "User f(String)");
    var functions = Map.of(function(), info, new FunctionName("g" + offset), info);
    return new Event.Deployed(
        version, new UniverseInfo(info.hash(), functions), change(), atMillis);
  }

  private Event removed() {
    var version = version();
    return state.universes().containsKey(version)
        ? new Event.Removed(version, change(), atMillis)
        : routed();
  }

  private Event routed() {
    var policy =
        switch (random.nextInt(3)) {
          case 0 -> new Policy.Shadow(new Version("v1"), new Version("v2"), 12.5);
          case 1 -> new Policy.Percent(new Version("v1"), new Version("v2"), 5);
          default -> new Policy.Primary(version());
        };
    return new Event.Routed(
        Map.of(function(), policy, new FunctionName("h"), policy),
        random.nextBoolean(),
        change(),
        atMillis);
  }

  private ShadowCount.Key compared() {
    return new ShadowCount.Key(function(), new Version("v1"), new Version("v2"));
  }

  private ShadowReport report() {
    var divergences =
        random.nextBoolean() ? List.<Divergence>of() : List.of(divergence(), divergence());
    var key = compared();
    return new ShadowReport(key.function(), key.primary(), key.candidate(), value(), divergences);
  }

  private Divergence divergence() {
    return new Divergence(
        Divergence.Kind.ARGUMENTS, place(), word(), word(), "Shop.java:1", "Shop.java:2");
  }

  private FunctionName function() {
    return new FunctionName("f" + random.nextInt(4));
  }

  private Version version() {
    return new Version("v" + (1 + random.nextInt(2)));
  }

  private Change change() {
    return new Change("ada", word());
  }

  private Payload value() {
    return Payload.of(
        Vec.of(new Str(random.nextInt(50) == 0 ? word().repeat(300) : word()), new Str(word())));
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
