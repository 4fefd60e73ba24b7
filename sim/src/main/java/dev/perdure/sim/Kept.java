package dev.perdure.sim;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Decoder;
import dev.perdure.value.ValueSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One record that was handed to the log.
final class Kept {
  private final long offset;
  private final long batch;
  private final long atMillis;
  private final int type;
  private final TaskId task;
  private final long previous;
  private final byte[] payload;
  private final ValueSource values;
  private @Nullable Event event;

  /// @param offset in the log
  /// @param batch the offset of the first record of its batch
  /// @param atMillis the time of its batch
  /// @param type the event's type
  /// @param task zero for an event of the engine
  /// @param previous the offset of the task's record before; −1: none
  /// @param payload is kept, not copied
  /// @param values where its large values are
  Kept(
      long offset,
      long batch,
      long atMillis,
      int type,
      TaskId task,
      long previous,
      byte[] payload,
      ValueSource values) {
    this.offset = offset;
    this.batch = batch;
    this.atMillis = atMillis;
    this.type = type;
    this.task = task;
    this.previous = previous;
    this.payload = payload;
    this.values = values;
  }

  long offset() {
    return offset;
  }

  long batch() {
    return batch;
  }

  long atMillis() {
    return atMillis;
  }

  int type() {
    return type;
  }

  TaskId task() {
    return task;
  }

  long previous() {
    return previous;
  }

  /// As it was handed over: not to be changed.
  byte[] payload() {
    return payload;
  }

  ValueSource values() {
    return values;
  }

  /// What it says, decoded once: the rules fold a ledger again and again.
  Event event() {
    var decoded = event;
    if (decoded == null) {
      decoded = EventCodec.decode(type, EventCodec.SCHEMA, task, Decoder.of(payload).with(values));
      event = decoded;
    }
    return decoded;
  }

  boolean same(Kept other) {
    return offset == other.offset
        && type == other.type
        && task.equals(other.task)
        && previous == other.previous
        && Arrays.equals(payload, other.payload);
  }

  @Override
  public String toString() {
    return "record " + offset + " of " + task + ", type " + type + ", " + payload.length + " bytes";
  }
}
