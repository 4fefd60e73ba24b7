package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Problem;
import java.util.TreeMap;

/// Events as bytes: one record type for each, with a schema version. A release reads every schema
/// version that an earlier one wrote. The task's id stands in the record's head, not here.
///
/// Fields are written in the order of the record's components: numbers as varints (times as such,
/// in milliseconds), texts as length and UTF-8, payloads as length and bytes, the rest as in
/// [Fields].
public final class EventCodec {
  /// The schema version this release writes.
  public static final int SCHEMA = 1;

  /// Record types are below this number.
  public static final int TYPES = 64;

  private static final int TASK_TYPES = 16;
  private static final int LATER_TYPES = 32;
  private static final int LATER_TASK_TYPES = 40;

  static final int RECORDED = 17;
  static final int ASKED = 18;
  static final int ANSWERED = 19;
  static final int CHECKPOINTED = 42;

  private EventCodec() {}

  /// The number of an event's record type. Never reused for something else.
  public static int type(Event event) {
    return switch (event) {
      case Event.Opened _ -> 1;
      case Event.Deployed _ -> 2;
      case Event.Removed _ -> 3;
      case Event.Routed _ -> 4;
      case Event.ShadowsDropped _ -> 5;
      case Event.Accepted _ -> 6;
      case Event.Forked _ -> 7;
      case Event.Started _ -> 16;
      case Event.Recorded _ -> RECORDED;
      case Event.Asked _ -> ASKED;
      case Event.Answered _ -> ANSWERED;
      case Event.BranchCancelled _ -> 20;
      case Event.CancelRequested _ -> 21;
      case Event.Paused _ -> 22;
      case Event.Resumed _ -> 23;
      case Event.Crashed _ -> 24;
      case Event.Diverged _ -> 25;
      case Event.Overridden _ -> 26;
      case Event.Shadowed _ -> 27;
      case Event.Finished _ -> 28;
      case Event.Imported _ -> 29;
      case Event.TryFailed _ -> 30;
      case Event.Sent _ -> 31;
      case Event.Suspended _ -> 40;
      case Event.Migrated _ -> 41;
      case Event.Checkpointed _ -> CHECKPOINTED;
      case Event.Declared _ -> 32;
      case Event.Scheduled _ -> 33;
      case Event.Unscheduled _ -> 34;
      case Event.Fired _ -> 35;
      case Event.Skipped _ -> 36;
      case Event.Limited _ -> 37;
      case Event.Forgotten _ -> 38;
      case Event.Queued _ -> 48;
      case Event.Begun _ -> 49;
      case Event.Debounced _ -> 50;
    };
  }

  /// Whether events of a type may say that a line was written.
  public static boolean mayBeLine(int type) {
    return type == RECORDED;
  }

  /// Whether events of a type are about one effect of a task: these begin with its place.
  static boolean hasPlace(int type) {
    return type >= RECORDED && type <= ANSWERED;
  }

  /// Appends the event's fields to the encoder.
  public static void encode(Event event, Encoder out) {
    switch (event) {
      case Event.Opened e -> {
        out.varint(e.epoch());
        out.varint(e.atMillis());
        if (!e.owner().equals(OwnerId.NONE)) {
          out.fixed64(e.owner().bits());
        }
      }
      case Event.Accepted e -> {
        out.fixed64(e.owner().bits());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Forked e -> {
        out.fixed64(e.fork().bits());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Deployed e -> {
        out.utf8(e.version().text());
        Fields.universe(out, e.universe());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Removed e -> {
        out.utf8(e.version().text());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Routed e -> {
        Fields.policies(out, e.changes());
        out.bool(e.running());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.ShadowsDropped e -> {
        Fields.compared(out, e.compared());
        out.varint(e.calls());
        out.varint(e.atMillis());
      }
      case Event.Declared e -> {
        out.utf8(e.version().text());
        ScheduleFields.declarations(out, e.declarations());
        out.varint(e.atMillis());
      }
      case Event.Limited e -> {
        ScheduleFields.limit(out, e.limit());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Forgotten e -> {
        out.varint(e.below());
        Fields.remains(out, e.remains());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.OfSchedule e -> encodeOfSchedule(e, out);
      case Event.OfTask e -> encodeOfTask(e, out);
    }
  }

  private static void encodeOfSchedule(Event.OfSchedule event, Encoder out) {
    switch (event) {
      case Event.Scheduled e -> ScheduleFields.scheduled(out, e);
      case Event.Unscheduled e -> {
        out.utf8(e.schedule().text());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Fired e -> {
        out.utf8(e.schedule().text());
        out.varint(e.dueMillis());
        Fields.taskId(out, e.task());
        out.varint(e.atMillis());
      }
      case Event.Skipped e -> {
        out.utf8(e.schedule().text());
        out.varint(e.fromMillis());
        out.varint(e.untilMillis());
        out.utf8(e.why());
        out.varint(e.atMillis());
      }
    }
  }

  private static void encodeOfTask(Event.OfTask event, Encoder out) {
    switch (event) {
      case Event.Started e -> started(e, out);
      case Event.Recorded e -> {
        Fields.place(out, e.place());
        Fields.effect(out, e.effect());
        Fields.outcome(out, e.outcome());
      }
      case Event.Asked e -> {
        Fields.place(out, e.place());
        Fields.effect(out, e.effect());
        out.varint(e.atMillis());
      }
      case Event.Answered e -> {
        Fields.place(out, e.place());
        Fields.outcome(out, e.outcome());
      }
      case Event.BranchCancelled e -> {
        Fields.branch(out, e.branch());
        out.utf8(e.why());
      }
      case Event.CancelRequested e -> Fields.change(out, e.change(), e.atMillis());
      case Event.Paused e -> Fields.change(out, e.change(), e.atMillis());
      case Event.Resumed e -> Fields.change(out, e.change(), e.atMillis());
      case Event.Crashed e -> {
        out.utf8(e.why());
        out.varint(e.retryAtMillis());
        out.varint(e.atMillis());
      }
      case Event.Diverged e -> {
        Fields.divergence(out, e.divergence());
        out.varint(e.atMillis());
      }
      case Event.Overridden e -> {
        out.utf8(e.function().text());
        out.utf8(e.version().text());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Shadowed e -> {
        Fields.report(out, e.report());
        out.varint(e.atMillis());
      }
      case Event.Finished e -> {
        Fields.outcome(out, e.outcome());
        out.varint(e.atMillis());
      }
      case Event.Queued e -> ScheduleFields.queued(out, e);
      case Event.Debounced e -> ScheduleFields.debounced(out, e);
      case Event.Begun e -> out.varint(e.atMillis());
      case Event.Imported e -> {
        Fields.origin(out, e.origin());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Sent e -> {
        Fields.constant(out, e.kind());
        out.utf8(e.name());
        e.value().writeTo(out);
        out.utf8(e.key());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Suspended _ -> {}
      case Event.Migrated e -> {
        out.utf8(e.binding().version().text());
        out.varint(e.binding().routes().number());
        Fields.versions(out, e.binding().overrides());
        Fields.change(out, e.change(), e.atMillis());
      }
      case Event.Checkpointed e -> {
        out.varint(e.next());
        e.continuation().writeTo(out);
        Fields.summary(out, e.summary());
        out.varint(e.atMillis());
      }
      case Event.TryFailed e -> {
        Fields.place(out, e.place());
        Fields.failure(out, e.failure());
        out.varint(e.retryAtMillis());
        out.varint(e.atMillis());
      }
    }
  }

  static void started(Event.Started e, Encoder out) {
    out.utf8(e.function().text());
    out.utf8(e.version().text());
    out.varint(e.routes().number());
    e.arguments().writeTo(out);
    Fields.options(out, e.options());
    Fields.optional(out, e.parent(), Fields::taskId);
    out.varint(e.atMillis());
  }

  /// Reads an event back.
  ///
  /// @param type the record type
  /// @param schema the schema version it was written with
  /// @param task from the record's head
  /// @param in stands before the event, which ends where it does; it says where large values are
  /// @throws dev.perdure.value.PerdureException `EVENT_UNREADABLE` if this release does not know
  ///   the type or the schema; a codec's code if the bytes are damaged
  public static Event decode(int type, int schema, TaskId task, Decoder in) {
    checkSchema(type, schema);
    boolean ofTask = (type >= TASK_TYPES && type < LATER_TYPES) || type >= LATER_TASK_TYPES;
    var event = ofTask ? decodeOfTask(type, task, in) : decodeOfEngine(type, in);
    in.requireEnd();
    return event;
  }

  /// Refuses a schema version that this release cannot read.
  ///
  /// @throws dev.perdure.value.PerdureException `EVENT_UNREADABLE`
  static void checkSchema(int type, int schema) {
    if (schema != SCHEMA) {
      throw unreadable("schema version " + schema + " of event type " + type);
    }
  }

  private static RuntimeException unreadable(String what) {
    return Problem.of(
            EngineCode.EVENT_UNREADABLE,
            "this release cannot read " + what,
            "Open the data directory with the release that wrote it, or a later one")
        .exception();
  }

  private static Event decodeOfEngine(int type, Decoder in) {
    return switch (type) {
      case 1 -> opened(in);
      case 2 ->
          new Event.Deployed(
              new Version(in.utf8()), Fields.universe(in), Fields.change(in), in.varint());
      case 3 -> new Event.Removed(new Version(in.utf8()), Fields.change(in), in.varint());
      case 4 ->
          new Event.Routed(
              new TreeMap<>(Fields.policies(in)), in.bool(), Fields.change(in), in.varint());
      case 5 -> new Event.ShadowsDropped(Fields.compared(in), in.varint(), in.varint());
      case 6 -> new Event.Accepted(new OwnerId(in.fixed64()), Fields.change(in), in.varint());
      case 7 -> new Event.Forked(new OwnerId(in.fixed64()), Fields.change(in), in.varint());
      case 32 ->
          new Event.Declared(new Version(in.utf8()), ScheduleFields.declarations(in), in.varint());
      case 33 -> ScheduleFields.scheduled(in);
      case 34 -> new Event.Unscheduled(new ScheduleName(in.utf8()), Fields.change(in), in.varint());
      case 35 ->
          new Event.Fired(new ScheduleName(in.utf8()), in.varint(), Fields.taskId(in), in.varint());
      case 36 ->
          new Event.Skipped(
              new ScheduleName(in.utf8()), in.varint(), in.varint(), in.utf8(), in.varint());
      case 37 -> new Event.Limited(ScheduleFields.limit(in), Fields.change(in), in.varint());
      case 38 ->
          new Event.Forgotten(in.varint(), Fields.remains(in), Fields.change(in), in.varint());
      default -> throw unreadable("event type " + type);
    };
  }

  /// Earlier releases gave an ownership no name.
  private static Event.Opened opened(Decoder in) {
    long epoch = in.varint();
    long atMillis = in.varint();
    var owner = in.remaining() > 0 ? new OwnerId(in.fixed64()) : OwnerId.NONE;
    return new Event.Opened(epoch, owner, atMillis);
  }

  private static Event decodeOfTask(int type, TaskId task, Decoder in) {
    return switch (type) {
      case 16 -> started(task, in);
      case RECORDED ->
          new Event.Recorded(task, Fields.place(in), Fields.effect(in), Fields.outcome(in));
      case ASKED -> new Event.Asked(task, Fields.place(in), Fields.effect(in), in.varint());
      case ANSWERED -> new Event.Answered(task, Fields.place(in), Fields.outcome(in));
      case 20 -> new Event.BranchCancelled(task, Fields.branch(in), in.utf8());
      case 21 -> new Event.CancelRequested(task, Fields.change(in), in.varint());
      case 22 -> new Event.Paused(task, Fields.change(in), in.varint());
      case 23 -> new Event.Resumed(task, Fields.change(in), in.varint());
      case 24 -> new Event.Crashed(task, in.utf8(), in.varint(), in.varint());
      case 25 -> new Event.Diverged(task, Fields.divergence(in), in.varint());
      case 26 ->
          new Event.Overridden(
              task,
              new FunctionName(in.utf8()),
              new Version(in.utf8()),
              Fields.change(in),
              in.varint());
      case 27 -> new Event.Shadowed(task, Fields.report(in), in.varint());
      case 28 -> new Event.Finished(task, Fields.outcome(in), in.varint());
      case 29 -> new Event.Imported(task, Fields.origin(in), Fields.change(in), in.varint());
      case 30 ->
          new Event.TryFailed(task, Fields.place(in), Fields.failure(in), in.varint(), in.varint());
      case 31 ->
          new Event.Sent(
              task,
              Fields.constant(in, Message.values()),
              in.utf8(),
              Fields.payload(in),
              in.utf8(),
              Fields.change(in),
              in.varint());
      case 40 -> new Event.Suspended(task);
      case 41 ->
          new Event.Migrated(
              task,
              new Binding(new Version(in.utf8()), new Revision(in.varint()), Fields.versions(in)),
              Fields.change(in),
              in.varint());
      case CHECKPOINTED ->
          new Event.Checkpointed(
              task, Fields.number(in), Fields.payload(in), Fields.summary(task, in), in.varint());
      case 48 -> ScheduleFields.queued(task, in);
      case 49 -> new Event.Begun(task, in.varint());
      case 50 -> ScheduleFields.debounced(task, in);
      default -> throw unreadable("event type " + type);
    };
  }

  static Event.Started started(TaskId task, Decoder in) {
    return new Event.Started(
        task,
        new FunctionName(in.utf8()),
        new Version(in.utf8()),
        new Revision(in.varint()),
        Fields.payload(in),
        Fields.options(in),
        Fields.optional(in, Fields::taskId),
        in.varint());
  }
}
