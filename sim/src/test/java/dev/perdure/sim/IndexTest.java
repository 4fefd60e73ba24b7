package dev.perdure.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Describe;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.index.Index;
import dev.perdure.index.IndexReader;
import dev.perdure.index.QueryLimits;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordKind;
import dev.perdure.log.StreamKey;
import dev.perdure.value.Referred;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The histories of real engines under faults, projected in stretches of random length: at each
/// stop the tables say what the engine's state says that the same events fold to.
class IndexTest {
  private static final QueryLimits ALL = new QueryLimits(1_000_000, Duration.ofMinutes(1));
  private static final int SEEDS = Integer.getInteger("perdure.sim.indexed", 40);

  @TempDir Path directory;

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTablesSayWhatTheStateSays(int seed) {
    var simulation = new Simulation(seed, Trace.none());
    simulation.run();
    var ledger = simulation.ledger();
    var random = new SplittableRandom(seed);
    try (var log = Log.inMemory();
        var index = Index.open(directory, log, () -> Instant.EPOCH)) {
      var stop = new Offset(0);
      for (var kept : ledger.records()) {
        if (kept.offset() == kept.batch() && random.nextInt(200) == 0) {
          stop = compare(log, index, ledger);
        }
        append(log, kept, ledger.values(kept.offset()));
      }
      assertThat(compare(log, index, ledger)).isGreaterThan(stop);
    }
  }

  /// One record a batch: whole decisions do not matter to the tables but for imports.
  private static void append(Log log, Kept kept, List<Referred> values) {
    var batch = log.newBatch().begin(log.end(), kept.atMillis());
    batch.add(
        new RecordKind(kept.type(), true, EventCodec.SCHEMA),
        new StreamKey(kept.task().high(), kept.task().low()),
        new Offset(kept.previous()),
        ByteBuffer.wrap(kept.payload()),
        values);
    log.append(batch);
  }

  private Offset compare(Log log, Index index, Ledger ledger) {
    log.sync();
    index.catchUp();
    var end = log.end();
    var state = ledger.fold(end.value());
    try (var reader = IndexReader.open(directory)) {
      assertThat(
              rows(
                  reader,
                  "select id, function, version, status, started_ms, coalesce(why, ''),"
                      + " coalesce(waiting_on, ''), last_offset from tasks"))
          .isEqualTo(tasks(state, ledger));
      assertThat(rows(reader, "select task, place, effect, since_ms, offset, tries from waits"))
          .isEqualTo(waits(state));
      assertThat(
              rows(
                  reader,
                  "select function, primary_version, candidate, same, different, dropped"
                      + " from shadows"))
          .isEqualTo(shadows(state));
      assertThat(rows(reader, "select function, policy from routes")).isEqualTo(routes(state));
      assertThat(rows(reader, "select coalesce(max(revision), 0) from route_changes"))
          .isEqualTo(Set.of(row(state.routes().revision().number())));
      assertThat(rows(reader, "select version, hash from deploys where removed_ms is null"))
          .isEqualTo(
              state.universes().entrySet().stream()
                  .map(u -> row(u.getKey(), u.getValue().hash()))
                  .collect(Collectors.toCollection(TreeSet::new)));
      assertThat(rows(reader, "select count(*), count(distinct offset) from event_rows"))
          .isEqualTo(Set.of(row(kept(ledger, end), kept(ledger, end))));
    }
    return end;
  }

  /// How many events are not of tasks that are forgotten.
  private static long kept(Ledger ledger, Offset end) {
    var records = ledger.records().subList(0, Math.toIntExact(end.value()));
    var forgotten = RetentionRule.forgotten(records);
    return records.stream().filter(kept -> !forgotten.contains(kept.task())).count();
  }

  private static String row(Object... values) {
    return Stream.of(values).map(String::valueOf).collect(Collectors.joining(" | "));
  }

  private static Set<String> rows(IndexReader reader, String sql) {
    return reader.query(sql, ALL).rows().stream()
        .map(values -> row(values.toArray()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tasks(EngineState state, Ledger ledger) {
    var rows = new TreeSet<String>();
    state
        .tasks()
        .forEach((id, task) -> {
          var start = task.start();
          rows.add(
              row(
                  id,
                  start.function(),
                  start.version(),
                  status(task),
                  start.atMillis(),
                  EventText.brief(task.why()),
                  names(task),
                  task.lastOffset()));
        });
    state
        .ended()
        .forEach((id, task) -> {
          var start = (Event.Started) ledger.at(ledger.started(id)).event();
          var end = (Event.Finished) ledger.at(task.endOffset()).event();
          var why = end.outcome() instanceof Outcome.Cancelled c ? c.why() : "";
          rows.add(
              row(
                  id,
                  task.function(),
                  task.version(),
                  task.status().name().toLowerCase(Locale.ROOT),
                  start.atMillis(),
                  EventText.brief(why),
                  "",
                  task.lastOffset()));
        });
    return rows;
  }

  private static String status(TaskState task) {
    return task.status() == TaskStatus.RUNNING && !task.waiting().isEmpty()
        ? "waiting"
        : task.status().name().toLowerCase(Locale.ROOT);
  }

  private static String names(TaskState task) {
    return EventText.brief(
        task.waiting().values().stream()
            .map(wait -> Describe.name(wait.effect()))
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private static Set<String> waits(EngineState state) {
    var rows = new TreeSet<String>();
    state
        .tasks()
        .forEach((id, task) ->
            task.waiting()
                .forEach((place, wait) ->
                    rows.add(
                        row(
                            id,
                            place,
                            EventText.brief(wait.effect()),
                            wait.sinceMillis(),
                            wait.offset(),
                            wait.tries()))));
    return rows;
  }

  private static Set<String> shadows(EngineState state) {
    return state.shadows().entrySet().stream()
        .map(e ->
            row(
                e.getKey().function(),
                e.getKey().primary(),
                e.getKey().candidate(),
                e.getValue().same(),
                e.getValue().different(),
                e.getValue().dropped()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> routes(EngineState state) {
    return state.routes().policies().entrySet().stream()
        .map(e -> row(e.getKey(), Describe.policy(e.getValue())))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
