package dev.perdure.sim;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Batch;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the engine handed to its log, record by record, as a second reader of the record layout
/// understands it; and the offset up to which somebody outside was told something. After a crash it
/// is cut to what the recovered log holds.
final class Ledger {
  private static final int HEAD_BYTES = 36;
  private static final int FLAGS = 10;
  private static final int FLAG_REFERS = 4;
  private static final int REFERENCE_BYTES = 36;

  private final List<Kept> records = new ArrayList<>();
  private final Map<Hash, byte[]> bytes = new HashMap<>();
  private final Map<Long, List<Large>> values = new HashMap<>();
  private final Map<String, Long> asked = new HashMap<>();
  private final Map<String, Long> answered = new HashMap<>();
  private final Map<TaskId, Long> started = new HashMap<>();
  private final Map<TaskId, Long> finished = new HashMap<>();
  private final Map<String, Long> changes = new HashMap<>();
  private final @Nullable Unsealing unsealing;
  private long promised = -1;

  /// A large value that a record refers to.
  @SuppressWarnings("ArrayRecordComponent") // not compared
  record Large(Hash hash, byte[] bytes) implements Referred {
    @Override
    public int size() {
      return bytes.length;
    }
  }

  /// @param unsealing reads what is sealed; null: nothing is
  Ledger(@Nullable Unsealing unsealing) {
    this.unsealing = unsealing;
  }

  /// Of a log in clear.
  Ledger() {
    this(null);
  }

  /// Takes a batch that is about to be appended.
  ///
  /// @param identity of the log
  /// @param source has the values that it refers to, by now
  void add(Batch batch, long identity, ValueSource source) {
    var from = batch.records().order(ByteOrder.LITTLE_ENDIAN);
    long first = batch.first().value();
    for (int i = 0, at = 0; i < batch.count(); i++) {
      var kept = read(from, at, first, first + i, batch.timeMillis(), identity);
      if ((from.getShort(at + FLAGS) & FLAG_REFERS) != 0) {
        values.put(kept.offset(), large(kept, source));
      }
      add(kept);
      at += HEAD_BYTES + from.getInt(at);
    }
  }

  private List<Large> large(Kept kept, ValueSource source) {
    var encoder = new Encoder();
    EventCodec.encode(kept.event(), encoder);
    return encoder.references().stream()
        .map(value ->
            new Large(
                value.hash(),
                bytes.computeIfAbsent(value.hash(), hash -> source.bytes(hash, value.size()))))
        .toList();
  }

  /// The large values that a record refers to.
  List<Referred> values(long offset) {
    return List.copyOf(values.getOrDefault(offset, List.of()));
  }

  /// How many large values records ever referred to.
  long largeValues() {
    return bytes.size();
  }

  private byte[] bytes(Hash hash, int size) {
    var known = bytes.get(hash);
    return known == null ? ValueSource.NONE.bytes(hash, size) : known;
  }

  private static int payloadBytes(ByteBuffer from, int at) {
    int all = from.getInt(at);
    if ((from.getShort(at + FLAGS) & FLAG_REFERS) == 0) {
      return all;
    }
    int count = Short.toUnsignedInt(from.getShort(at + HEAD_BYTES + all - Short.BYTES));
    return all - count * REFERENCE_BYTES - Short.BYTES;
  }

  private Kept read(
      ByteBuffer from, int at, long batch, long offset, long atMillis, long identity) {
    var payload = new byte[payloadBytes(from, at)];
    from.get(at + HEAD_BYTES, payload);
    if (unsealing != null) {
      payload = unsealing.open(from, at, offset, identity, payload);
    }
    var task = new TaskId(from.getLong(at + 12), from.getLong(at + 20));
    return new Kept(
        offset,
        batch,
        atMillis,
        from.getInt(at + 4),
        task,
        from.getLong(at + 28),
        payload,
        this::bytes);
  }

  private void add(Kept kept) {
    if (kept.offset() != records.size()) {
      throw new Violation("log", "record " + kept.offset() + " after " + records.size());
    }
    records.add(kept);
    index(kept);
  }

  private void index(Kept kept) {
    long offset = kept.offset();
    switch (kept.event()) {
      case Event.Asked e -> asked.put(key(e.task(), e.place()), offset);
      case Event.Answered e -> {
        if (answered.put(key(e.task(), e.place()), offset) != null) {
          throw new Violation("one outcome", "two outcomes at " + key(e.task(), e.place()));
        }
      }
      case Event.Started e -> started.put(e.task(), offset);
      case Event.Finished e -> {
        if (finished.put(e.task(), offset) != null) {
          throw new Violation("once", "task " + e.task() + " has ended twice");
        }
      }
      case Event.Deployed e -> changes.put(e.change().who(), offset);
      case Event.Removed e -> changes.put(e.change().who(), offset);
      case Event.Routed e -> changes.put(e.change().who(), offset);
      case Event.Overridden e -> changes.put(e.change().who(), offset);
      case Event.Migrated e -> changes.put(e.change().who(), offset);
      case Event.Scheduled e -> changes.put(e.change().who(), offset);
      case Event.Unscheduled e -> changes.put(e.change().who(), offset);
      case Event.Limited e -> changes.put(e.change().who(), offset);
      case Event.Forgotten e -> changes.put(e.change().who(), offset);
      case Event.Sent e -> changes.put(e.change().who(), offset);
      case Event.Paused e -> changes.put(e.change().who(), offset);
      case Event.Resumed e -> changes.put(e.change().who(), offset);
      case Event.CancelRequested e -> changes.put(e.change().who(), offset);
      case Event _ -> {}
    }
  }

  static String key(TaskId task, Place place) {
    return task + "/" + place;
  }

  /// Forgets what the recovered log does not hold.
  void cut(long end) {
    var kept = List.copyOf(records.subList(0, Math.toIntExact(end)));
    records.clear();
    values.keySet().removeIf(offset -> offset >= end);
    List.of(asked, answered, changes).forEach(Map::clear);
    started.clear();
    finished.clear();
    kept.forEach(this::add);
  }

  /// Notes that somebody outside was told of the record.
  void promise(long offset) {
    promised = Math.max(promised, offset);
  }

  /// The newest record that somebody outside was told of.
  long promised() {
    return promised;
  }

  long end() {
    return records.size();
  }

  List<Kept> records() {
    return Collections.unmodifiableList(records);
  }

  @Nullable Long asked(String key) {
    return asked.get(key);
  }

  @Nullable Long answered(String key) {
    return answered.get(key);
  }

  @Nullable Long started(TaskId task) {
    return started.get(task);
  }

  /// Where the task was said to be started with the arguments, last; null if nowhere.
  @Nullable Long said(TaskId task, Payload arguments) {
    for (var kept : records.reversed()) {
      if (kept.task().equals(task) && arguments.equals(arguments(kept.event()))) {
        return kept.offset();
      }
    }
    return null;
  }

  private static @Nullable Payload arguments(Event event) {
    return switch (event) {
      case Event.Started e -> e.arguments();
      case Event.Debounced e -> e.arguments();
      case Event _ -> null;
    };
  }

  @Nullable Long finished(TaskId task) {
    return finished.get(task);
  }

  /// The tasks that have ended.
  Set<TaskId> finished() {
    return Collections.unmodifiableSet(finished.keySet());
  }

  /// The tasks whose turn to begin has come.
  Set<TaskId> begun() {
    return records.stream()
        .filter(kept -> kept.event() instanceof Event.Begun)
        .map(Kept::task)
        .collect(Collectors.toSet());
  }

  /// The newest event that a change of this name made.
  @Nullable Long change(String who) {
    return changes.get(who);
  }

  Kept at(long offset) {
    return records.get(Math.toIntExact(offset));
  }

  /// All events of a task, oldest first.
  List<Event.OfTask> history(TaskId task) {
    var events = new ArrayList<Event.OfTask>();
    for (var kept : records) {
      if (kept.task().equals(task)) {
        events.add((Event.OfTask) kept.event());
      }
    }
    return events;
  }

  /// The state that the first records fold to.
  EngineState fold(long end) {
    var state = new EngineState();
    for (var kept : records.subList(0, Math.toIntExact(end))) {
      state.apply(kept.event(), kept.offset());
    }
    return state;
  }
}
