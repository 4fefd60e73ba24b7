package dev.perdure.server;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// The places for requests under way, by how they weigh. Who finds none free is refused at once: a
/// queue would only make everybody wait.
final class Places {
  private final Map<Load, Semaphore> free = new EnumMap<>(Load.class);

  Places(ServerLimits.Counts counts) {
    free.put(Load.QUICK, new Semaphore(counts.requestsMax()));
    free.put(Load.WAITING, new Semaphore(counts.waitingMax()));
    free.put(Load.STREAM, new Semaphore(counts.streamsMax()));
    free.put(Load.DEPLOY, new Semaphore(counts.deploysMax()));
    free.put(Load.REPLAY, new Semaphore(counts.replaysMax()));
  }

  /// Takes a place, to be given back by closing it.
  ///
  /// @throws dev.perdure.value.PerdureException `OVERLOADED`
  Place take(Load load) {
    var places = free.get(load);
    if (places == null) {
      return () -> {};
    }
    if (!places.tryAcquire()) {
      throw Bodies.overloaded("all places for requests that are " + words(load) + " are taken");
    }
    return places::release;
  }

  private static String words(Load load) {
    return switch (load) {
      case NONE, QUICK -> "answered at once";
      case WAITING -> "waiting for tasks";
      case STREAM -> "streams of events";
      case DEPLOY -> "deploying universes";
      case REPLAY -> "replaying tasks";
    };
  }

  /// A place that was taken.
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
