package dev.perdure.log;

import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values as files of the folder `values`, named by the hashes of their bytes; where the log is
/// sealed, they are too, and their names are what [PayloadCodec#pseudonyms] says.
///
/// A value is written, forced and named, durably, before a batch refers to it. It is deleted when
/// no record refers to it any more: what a batch refers to that is being made or was appended while
/// somebody looks for such records is left alone. Whether a file is there is decided and changed
/// under one lock, so no batch refers to a file that is just being deleted.
final class ValueFiles implements ValueStore {
  static final String FOLDER = "values";

  private static final String INCOMING = "new-";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{" + 2 * Hash.SIZE + "}");

  /// Files that are known to be there, of which the disk need not be asked.
  private static final int KNOWN_MAX = 4096;

  private final Storage storage;
  private final @Nullable PayloadCodec codec;
  private final ValueBound bound;
  private final AtomicLong temporaries = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();

  // What follows is guarded by the lock.
  private final Set<Hash> known = recent();
  private final Set<Hash> batched = new HashSet<>();

  /// What batches have referred to since somebody looks for what can be deleted.
  private final Set<Hash> since = new HashSet<>();

  /// How often somebody has begun or ended to look for what can be deleted: odd while they look.
  private long sweeps;

  ValueFiles(Storage storage, long identity, @Nullable PayloadCodec codec) {
    this.storage = storage;
    this.codec = codec;
    this.bound = new ValueBound(identity);
  }

  /// Deletes what was being written when the owner before ended. Nobody uses the log yet.
  static void clean(Storage storage) throws IOException {
    for (var file : storage.list(FOLDER)) {
      if (file.startsWith(INCOMING)) {
        storage.delete(FOLDER + "/" + file);
      }
    }
  }

  /// The names of the files of values.
  static List<String> names(Storage storage) throws IOException {
    return storage.list(FOLDER).stream()
        .filter(ValueFiles::isName)
        .map(name -> FOLDER + "/" + name)
        .toList();
  }

  private static Set<Hash> recent() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Hash, Boolean> eldest) {
            return size() > KNOWN_MAX;
          }
        });
  }

  /// Keeps a value until the batch is appended that is being made. For the writer.
  ///
  /// @throws PerdureException `LOG_WRITE_FAILED`
  Reference refer(Referred value) {
    var name = name(value.hash());
    lock.lock();
    try {
      batched.add(name);
      if (isSwept()) {
        since.add(name);
      }
    } finally {
      lock.unlock();
    }
    keep(value);
    return new Reference(name, value.size() + (codec == null ? 0 : codec.overhead()));
  }

  /// A batch was appended, with all references that were made for it.
  void appended() {
    lock.lock();
    try {
      batched.clear();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void keep(Referred value) {
    var name = name(value.hash());
    long seen;
    lock.lock();
    try {
      if (known.contains(name)) {
        return;
      }
      seen = sweeps;
    } finally {
      lock.unlock();
    }
    try {
      uninterrupted(() -> writeOnce(name, value));
    } catch (IOException e) {
      throw Problems.writeFailed(storage + "/" + path(name), e);
    }
    lock.lock();
    try {
      if (seen == sweeps && !isSwept()) {
        known.add(name);
      }
    } finally {
      lock.unlock();
    }
  }

  /// A name that is there may not be durable yet.
  private Hash writeOnce(Hash name, Referred value) throws IOException {
    if (!storage.exists(path(name))) {
      var temporary = FOLDER + "/" + INCOMING + temporaries.getAndIncrement();
      storage.put(temporary, sealed(name, value));
      storage.rename(temporary, path(name));
    }
    storage.force();
    return name;
  }

  private ByteBuffer sealed(Hash name, Referred value) {
    var clear = ByteBuffer.wrap(value.bytes());
    if (codec == null) {
      return clear;
    }
    var sealed = ByteBuffer.allocate(value.size() + codec.overhead());
    codec.sealer().seal(bound.of(name), clear, sealed);
    return sealed.flip();
  }

  private Hash name(Hash hash) {
    return codec == null ? hash : codec.pseudonyms(hash).getFirst();
  }

  static String path(Hash name) {
    return FOLDER + "/" + name;
  }

  @Override
  public byte[] bytes(Hash hash, int size) {
    try {
      for (var name : names(hash)) {
        if (storage.exists(path(name))) {
          return uninterrupted(() -> read(name, hash, size));
        }
      }
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
    throw new Problem(
            ValueCode.VALUE_MISSING,
            "the value " + hash + " of " + size + " bytes is not among the values of the log",
            storage + "/" + FOLDER,
            "Restore the file from a backup; `perdure explain VALUE_MISSING` says what else it may"
                + " be")
        .exception();
  }

  /// What its file may be named: a log whose values are sealed may have some from before.
  private List<Hash> names(Hash hash) {
    var names = new ArrayList<Hash>(codec == null ? List.of() : codec.pseudonyms(hash));
    names.add(hash);
    return names;
  }

  private byte[] read(Hash name, Hash hash, int size) throws IOException {
    try (var file = storage.open(path(name), false)) {
      var stored = new byte[Math.toIntExact(file.size())];
      file.read(ByteBuffer.wrap(stored), 0);
      var bytes = name.equals(hash) ? stored : opened(name, stored);
      if (bytes == null || bytes.length != size || !Hash.ofBytes(bytes).equals(hash)) {
        throw damaged(name);
      }
      return bytes;
    }
  }

  private byte @Nullable [] opened(Hash name, byte[] stored) {
    return codec == null ? stored : codec.opener().open(bound.of(name), ByteBuffer.wrap(stored));
  }

  private PerdureException damaged(Hash name) {
    return new Problem(
            ValueCode.VALUE_DAMAGED,
            "the file holds other bytes than were written into it",
            storage + "/" + path(name),
            "Restore the file from a backup")
        .exception();
  }

  /// Something that touches the disk.
  private interface Work<T> {
    T run() throws IOException;
  }

  /// A thread that was interrupted closes the files that it reads and writes: here it does it
  /// again, and stays interrupted.
  private static <T> T uninterrupted(Work<T> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted = true;
          var _ = Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Which values records refer to.
  @FunctionalInterface
  interface Records {
    /// Looks at all records that were appended when it is called, or at more.
    Set<Hash> references() throws IOException;
  }

  /// Deletes the values that no record refers to. By one thread at a time.
  ///
  /// @return how many bytes their files had
  long sweep(Records records) throws IOException {
    var there = storage.list(FOLDER).stream().filter(ValueFiles::isName).toList();
    if (there.isEmpty()) {
      return 0;
    }
    begin();
    try {
      var referred = records.references();
      long bytes = 0;
      for (var text : there) {
        var name = Hash.parse(text);
        if (!referred.contains(name)) {
          bytes += delete(name);
        }
      }
      storage.force();
      return bytes;
    } finally {
      end();
    }
  }

  private static boolean isName(String file) {
    return NAME.matcher(file).matches();
  }

  /// Whether somebody looks for what can be deleted.
  private boolean isSwept() {
    return sweeps % 2 == 1;
  }

  private void begin() {
    lock.lock();
    try {
      sweeps++;
      since.addAll(batched);
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      sweeps++;
      since.clear();
    } finally {
      lock.unlock();
    }
  }

  private long delete(Hash name) throws IOException {
    long bytes;
    try (var file = storage.open(path(name), false)) {
      bytes = file.size();
    }
    lock.lock();
    try {
      if (since.contains(name)) {
        return 0;
      }
      known.remove(name);
      storage.delete(path(name));
      return bytes;
    } finally {
      lock.unlock();
    }
  }
}
