package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.log.Log;
import dev.perdure.log.PayloadCodec;
import dev.perdure.value.PerdureException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The file `snapshot` of a data directory (E4): from it an engine recovers in a time that does not
/// grow with its log. It is derived from the log: who deletes it loses time, and if it cannot be
/// written or read, tasks do not notice.
///
/// A thread of its own folds the log once more, behind the writer, which never waits for it; so the
/// state is in memory twice while a snapshot is made. A node that is closed writes what it has.
final class Snapshots {
  private static final Logger LOGGER = System.getLogger("perdure.snapshot");
  private static final String NAME = "snapshot";

  private final Path file;
  private final long events;
  private final @Nullable PayloadCodec codec;
  private final Thread thread =
      Thread.ofPlatform().name("perdure snapshot").daemon().unstarted(this::run);
  private @Nullable Log log;
  private volatile long next;
  private volatile boolean closing;

  /// @param keeping after how many new events there is a new snapshot, and what seals it
  Snapshots(Path directory, Keeping keeping) {
    this.file = directory.resolve(NAME);
    this.events = keeping.snapshotEvents();
    this.codec = keeping.codec();
  }

  /// The offset below which the log need not be looked at when it is opened; 0 if there is no
  /// snapshot.
  long covered() {
    try (var in = newest()) {
      return in == null ? 0 : Snapshot.next(in, codec != null);
    } catch (IOException e) {
      return 0;
    }
  }

  /// Where the newest snapshot is, and what opens it.
  Folding.Source source() {
    return new Folding.Source(this::newest, codec);
  }

  private @Nullable InputStream newest() throws IOException {
    return Files.exists(file) ? new BufferedInputStream(Files.newInputStream(file), 1 << 16) : null;
  }

  /// Makes snapshots from now on.
  ///
  /// @param recovered how many events the snapshot held that the engine has recovered from
  void start(Log from, long recovered) {
    log = from;
    next = recovered;
    thread.start();
  }

  private void run() {
    IdleScheduling.ask();
    while (!closing) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Limits.SNAPSHOT_LOOK_MILLIS));
      var of = log;
      if (!closing && of != null && of.durable().value() - next >= events) {
        make(of);
      }
    }
  }

  private void make(Log of) {
    try {
      fold(of, () -> !closing);
    } catch (PerdureException e) {
      failed(e);
    }
  }

  /// Does something with the state that the log folds to by now, which is the newest snapshot then:
  /// nobody else has it, and no other snapshot is made meanwhile. Blocks.
  ///
  /// @throws PerdureException if the log cannot be read
  synchronized <T> T withNow(Function<EngineState, T> work) {
    return work.apply(fold(Objects.requireNonNull(log), () -> true));
  }

  private synchronized EngineState fold(Log of, BooleanSupplier goOn) {
    var state = folded(of, goOn);
    try {
      if (goOn.getAsBoolean()) {
        write(state, of);
      }
    } catch (IOException | PerdureException e) {
      failed(e);
    }
    return state;
  }

  private EngineState folded(Log of, BooleanSupplier goOn) {
    var histories = new Histories(of);
    var memory = MemoryLimits.defaults().withWarmBytes(Limits.SNAPSHOT_WARM_BYTES);
    var folding = Folding.of(of, histories, memory, source());
    return folding.to(of.durable().value(), goOn).state();
  }

  private void write(EngineState state, Log of) throws IOException {
    var temporary = file.resolveSibling(NAME + ".tmp");
    try (var to = OwnerOnly.file(temporary);
        var buffered = new BufferedOutputStream(Channels.newOutputStream(to), 1 << 16)) {
      Snapshot.write(state, of, codec, buffered);
      buffered.flush();
      to.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    next = state.lastOffset() + 1;
  }

  private static void failed(Exception e) {
    LOGGER.log(
        Logger.Level.WARNING,
        "no snapshot was written, so opening the directory next time takes longer: {0}",
        e.getMessage());
  }

  /// The writer has ended, all is durable, and nobody changes the state any more: the last thing
  /// before the log is closed.
  void parting(EngineState state) {
    stop();
    var of = log;
    if (of != null && state.lastOffset() + 1 - next >= Limits.SNAPSHOT_CLOSE_EVENTS) {
      try {
        write(state, of);
      } catch (IOException | PerdureException e) {
        failed(e);
      }
    }
  }

  /// Ends the thread.
  void stop() {
    closing = true;
    ThreadEnd.await(thread);
  }
}
