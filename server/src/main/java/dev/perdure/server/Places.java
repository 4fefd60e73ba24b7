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
    free.put(Load.FILES, new Semaphore(1));
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
      throw load == Load.FILES
          ? Bodies.overloaded(
              "the log's files are being copied by a backup, or rewritten by a compaction: one at"
                  + " a time",
              "Try again when that is done; nothing was done now")
          : Bodies.overloaded("all places for requests that are " + words(load) + " are taken");
    }
    return places::release;
  }

  private static String words(Load load) {
    return switch (load) {
      case NONE, QUICK -> "answered at once";
      case WAITING -> "waiting for tasks";
      case STREAM -> "streams of events";
      case DEPLOY -> "deploying universes";
      case FILES -> "working on the log's files";
      case REPLAY -> "replaying tasks";
    };
  }

  /// A place that was taken.
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
