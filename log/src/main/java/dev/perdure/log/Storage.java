package dev.perdure.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// One directory of files, as narrow as the log needs it: the real one, or a simulated disk. Names
/// may have one folder in front, as in `damaged-1/name`; the folder is made when first renamed
/// into. Its `toString` names the directory to people.
public interface Storage {
  /// The names of files and folders in the directory, in any order; empty if it does not exist.
  List<String> list() throws IOException;

  /// Makes a file of really written zeros, durable in itself with its length; its name is durable
  /// after [#force]. Replaces a file of that name.
  StorageFile create(String name, long bytes) throws IOException;

  /// Opens an existing file, with a position and a fate of its own.
  StorageFile open(String name, boolean writable) throws IOException;

  /// The names of the files in a folder, in any order; empty if there is none.
  List<String> list(String folder) throws IOException;

  /// Whether there is a file of that name.
  boolean exists(String name) throws IOException;

  /// Makes a file with the bytes between position and limit, durable in itself; its name is durable
  /// after [#force]. Replaces a file of that name.
  void put(String name, ByteBuffer content) throws IOException;

  /// Takes a file away at once; for good after [#force].
  void delete(String name) throws IOException;

  /// Renames a file at once and wholly, replacing one of the new name; durable after [#force].
  void rename(String from, String to) throws IOException;

  /// Makes the creations and renames before durable, in folders too.
  void force() throws IOException;

  /// Runs work on the storage at some time, on a thread of the storage's own which nobody
  /// interrupts, or never.
  void background(Runnable work);

  /// Becomes the only owner, making the directory if it does not exist.
  ///
  /// @return what gives the ownership up when closed
  /// @throws dev.perdure.value.PerdureException `LOG_LOCKED` if there is another
  Closeable lock() throws IOException;

  /// A number that no other log has: what tells the batches of two logs apart.
  long freshIdentity();
}
