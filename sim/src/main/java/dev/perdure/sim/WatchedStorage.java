package dev.perdure.sim;

import dev.perdure.log.Storage;
import dev.perdure.log.StorageFile;
import dev.perdure.log.fault.ForwardingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;

/// Knows what is really durable: a record is if the file it was written to was forced since, and
/// nothing the log says about it counts.
final class WatchedStorage extends ForwardingStorage {
  private final IdentityHashMap<StorageFile, Long> unforced = new IdentityHashMap<>();
  private long appending = -1;

  WatchedStorage(Storage disk) {
    super(disk);
  }

  /// The batch that begins at the offset is being written; −1: none is.
  void appending(long first) {
    appending = first;
  }

  /// How many records of `end` are durable.
  long durable(long end) {
    long least = appending < 0 ? end : Math.min(appending, end);
    for (long first : unforced.values()) {
      least = Math.min(least, first);
    }
    return least;
  }

  /// A new life: recovery has made durable what it kept.
  void restart() {
    unforced.clear();
    appending = -1;
  }

  @Override
  public StorageFile create(String name, long bytes) throws IOException {
    return new Watched(super.create(name, bytes));
  }

  @Override
  public StorageFile open(String name, boolean writable) throws IOException {
    return new Watched(super.open(name, writable));
  }

  private final class Watched extends ForwardingFile {
    Watched(StorageFile file) {
      super(file);
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
      if (appending >= 0) {
        unforced.merge(this, appending, Math::min);
      }
      super.write(from, position);
    }

    @Override
    public void force() throws IOException {
      super.force();
      unforced.remove(this);
    }
  }
}
