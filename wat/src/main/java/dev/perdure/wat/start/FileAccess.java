package dev.perdure.wat.start;

import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.library.Made;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Files by their names, as far as they are granted (W14.3, W15.4): each answer is a `Result` with
/// `IoError`. Without a grant nothing is said of a file, not even whether there is one.
final class FileAccess {
  private static final String ERROR = "wat::io::IoError";

  private final Grants grants;

  FileAccess(Grants grants) {
    this.grants = grants;
  }

  /// What is done with a file that is granted.
  @FunctionalInterface
  private interface Action {
    Object on(Path real) throws IOException;
  }

  private Variant read(String written, Action action) {
    return granted(written, "--allow-read ", grants::mayRead, action);
  }

  private Variant write(String written, Action action) {
    return granted(written, "--allow-write ", grants::mayWrite, action);
  }

  private Variant granted(String written, String flag, Predicate<Path> may, Action action) {
    var real = real(written);
    if (real == null || !may.test(real)) {
      return Variant.err(Made.variant(ERROR, "GrantMissing", flag + written));
    }
    try {
      return Variant.ok(action.on(real));
    } catch (IOException e) {
      return error(written, e);
    }
  }

  /// Null of what is no path, or is behind a link that leads nowhere.
  private @Nullable Path real(String written) {
    try {
      return Grants.real(grants.directory().resolve(written));
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  private static Variant error(String written, IOException e) {
    return Variant.err(
        switch (e) {
          case NoSuchFileException _ -> Made.variant(ERROR, "NotFound", written);
          case AccessDeniedException _ -> Made.variant(ERROR, "Denied", written);
          case NotDirectoryException _ -> other(written + " is no folder");
          case CharacterCodingException _ -> other(written + " is not UTF-8");
          default -> other(e.getMessage() == null ? e.toString() : e.getMessage());
        });
  }

  private static Variant other(String message) {
    return Made.variant(ERROR, "Other", message);
  }

  /// The text of a file.
  Variant text(String path) {
    return read(
        path,
        real -> {
          requireFile(real);
          try (var in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            return Bytes.text(Bytes.all(in));
          }
        });
  }

  private static void requireFile(Path real) throws IOException {
    if (Files.isDirectory(real)) {
      throw new IOException(real.getFileName() + " is a folder");
    }
  }

  /// The bytes of a file, as they are in Java.
  Variant bytes(String path) {
    return read(
        path,
        real -> {
          requireFile(real);
          try (var in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            return Bytes.all(in);
          }
        });
  }

  /// Puts a text in a file, in place of what was there.
  Variant write(String path, String text) {
    return write(
        path,
        real -> {
          try (var channel = opened(real)) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
          }
          return Nothing.NIL;
        });
  }

  /// The path has no links; none that is put there meanwhile is followed.
  private static FileChannel opened(Path real) throws IOException {
    return FileChannel.open(
        real,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        LinkOption.NOFOLLOW_LINKS);
  }

  /// The names in a folder, sorted.
  Variant list(String path) {
    return read(
        path,
        real -> {
          var names = new ArrayList<String>();
          try (var entries = Files.newDirectoryStream(real)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
          }
          names.sort(null);
          return Vector.ofAll(names);
        });
  }

  /// A file to read from.
  Variant reader(String path) {
    return read(
        path,
        real -> {
          requireFile(real);
          return ReaderHandle.of(
              FileChannel.open(real, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
        });
  }

  /// A file to write to, emptied.
  Variant writer(String path) {
    return write(path, real -> WriterHandle.of(opened(real)));
  }

  /// A new file in the folder for such, which goes away with the process.
  Variant temporary() {
    var folder = System.getProperty("java.io.tmpdir");
    return write(
        folder,
        real -> {
          var file = Files.createTempFile(real, "wat-", ".tmp");
          file.toFile().deleteOnExit();
          return new TempFileHandle(file);
        });
  }
}
