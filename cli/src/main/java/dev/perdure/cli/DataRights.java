package dev.perdure.cli;

import dev.perdure.server.SocketFile;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who may read what is in a data directory: the user who runs the program alone. What is in a
/// folder that nobody else can enter is safe; the directory itself may be open to all.
record DataRights(Path directory) {
  private static final List<String> PARTS =
      List.of(
          "log",
          "universes",
          "index",
          "snapshot",
          "tokens.edn",
          "tokens.lock",
          "perdure.sock",
          "perdure.sock.path");

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /// Where the system has no such rights nothing is said.
  Check check() {
    try {
      var mine = mine();
      var open = new ArrayList<Path>();
      var foreign = new ArrayList<Path>();
      for (var part : parts()) {
        var is = Files.readAttributes(part, PosixFileAttributes.class);
        if (is.permissions().stream().anyMatch(OTHERS::contains)) {
          open.add(part);
        }
        if (!is.owner().equals(mine)) {
          foreign.add(part);
        }
      }
      if (!open.isEmpty()) {
        return exposed(names(open) + " may be read by others than " + mine.getName());
      }
      return foreign.isEmpty()
          ? Check.ok("directory", directory.toString())
          : exposed(names(foreign) + " belongs to another user than " + mine.getName());
    } catch (UnsupportedOperationException e) {
      return Check.ok("directory", directory.toString());
    } catch (IOException e) {
      return Check.fail("directory", MachineChecks.unwritable(directory, e));
    }
  }

  /// What there is. A socket that lies elsewhere is as safe as the folder that it is in.
  private Set<Path> parts() {
    var parts = new TreeSet<Path>();
    PARTS.stream().map(directory::resolve).filter(Files::exists).forEach(parts::add);
    SocketFile.find(directory)
        .filter(socket -> !socket.startsWith(directory))
        .map(Path::getParent)
        .ifPresent(parts::add);
    return parts;
  }

  private static String names(List<Path> parts) {
    return parts.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /// Whoever runs this, as the file system knows them.
  private UserPrincipal mine() throws IOException {
    var own = Files.createTempFile(directory, "doctor", ".tmp");
    try {
      return Files.getOwner(own);
    } finally {
      Files.delete(own);
    }
  }

  private Check exposed(String what) {
    return Check.fail(
        "directory",
        Problem.of(
            DoctorCode.DATA_EXPOSED,
            what,
            "Give it to the user who runs the program alone: `chown -R USER "
                + directory
                + "` and `chmod -R go= "
                + directory
                + "`"));
  }
}
