package dev.perdure.log;

import dev.perdure.value.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/// A directory of the machine's file system. Directories and files can be read by their owner only,
/// where the file system knows owners.
final class FileStorage implements Storage {
  private static final String LOCK = "lock";
  private static final int ZEROS_BYTES = 1 << 20;

  private final Path directory;

  FileStorage(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  @Override
  public List<String> list() throws IOException {
    return list(directory);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return list(directory.resolve(folder));
  }

  private static List<String> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public boolean exists(String name) {
    return Files.isRegularFile(directory.resolve(name));
  }

  @Override
  public void put(String name, ByteBuffer content) throws IOException {
    var path = directory.resolve(name);
    makeDirectory(parentOf(path));
    Files.deleteIfExists(path);
    try (var file =
        new ChannelFile(open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      file.write(content.duplicate(), 0);
      file.channel().force(true);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name));
  }

  @Override
  public StorageFile create(String name, long bytes) throws IOException {
    var path = directory.resolve(name);
    makeDirectory(parentOf(path));
    Files.deleteIfExists(path);
    var channel =
        open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      writeZeros(channel, bytes);
      channel.force(true);
      return new ChannelFile(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void writeZeros(FileChannel channel, long bytes) throws IOException {
    var zeros = ByteBuffer.allocateDirect((int) Math.min(ZEROS_BYTES, bytes));
    for (long at = 0; at < bytes; ) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at));
      at += channel.write(zeros, at);
    }
  }

  @Override
  public StorageFile open(String name, boolean writable) throws IOException {
    var path = directory.resolve(name);
    return new ChannelFile(
        writable
            ? open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
            : open(path, StandardOpenOption.READ));
  }

  private FileChannel open(Path path, OpenOption... options) throws IOException {
    return FileChannel.open(path, Set.of(options), ownerOnly("rw-------"));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    var target = directory.resolve(to);
    makeDirectory(parentOf(target));
    Files.move(directory.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void force() throws IOException {
    if (!knowsOwners()) {
      return; // where there are no POSIX permissions, directories cannot be opened for a sync
      // either
    }
    forceDirectory(directory);
    for (var name : list()) {
      if (Files.isDirectory(directory.resolve(name))) {
        forceDirectory(directory.resolve(name));
      }
    }
  }

  private static void forceDirectory(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void background(Runnable work) {
    Thread.ofPlatform().name("perdure storage").daemon().start(work);
  }

  @Override
  public Closeable lock() throws IOException {
    makeDirectory(directory);
    var path = directory.resolve(LOCK);
    var channel =
        open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw locked(path);
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
      return channel;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw locked(path);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private RuntimeException locked(Path lock) throws IOException {
    var holder = Files.readString(lock).strip();
    var by = holder.matches("\\d{1,10}") ? "process " + holder : "another process";
    return Problem.of(
            LogCode.LOG_LOCKED,
            "The log in " + directory + " is in use by " + by,
            "Stop that process, or give this one a directory of its own")
        .exception();
  }

  private void makeDirectory(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    makeDirectory(parentOf(path));
    Files.createDirectory(path, ownerOnly("rwx------"));
    if (knowsOwners()) {
      forceDirectory(parentOf(path));
    }
  }

  private static Path parentOf(Path path) {
    var parent = path.getParent();
    return parent == null ? path : parent;
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    if (!knowsOwners()) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  private boolean knowsOwners() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public long freshIdentity() {
    return new SecureRandom().nextLong();
  }

  @Override
  public String toString() {
    return directory.toString();
  }

  private record ChannelFile(FileChannel channel) implements StorageFile {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void read(ByteBuffer to, long position) throws IOException {
      long at = position;
      while (to.hasRemaining()) {
        int bytes = channel.read(to, at);
        if (bytes < 0) {
          return;
        }
        at += bytes;
      }
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
      long at = position;
      while (from.hasRemaining()) {
        at += channel.write(from, at);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
