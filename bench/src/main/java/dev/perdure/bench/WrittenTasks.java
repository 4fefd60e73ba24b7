package dev.perdure.bench;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Failure;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.Revision;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.log.Batch;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordKind;
import dev.perdure.log.StreamKey;
import dev.perdure.value.Encoder;
import dev.perdure.value.Str;
import java.util.Map;

/// Writes tasks into a log as an engine under load leaves them: some hundred of them side by side,
/// a step of each in a batch.
final class WrittenTasks {
  /// Tasks that run side by side.
  private static final int WAVE = 64;

  /// Of so many tasks one fails.
  private static final int FAILED_OF = 500;

  private static final int FUNCTIONS = 20;
  private static final long START_MILLIS = 1_780_000_000_000L;
  private static final Version V1 = new Version("v1");

  private final Log log;
  private final Batch batch = new Batch();
  private final Encoder encoder = new Encoder();
  private long atMillis = START_MILLIS;

  WrittenTasks(Log log) {
    this.log = log;
  }

  /// How many events a task of so many steps has.
  static int events(int steps) {
    return 2 + 2 * steps;
  }

  /// Writes tasks, and makes them durable.
  void write(int tasks, int steps) {
    for (int first = 0; first < tasks; first += WAVE) {
      int count = Math.min(WAVE, tasks - first);
      for (int step = -1; step <= steps; step++) {
        begin();
        for (int task = first; task < first + count; task++) {
          put(task, step, steps);
        }
        log.append(batch);
      }
    }
    log.force();
  }

  private void begin() {
    batch.begin(log.end(), atMillis++);
  }

  private void put(int number, int step, int steps) {
    var task = new TaskId((START_MILLIS + number) << 16 | 0x7000, Long.MIN_VALUE | number);
    var place = new Place(Branch.ROOT, Math.max(0, step));
    if (step < 0) {
      add(started(task, number));
    } else if (step < steps) {
      var arguments = Payload.ofVec(new Str("item " + step));
      var effect = new Effect.Perform("shop.Stock", "reserve", arguments, Effect.Guard.DURABLE);
      add(new Event.Asked(task, place, effect, atMillis));
      add(new Event.Answered(task, place, new Outcome.Returned(Payload.of(step))));
    } else {
      var outcome =
          number % FAILED_OF == 0
              ? new Outcome.Threw(Failure.of("shop.Declined", "card of customer " + number))
              : new Outcome.Returned(Payload.of("receipt of order " + number));
      add(new Event.Finished(task, outcome, atMillis));
    }
  }

  private Event started(TaskId task, int number) {
    return new Event.Started(
        task,
        new FunctionName("function" + number % FUNCTIONS),
        V1,
        new Revision(1),
        Payload.ofVec(new Str("order " + number), new Str("customer " + number)),
        new StartOptions(
            "order-" + number, 0, Map.of(), Map.of("tenant", "tenant " + number % 1_000), ""),
        null,
        atMillis);
  }

  private void add(Event event) {
    var task = ((Event.OfTask) event).task();
    encoder.clear();
    EventCodec.encode(event, encoder);
    batch.add(
        new RecordKind(EventCodec.type(event), true, EventCodec.SCHEMA),
        new StreamKey(task.high(), task.low()),
        Offset.NONE,
        encoder.view());
  }
}
