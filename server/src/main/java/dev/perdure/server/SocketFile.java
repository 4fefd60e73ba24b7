package dev.perdure.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file through which a data directory's owner is talked to on its machine: a unix domain
/// socket, which speaks HTTP as the server's port does. Whoever may open it may do everything, and
/// only the user whose process made it may.
///
/// The system takes about a hundred bytes for the path of a socket. If the data directory's is
/// longer, the socket is in a folder for temporary files, and a file in the data directory says
/// where:
///
/// ```
/// DIR/perdure.sock       the socket, or
/// DIR/perdure.sock.path  the absolute path of the socket, in UTF-8
/// ```
///
/// Only the owner of the directory's log makes and removes these, so what it finds of an owner that
/// was killed is removed without a question.
public final class SocketFile {
  private static final String NAME = "perdure.sock";
  private static final String PATH_FILE = NAME + ".path";

  /// The socket's own folder while nobody may find it yet: in it, it is given its permissions.
  private static final String BIRTHPLACE = ".s";

  private static final String BORN = "s";

  private static final String ELSEWHERE = "perdure-";
  private static final Set<PosixFilePermission> FOR_OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path directory;
  private final Path socket;
  private final @Nullable Path folder;

  private SocketFile(Path directory, Path socket, @Nullable Path folder) {
    this.directory = directory;
    this.socket = socket;
    this.folder = folder;
  }

  /// The socket of whoever owns a data directory; empty if nobody listens. An owner that was killed
  /// leaves its file: then connecting to it is refused.
  public static Optional<Path> find(Path dataDirectory) {
    try {
      var near = dataDirectory.resolve(NAME);
      var named = dataDirectory.resolve(PATH_FILE);
      if (Files.exists(near)) {
        return Optional.of(near);
      }
      return Files.exists(named)
          ? Optional.of(Path.of(Files.readString(named))).filter(Files::exists)
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// Makes room for the socket of a data directory whose log the caller owns.
  static SocketFile prepare(Path dataDirectory) throws IOException {
    removeStale(dataDirectory);
    var near = dataDirectory.resolve(NAME);
    if (bytes(near) <= ServerLimits.SOCKET_PATH_BYTES_MAX) {
      Files.createDirectory(dataDirectory.resolve(BIRTHPLACE), ownersOnly());
      return new SocketFile(dataDirectory, near, null);
    }
    var folder = Files.createTempDirectory(ELSEWHERE, ownersOnly());
    return new SocketFile(dataDirectory, folder.resolve(NAME), folder);
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static FileAttribute<?> ownersOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  private static void removeStale(Path directory) throws IOException {
    var left = find(directory);
    if (left.isPresent() && !left.get().startsWith(directory)) {
      Files.delete(left.get());
      deleteFolder(left.get().getParent());
    }
    Files.deleteIfExists(directory.resolve(NAME));
    Files.deleteIfExists(directory.resolve(PATH_FILE));
    Files.deleteIfExists(directory.resolve(BIRTHPLACE).resolve(BORN));
    Files.deleteIfExists(directory.resolve(BIRTHPLACE));
  }

  private static void deleteFolder(@Nullable Path folder) throws IOException {
    if (folder != null && folder.getFileName().toString().startsWith(ELSEWHERE)) {
      Files.deleteIfExists(folder);
    }
  }

  /// Where to bind the socket: in a folder that only its user can enter.
  Path birthplace() {
    return folder != null ? socket : directory.resolve(BIRTHPLACE).resolve(BORN);
  }

  /// Lets the socket, which is bound by now, be found.
  void publish() throws IOException {
    Files.setPosixFilePermissions(birthplace(), FOR_OWNER);
    if (folder == null) {
      Files.move(birthplace(), socket, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(directory.resolve(BIRTHPLACE));
    } else {
      var fresh = directory.resolve(PATH_FILE + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(FOR_OWNER));
      Files.writeString(fresh, socket.toAbsolutePath().toString());
      Files.move(fresh, directory.resolve(PATH_FILE), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Removes it. Doing so twice does nothing.
  void remove() throws IOException {
    Files.deleteIfExists(directory.resolve(PATH_FILE));
    Files.deleteIfExists(socket);
    deleteFolder(folder);
  }
}
