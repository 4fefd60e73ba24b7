package dev.perdure.sim;

import dev.perdure.log.Storage;
import dev.perdure.log.StorageFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.List;

/// Knows what is really durable: a record is if the file it was written to was forced since, and
/// nothing the log says about it counts.
final class WatchedStorage implements Storage {
  private final Storage disk;
  private final IdentityHashMap<StorageFile, Long> unforced = new IdentityHashMap<>();
  private long appending = -1;

  WatchedStorage(Storage disk) {
    this.disk = disk;
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

  private final class Watched implements StorageFile {
    private final StorageFile file;

    Watched(StorageFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void read(ByteBuffer to, long position) throws IOException {
      file.read(to, position);
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
      if (appending >= 0) {
        unforced.merge(this, appending, Math::min);
      }
      file.write(from, position);
    }

    @Override
    public void force() throws IOException {
      file.force();
      unforced.remove(this);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Override
  public List<String> list() throws IOException {
    return disk.list();
  }

  @Override
  public StorageFile create(String name, long bytes) throws IOException {
    return new Watched(disk.create(name, bytes));
  }

  @Override
  public StorageFile open(String name, boolean writable) throws IOException {
    return new Watched(disk.open(name, writable));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void force() throws IOException {
    disk.force();
  }

  @Override
  public Closeable lock() throws IOException {
    return disk.lock();
  }

  @Override
  public long freshIdentity() {
    return disk.freshIdentity();
  }
}
