package dev.perdure.sim;

import dev.perdure.engine.Clock;
import java.time.Instant;
import java.util.PriorityQueue;

/// The simulated time: one that only grows, by which things happen, and the clock on the wall,
/// which jumps.
final class Time implements Clock {
  /// 2026-01-01T00:00:00Z.
  private static final long EPOCH_MILLIS = 1_767_225_600_000L;

  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private long micros;
  private long skewMillis;
  private long made;
  private Runnable onRead = () -> {};

  private record Alarm(long atMicros, long number, Runnable what) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      int order = Long.compare(atMicros, other.atMicros);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  /// Is run before the clock is read: where threads may be switched.
  void onRead(Runnable hook) {
    onRead = hook;
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    onRead.run();
    return wallMillis();
  }

  /// The clock on the wall, read by the simulator.
  long wallMillis() {
    return EPOCH_MILLIS + micros / 1_000 + skewMillis;
  }

  /// The time that only grows.
  long micros() {
    return micros;
  }

  void pass(long moreMicros) {
    reach(micros + moreMicros);
  }

  /// Lets time pass until then, and the alarms on the way go off.
  void reach(long atMicros) {
    while (!alarms.isEmpty() && alarms.peek().atMicros() <= atMicros) {
      var alarm = alarms.remove();
      micros = Math.max(micros, alarm.atMicros());
      alarm.what().run();
    }
    micros = Math.max(micros, atMicros);
  }

  void alarm(long atMicros, Runnable what) {
    alarms.add(new Alarm(atMicros, made++, what));
  }

  /// When the next alarm goes off; the end of time if there is none.
  long nextAlarm() {
    return alarms.isEmpty() ? Long.MAX_VALUE : alarms.peek().atMicros();
  }

  void clearAlarms() {
    alarms.clear();
  }

  /// When the wall clock will show `millis`, in the time that only grows.
  long microsAtWall(long millis) {
    return (millis - EPOCH_MILLIS - skewMillis) * 1_000;
  }

  void jump(long millis) {
    skewMillis += millis;
  }
}
