package dev.perdure.bench;

import dev.perdure.log.Batch;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordKind;
import dev.perdure.log.StreamKey;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The limit: the same log, appended to and forced by one thread for all who wait, with nothing
/// around it.
final class BareLog implements AutoCloseable {
  private static final RecordKind KIND = new RecordKind(1, true, 1);
  private static final int RECORD_BYTES = 256;
  private static final int BATCH_RECORDS_MAX = 1_000;

  private final Log log;
  private final LinkedBlockingQueue<CompletableFuture<@Nullable Void>> waiting =
      new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closed;

  BareLog(Log log) {
    this.log = log;
    this.writer = Thread.ofPlatform().name("bare log").daemon().start(this::write);
  }

  /// Appends one record of 256 bytes and returns when it is durable.
  void append() throws Exception {
    var done = new CompletableFuture<@Nullable Void>();
    waiting.add(done);
    done.get();
  }

  private void write() {
    var batch = new Batch();
    var payload = new byte[RECORD_BYTES];
    var done = new ArrayList<CompletableFuture<@Nullable Void>>();
    try {
      while (!closed) {
        var first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        done.add(first);
        waiting.drainTo(done, BATCH_RECORDS_MAX);
        batch.begin(log.end(), System.currentTimeMillis());
        for (int i = 0; i < done.size(); i++) {
          batch.add(KIND, StreamKey.NONE, Offset.NONE, payload);
        }
        log.append(batch);
        log.sync();
        done.forEach(d -> d.complete(null));
        done.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.close();
  }
}
