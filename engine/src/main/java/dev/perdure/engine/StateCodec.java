package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A state as bytes, for snapshots (E4): what a fold of the log up to [EngineState#lastOffset]
/// would be. Of live tasks it holds where their histories are. It is derived and can be made again,
/// so there is one version of it, and whoever meets another one folds the log instead.
public final class StateCodec {
  /// Changes with everything that changes the bytes or their meaning.
  public static final int VERSION = 7;

  /// About the bytes of a piece: a state is read and written in pieces, for it may be large.
  private static final int PIECE_BYTES = 256 << 10;

  private static final List<Section<?>> SECTIONS =
      List.of(
          section(
              s -> s.universes.entrySet(),
              StateCodec::universe,
              (s, in) -> s.universes.put(version(in), Fields.universe(in))),
          section(
              s -> s.removed.entrySet(),
              StateCodec::universe,
              (s, in) -> s.removed.put(version(in), Fields.universe(in))),
          section(
              s -> s.previous.entrySet(),
              (out, e) -> {
                out.utf8(e.getKey().text());
                Fields.versions(out, e.getValue());
              },
              (s, in) -> s.previous.put(version(in), Fields.versions(in))),
          section(
              s -> s.revisions.subList(1, s.revisions.size()),
              (out, routes) -> Fields.policies(out, routes.policies()),
              (s, in) -> s.revisions.add(s.routes().with(Fields.policies(in)))),
          section(List::of, StateCodec::head, StateCodec::head),
          section(
              s -> s.tasks.all().entrySet().stream().map(e -> Kind.of(s, e)).toList(),
              StateCodec::task,
              StateCodec::task),
          section(s -> s.forced.keySet(), Fields::taskId, StateCodec::forced),
          section(s -> s.timers, StateCodec::timer, (s, in) -> s.timers.add(timer(in))),
          section(
              s -> s.awaited.entrySet(),
              StateCodec::awaited,
              (s, in) -> s.awaited.put(Fields.taskId(in), awaited(in))),
          section(s -> s.ended.all().entrySet(), StateCodec::ended, StateCodec::ended),
          section(s -> s.imported.entrySet(), StateCodec::imported, StateCodec::imported),
          section(s -> s.keys.entrySet(), StateCodec::keyed, StateCodec::keyed),
          section(s -> s.untold.keySet(), Fields::taskId, StateCodec::untold),
          section(
              s -> s.dueCancellations.entrySet(),
              (out, e) -> {
                Fields.taskId(out, e.getKey());
                Fields.change(out, e.getValue(), 0);
              },
              StateCodec::dueCancellation),
          section(s -> s.shadows.entrySet(), StateCodec::shadows, StateCodec::shadows),
          section(
              s -> s.schedules.declared().entrySet(),
              (out, e) -> {
                out.utf8(e.getKey().text());
                ScheduleFields.declarations(out, e.getValue());
              },
              (s, in) -> s.schedules.declared().put(version(in), ScheduleFields.declarations(in))),
          section(
              s -> s.schedules.all().stream().map(ScheduleState::picture).toList(),
              ScheduleFields::state,
              (s, in) -> s.schedules.restore(ScheduleFields.state(in))),
          section(
              s -> s.queues.limits(),
              ScheduleFields::limit,
              (s, in) -> s.queues.restore(ScheduleFields.limit(in))),
          section(
              s -> s.queues.turns(),
              ScheduleFields::turn,
              (s, in) -> s.queues.restore(ScheduleFields.turn(in))),
          section(
              s -> s.queues.spent(),
              ScheduleFields::spent,
              (s, in) -> s.queues.restore(ScheduleFields.spent(in))),
          section(s -> s.trials.all().entrySet(), StateCodec::trial, StateCodec::trial),
          section(
              s -> s.lineage.owners(),
              (out, owner) -> out.fixed64(owner.bits()),
              (s, in) -> s.lineage.restore(new OwnerId(in.fixed64()))));

  private StateCodec() {}

  /// One kind of thing that a state has many of.
  private record Section<T>(
      Function<EngineState, Iterable<? extends T>> all,
      BiConsumer<Encoder, T> writer,
      BiConsumer<EngineState, Decoder> reader) {

    void write(EngineState state, int number, Encoder out, Consumer<Encoder> pieces) {
      for (var one : all.apply(state)) {
        if (out.size() == 0) {
          out.varint(number);
        }
        writer.accept(out, one);
        if (out.size() > PIECE_BYTES) {
          pieces.accept(out);
          out.clear();
        }
      }
      if (out.size() > 0) {
        pieces.accept(out);
        out.clear();
      }
    }
  }

  private static <T> Section<T> section(
      Function<EngineState, Iterable<? extends T>> all,
      BiConsumer<Encoder, T> writer,
      BiConsumer<EngineState, Decoder> reader) {
    return new Section<>(all, writer, reader);
  }

  /// Writes a state.
  ///
  /// @param pieces is given the state piece by piece, each in the same encoder
  public static void write(EngineState state, Consumer<Encoder> pieces) {
    var out = new Encoder();
    for (int number = 0; number < SECTIONS.size(); number++) {
      SECTIONS.get(number).write(state, number, out, pieces);
    }
  }

  /// Reads a state.
  ///
  /// @param pieces as they were written; null when there are no more
  /// @param past as for [EngineState]
  /// @param warmBytesMax as for [EngineState]
  /// @throws dev.perdure.value.PerdureException `CODEC_CORRUPT` and the like if the bytes are not
  ///   those of a state
  public static EngineState read(Supplier<@Nullable Decoder> pieces, Past past, long warmBytesMax) {
    var state = new EngineState(past, warmBytesMax);
    for (var in = pieces.get(); in != null; in = pieces.get()) {
      long number = in.varint();
      if (number < 0 || number >= SECTIONS.size()) {
        throw in.corrupt("section " + number);
      }
      var section = SECTIONS.get((int) number);
      while (in.remaining() > 0) {
        section.reader().accept(state, in);
      }
    }
    return state;
  }

  private static Version version(Decoder in) {
    return new Version(in.utf8());
  }

  private static void universe(Encoder out, Map.Entry<Version, UniverseInfo> e) {
    out.utf8(e.getKey().text());
    Fields.universe(out, e.getValue());
  }

  private static void head(Encoder out, EngineState s) {
    out.varint(s.epoch);
    out.varint(s.lastOffset + 1);
    out.varint(s.runningRoutes.revision().number());
    out.fixed64(s.lineage.fork().bits());
    out.varint(s.ended.forgottenBelow());
  }

  private static void head(EngineState s, Decoder in) {
    s.epoch = in.varint();
    s.lastOffset = in.varint() - 1;
    s.runningRoutes = s.routesAt(new Revision(in.varint()));
    s.lineage.forked(new OwnerId(in.fixed64()));
    s.ended.restoreForgotten(in.varint());
  }

  /// A live task, as it is kept when nothing happens to it.
  private record Kind(TaskId id, Cold cold) {
    static Kind of(EngineState s, Map.Entry<TaskId, Kept> e) {
      return new Kind(
          e.getKey(),
          switch (e.getValue()) {
            case Cold cold -> cold;
            case TaskState task ->
                new Cold(Cold.Code.of(task), task.readFrom(), task.lastOffset(), s.stands(task));
          });
    }
  }

  private static void task(Encoder out, Kind task) {
    Fields.taskId(out, task.id());
    var cold = task.cold();
    out.utf8(cold.version().text());
    out.varint(cold.routes().number());
    Fields.served(out, cold.chosen());
    out.varint(cold.readFrom());
    out.varint(cold.lastOffset());
    out.bool(cold.stands());
  }

  private static void task(EngineState s, Decoder in) {
    var id = Fields.taskId(in);
    var version = s.versions.of(version(in));
    var routes = new Revision(in.varint());
    var chosen = new LinkedHashSet<Served>(2);
    for (long left = in.varint(); left > 0; left--) {
      chosen.add(
          new Served(s.functions.of(new FunctionName(in.utf8())), s.versions.of(version(in))));
    }
    var code = new Cold.Code(version, routes, Set.copyOf(chosen));
    s.tasks.add(id, new Cold(code, in.varint(), in.varint(), in.bool()));
    s.liveByRevision.merge(routes, 1, Integer::sum);
  }

  private static TaskState live(EngineState s, Decoder in) {
    var task = s.tasks.get(Fields.taskId(in));
    if (task == null) {
      throw in.corrupt("a task that does not live");
    }
    return task;
  }

  private static void forced(EngineState s, Decoder in) {
    var task = live(s, in);
    s.forced.put(task.start().task(), task);
  }

  private static void untold(EngineState s, Decoder in) {
    var task = live(s, in);
    s.untold.put(task.start().task(), task);
  }

  private static void timer(Encoder out, Timer timer) {
    out.zigzag(timer.dueMillis());
    Fields.constant(out, timer.kind());
    Fields.taskId(out, timer.task());
    Fields.optional(out, timer.place(), Fields::place);
  }

  private static Timer timer(Decoder in) {
    return new Timer(
        in.zigzag(),
        Fields.constant(in, Timer.Kind.values()),
        Fields.taskId(in),
        Fields.optional(in, Fields::place));
  }

  private static void awaited(Encoder out, Map.Entry<TaskId, Set<Awaiting>> e) {
    Fields.taskId(out, e.getKey());
    out.varint(e.getValue().size());
    for (var by : e.getValue()) {
      Fields.taskId(out, by.task());
      Fields.place(out, by.place());
    }
  }

  private static Set<Awaiting> awaited(Decoder in) {
    var by = new LinkedHashSet<Awaiting>(2);
    for (long left = in.varint(); left > 0; left--) {
      by.add(new Awaiting(Fields.taskId(in), Fields.place(in)));
    }
    return by;
  }

  private static void ended(Encoder out, Map.Entry<TaskId, EndedTask> e) {
    Fields.taskId(out, e.getKey());
    var task = e.getValue();
    out.utf8(task.function().text());
    out.utf8(task.version().text());
    Fields.constant(out, task.status());
    out.varint(task.startOffset());
    out.varint(task.endOffset());
    out.varint(task.lastOffset());
    out.zigzag(task.atMillis());
    Fields.versions(out, task.overrides());
    Fields.optional(out, task.parent(), Fields::taskId);
  }

  private static void ended(EngineState s, Decoder in) {
    var id = Fields.taskId(in);
    var task =
        new EndedTask(
            new FunctionName(in.utf8()),
            version(in),
            Fields.constant(in, TaskStatus.values()),
            in.varint(),
            in.varint(),
            in.varint(),
            in.zigzag(),
            versionsOrNone(in),
            Fields.optional(in, Fields::taskId),
            null);
    s.ended.put(id, task.sharing(s.functions, s.versions));
  }

  private static Map<FunctionName, Version> versionsOrNone(Decoder in) {
    var versions = Fields.versions(in);
    return versions.isEmpty() ? Map.of() : versions;
  }

  private static void imported(Encoder out, Map.Entry<TaskId, ImportedTask> e) {
    Fields.taskId(out, e.getKey());
    out.varint(e.getValue().lastOffset());
  }

  private static void imported(EngineState s, Decoder in) {
    var id = Fields.taskId(in);
    s.past.forEach(
        0,
        in.varint(),
        (offset, event) -> {
          if (event instanceof Event.Imported e) {
            s.imported.put(id, new ImportedTask(e, offset));
          } else {
            Objects.requireNonNull(s.imported.get(id)).apply(event, offset);
          }
        });
  }

  private static void trial(Encoder out, Map.Entry<FunctionName, Trials.Trial> e) {
    out.utf8(e.getKey().text());
    var trial = e.getValue();
    out.utf8(trial.candidate().text());
    Fields.threshold(out, trial.threshold());
    out.bool(trial.inert());
    out.varint(trial.all());
    out.varint(trial.bad());
  }

  private static void trial(EngineState s, Decoder in) {
    s.trials.restore(
        new FunctionName(in.utf8()),
        new Trials.Trial(version(in), Fields.threshold(in), in.bool(), in.varint(), in.varint()));
  }

  private static void keyed(Encoder out, Map.Entry<String, Keyed> e) {
    out.utf8(e.getKey());
    Fields.taskId(out, e.getValue().task());
    out.utf8(e.getValue().function().text());
    out.raw(e.getValue().arguments().toByteArray());
  }

  private static void keyed(EngineState s, Decoder in) {
    var key = in.utf8();
    var keyed =
        new Keyed(
            Fields.taskId(in),
            s.functions.of(new FunctionName(in.utf8())),
            Hash.fromBytes(in.raw(Hash.SIZE)));
    s.keys.put(key, keyed);
    var ended = s.ended.get(keyed.task());
    if (ended != null) {
      s.ended.put(keyed.task(), ended.keyed(key));
    }
  }

  private static void dueCancellation(EngineState s, Decoder in) {
    var id = Fields.taskId(in);
    s.dueCancellations.put(id, Fields.change(in));
    in.varint();
  }

  private static void shadows(Encoder out, Map.Entry<ShadowCount.Key, ShadowCount> e) {
    Fields.compared(out, e.getKey());
    var count = e.getValue();
    out.varint(count.same());
    out.varint(count.different());
    out.varint(count.dropped());
    out.varint(count.samples().size());
    count.samples().forEach(out::varint);
  }

  private static void shadows(EngineState s, Decoder in) {
    s.shadows.put(Fields.compared(in), ShadowCount.of(in));
  }
}
