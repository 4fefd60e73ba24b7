package dev.perdure.log;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The file of the segment that comes after the present one, made while there is still room in
/// that: a roll then waits for no zeros. For the writer's thread; the storage's background makes
/// the file.
final class NextSegment implements AutoCloseable {
  private final Storage storage;
  private final Stamp stamp;
  private @Nullable Making making;

  NextSegment(Storage storage, Stamp stamp) {
    this.storage = storage;
    this.stamp = stamp;
  }

  /// Has the file made in the background, once for each segment.
  void prepare() {
    if (making == null) {
      making = new Making();
      storage.background(making);
    }
  }

  /// Gives the file its name and opens it. Waits for it if it is being made; makes it here and now
  /// if nobody has begun to, or if that failed, for by now there may be room on the disk.
  StorageFile take(SegmentName name) throws IOException {
    var made = making;
    making = null;
    if (made == null || !made.hasMadeOrMakes()) {
      SegmentFiles.makeIncoming(storage, stamp);
    }
    return SegmentFiles.nameIncoming(storage, name);
  }

  /// Lets go of the file; when it returns nobody writes to it any more. It stays where it is until
  /// it is replaced.
  @Override
  public void close() {
    if (making != null) {
      making.endOrNeverBegin();
    }
  }

  /// Makes the file at most once, on whichever thread comes first.
  private final class Making implements Runnable {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        try {
          SegmentFiles.makeIncoming(storage, stamp);
          end.complete(null);
        } catch (IOException | RuntimeException | Error e) {
          end.completeExceptionally(e);
        }
      }
    }

    boolean hasMadeOrMakes() {
      run();
      return end.handle((_, failure) -> failure == null).join();
    }

    void endOrNeverBegin() {
      if (!begun.compareAndSet(false, true)) {
        end.handle((_, _) -> true).join();
      }
    }
  }
}
