package dev.perdure.log.fault;

import dev.perdure.log.Storage;
import dev.perdure.log.StorageFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Passes every call on to another storage: what watches or disturbs one overrides the calls it is
/// about.
public class ForwardingStorage implements Storage {
  private final Storage storage;

  protected ForwardingStorage(Storage storage) {
    this.storage = storage;
  }

  @Override
  public List<String> list() throws IOException {
    return storage.list();
  }

  @Override
  public StorageFile create(String name, long bytes) throws IOException {
    return storage.create(name, bytes);
  }

  @Override
  public StorageFile open(String name, boolean writable) throws IOException {
    return storage.open(name, writable);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return storage.list(folder);
  }

  @Override
  public boolean exists(String name) throws IOException {
    return storage.exists(name);
  }

  @Override
  public void put(String name, ByteBuffer content) throws IOException {
    storage.put(name, content);
  }

  @Override
  public void delete(String name) throws IOException {
    storage.delete(name);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    storage.rename(from, to);
  }

  @Override
  public void force() throws IOException {
    storage.force();
  }

  @Override
  public void background(Runnable work) {
    storage.background(work);
  }

  @Override
  public Closeable lock() throws IOException {
    return storage.lock();
  }

  @Override
  public long freshIdentity() {
    return storage.freshIdentity();
  }

  @Override
  public String toString() {
    return storage.toString();
  }

  /// Passes every call on to another file.
  protected static class ForwardingFile implements StorageFile {
    private final StorageFile file;

    protected ForwardingFile(StorageFile file) {
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
      file.write(from, position);
    }

    @Override
    public void force() throws IOException {
      file.force();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
