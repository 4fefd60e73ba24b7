package dev.perdure.sim;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Decoder;
import dev.perdure.value.ValueSource;
import java.util.Arrays;

/// One record that was handed to the log.
///
/// @param offset in the log
/// @param batch the offset of the first record of its batch
/// @param atMillis the time of its batch
/// @param type the event's type
/// @param task zero for an event of the engine
/// @param previous the offset of the task's record before; −1: none
/// @param values where its large values are
@SuppressWarnings("ArrayRecordComponent") // compared by `same`
record Kept(
    long offset,
    long batch,
    long atMillis,
    int type,
    TaskId task,
    long previous,
    byte[] payload,
    ValueSource values) {

  Event event() {
    return EventCodec.decode(type, EventCodec.SCHEMA, task, Decoder.of(payload).with(values));
  }

  boolean same(Kept other) {
    return offset == other.offset
        && type == other.type
        && task.equals(other.task)
        && previous == other.previous
        && Arrays.equals(payload, other.payload);
  }
}
