package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import java.time.DateTimeException;
import java.time.ZoneId;

/// Schedules, limits and what else says when tasks begin, as bytes; in the way of [Fields].
final class ScheduleFields {
  private ScheduleFields() {}

  static void declarations(Encoder out, Declarations declarations) {
    Fields.taskId(out, declarations.seed());
    Fields.list(out, declarations.all(), ScheduleFields::declaration);
  }

  static Declarations declarations(Decoder in) {
    return new Declarations(Fields.taskId(in), Fields.list(in, ScheduleFields::declaration));
  }

  private static void declaration(Encoder out, Declaration declaration) {
    switch (declaration) {
      case Schedule d -> {
        out.u8(1);
        schedule(out, d);
      }
    }
  }

  private static Declaration declaration(Decoder in) {
    int kind = in.u8();
    return switch (kind) {
      case 1 -> schedule(in);
      default -> throw in.corrupt("declaration kind " + kind);
    };
  }

  static void schedule(Encoder out, Schedule schedule) {
    out.utf8(schedule.name().text());
    out.utf8(schedule.function().text());
    Fields.optional(out, schedule.arguments(), (o, arguments) -> arguments.writeTo(o));
    recurrence(out, schedule.recurrence());
    Fields.constant(out, schedule.overlap());
    out.varint(schedule.catchUpMax());
  }

  static Schedule schedule(Decoder in) {
    return new Schedule(
        new ScheduleName(in.utf8()),
        new FunctionName(in.utf8()),
        Fields.optional(in, Fields::payload),
        recurrence(in),
        Fields.constant(in, Schedule.Overlap.values()),
        Fields.number(in));
  }

  private static void recurrence(Encoder out, Recurrence recurrence) {
    switch (recurrence) {
      case Recurrence.Calendar r -> {
        out.u8(1);
        out.utf8(r.cron().toString());
        out.utf8(r.zone().getId());
      }
      case Recurrence.Every r -> {
        out.u8(2);
        out.varint(r.periodMillis());
      }
    }
  }

  private static Recurrence recurrence(Decoder in) {
    int kind = in.u8();
    return switch (kind) {
      case 1 -> new Recurrence.Calendar(Cron.parse(in.utf8()), zone(in));
      case 2 -> new Recurrence.Every(in.varint());
      default -> throw in.corrupt("recurrence kind " + kind);
    };
  }

  private static ZoneId zone(Decoder in) {
    var name = in.utf8();
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      throw in.corrupt("time zone " + name);
    }
  }

  static void scheduled(Encoder out, Event.Scheduled e) {
    schedule(out, e.wanted());
    out.bool(e.standing().paused());
    out.bool(e.standing().declared());
    Fields.taskId(out, e.standing().seed());
    Fields.change(out, e.change(), e.atMillis());
  }

  static Event.Scheduled scheduled(Decoder in) {
    return new Event.Scheduled(
        schedule(in),
        new Event.Standing(in.bool(), in.bool(), Fields.taskId(in)),
        Fields.change(in),
        in.varint());
  }

  static void limit(Encoder out, QueueLimit limit) {
    out.utf8(limit.function().text());
    out.varint(limit.runningMax());
    out.varint(limit.rateMax());
    out.varint(limit.rateMillis());
    out.bool(limit.perKey());
  }

  static QueueLimit limit(Decoder in) {
    return new QueueLimit(
        new FunctionName(in.utf8()), Fields.number(in), Fields.number(in), in.varint(), in.bool());
  }

  /// Without its debounce.
  private static void queueing(Encoder out, Queueing queueing) {
    out.utf8(queueing.key());
    out.zigzag(queueing.priority());
    out.varint(queueing.notBeforeMillis());
  }

  private static Queueing queueing(Decoder in) {
    return new Queueing(in.utf8(), (int) in.zigzag(), in.varint());
  }

  private static void debounce(Encoder out, Debounce debounce) {
    out.utf8(debounce.key());
    out.varint(debounce.quietMillis());
    out.varint(debounce.longestMillis());
  }

  private static Debounce debounce(Decoder in) {
    return new Debounce(in.utf8(), in.varint(), in.varint());
  }

  /// How starts put the task off follows only if they do.
  static void queued(Encoder out, Event.Queued e) {
    queueing(out, e.queueing());
    out.varint(e.atMillis());
    if (e.queueing().debounce() != null) {
      debounce(out, e.queueing().debounce());
    }
  }

  static Event.Queued queued(TaskId task, Decoder in) {
    var queueing = queueing(in);
    long atMillis = in.varint();
    return new Event.Queued(
        task, in.remaining() > 0 ? queueing.withDebounce(debounce(in)) : queueing, atMillis);
  }

  static void debounced(Encoder out, Event.Debounced e) {
    out.utf8(e.version().text());
    out.varint(e.routes().number());
    e.arguments().writeTo(out);
    Fields.options(out, e.options());
    wholeQueueing(out, e.queueing());
    out.varint(e.atMillis());
  }

  static Event.Debounced debounced(TaskId task, Decoder in) {
    return new Event.Debounced(
        task,
        new Version(in.utf8()),
        new Revision(in.varint()),
        Fields.payload(in),
        Fields.options(in),
        wholeQueueing(in),
        in.varint());
  }

  private static void wholeQueueing(Encoder out, Queueing queueing) {
    queueing(out, queueing);
    Fields.optional(out, queueing.debounce(), ScheduleFields::debounce);
  }

  private static Queueing wholeQueueing(Decoder in) {
    var queueing = queueing(in);
    var debounce = Fields.optional(in, ScheduleFields::debounce);
    return debounce == null ? queueing : queueing.withDebounce(debounce);
  }

  /// A schedule as the fold holds it.
  static void state(Encoder out, ScheduleState.Picture picture) {
    scheduled(out, picture.set());
    out.varint(picture.setOffset());
    out.zigzag(picture.pastMillis());
    Fields.optional(out, picture.lastTask(), Fields::taskId);
    out.zigzag(picture.lastMillis());
  }

  static ScheduleState.Picture state(Decoder in) {
    return new ScheduleState.Picture(
        scheduled(in), in.varint(), in.zigzag(), Fields.optional(in, Fields::taskId), in.zigzag());
  }

  /// A task in a queue.
  static void turn(Encoder out, Queues.Turn turn) {
    var entry = turn.entry();
    Fields.taskId(out, entry.task());
    out.utf8(entry.function().text());
    wholeQueueing(out, entry.queueing());
    out.zigzag(entry.readyMillis());
    out.varint(entry.offset());
    Fields.constant(out, turn.stage());
  }

  static Queues.Turn turn(Decoder in) {
    var entry =
        new Queue.Entry(
            Fields.taskId(in),
            new FunctionName(in.utf8()),
            wholeQueueing(in),
            in.zigzag(),
            in.varint());
    return new Queues.Turn(entry, Fields.constant(in, Queue.Stage.values()));
  }

  /// When the tasks of a queue began that count for its rate.
  static void spent(Encoder out, Queues.Spent spent) {
    out.utf8(spent.function().text());
    out.utf8(spent.key());
    Fields.list(
        out,
        spent.begun(),
        (o, b) -> {
          o.zigzag(b.atMillis());
          o.varint(b.offset());
        });
  }

  static Queues.Spent spent(Decoder in) {
    return new Queues.Spent(
        new FunctionName(in.utf8()),
        in.utf8(),
        Fields.list(in, i -> new Queue.Beginning(i.zigzag(), i.varint())));
  }
}
