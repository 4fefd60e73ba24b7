package dev.perdure.node;

import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.java.Freezer;
import dev.perdure.java.Frozen;
import dev.perdure.java.run.JavaUniverse;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Keeps the class files of universes, as they were before they were frozen, under the hash of what
/// was frozen: so that any node, later release or other machine can freeze them again and run what
/// the log speaks of.
///
/// One zip file a universe: an entry for each class, and `perdure/universe` with the names of the
/// classes of functions and the trusted packages, a line each, `root NAME` or `trusted PACKAGE`.
final class UniverseStore {
  private static final String ABOUT = "perdure/universe";
  private final Blobs blobs;

  /// Where the files are.
  interface Blobs {
    /// The content under a name.
    ///
    /// @throws IOException if there is none
    byte[] read(String name) throws IOException;

    /// Puts content under a name, durably, all or nothing.
    void write(String name, byte[] content) throws IOException;

    /// Whether there is content under a name.
    boolean has(String name);
  }

  UniverseStore(Blobs blobs) {
    this.blobs = blobs;
  }

  private static String name(Hash hash) {
    return hash + ".zip";
  }

  /// Keeps a universe; does nothing if it is kept already.
  ///
  /// @param roots classes of functions; empty: all that the classes have
  void keep(Frozen frozen, ClassSource source, List<String> roots) {
    var name = name(Hash.parse(frozen.hash()));
    if (blobs.has(name)) {
      return;
    }
    try {
      blobs.write(name, pack(frozen, source, roots));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pack(Frozen frozen, ClassSource source, List<String> roots)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, ABOUT, about(frozen, roots).getBytes(StandardCharsets.UTF_8));
      for (var className : new TreeMap<>(frozen.classes()).keySet()) {
        var classFile = source.classFile(className);
        if (classFile != null) {
          put(zip, className.replace('.', '/') + ".class", classFile);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String about(Frozen frozen, List<String> roots) {
    var lines = new StringBuilder();
    roots.forEach(root -> lines.append("root ").append(root).append('\n'));
    frozen.trusted().forEach(t -> lines.append("trusted ").append(t).append('\n'));
    return lines.toString();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /// The packed universe, to be taken elsewhere.
  byte[] packed(Hash hash) {
    try {
      return blobs.read(name(hash));
    } catch (IOException e) {
      throw missing(hash, e.toString());
    }
  }

  /// Keeps a universe that was packed elsewhere.
  void keepPacked(Hash hash, byte[] packed) {
    freeze(hash, packed);
    if (!blobs.has(name(hash))) {
      try {
        blobs.write(name(hash), packed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Freezes a kept universe again and loads it.
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_MISSING` if it is not there, or is not
  ///   what its name says
  ///
  /// @param metered whether its code can be run on a budget
  JavaUniverse load(Version version, Hash hash, boolean metered) {
    return new JavaUniverse(version, freeze(hash, packed(hash)), metered);
  }

  private static Frozen freeze(Hash hash, byte[] packed) {
    var classes = new HashMap<String, byte[]>();
    var about = unpack(hash, packed, classes);
    var frozen =
        Freezer.strict()
            .trusting(about.getOrDefault("trusted", List.of()))
            .freeze(ClassSource.memory(classes), about.getOrDefault("root", List.of()))
            .orThrow();
    if (!Hash.parse(frozen.hash()).equals(hash)) {
      throw missing(hash, "its classes make the universe " + frozen.hash());
    }
    return frozen;
  }

  private static Map<String, List<String>> unpack(
      Hash hash, byte[] packed, Map<String, byte[]> classes) {
    var about = "";
    try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var content = zip.readAllBytes();
        var name = entry.getName();
        if (name.equals(ABOUT)) {
          about = new String(content, StandardCharsets.UTF_8);
        } else if (name.endsWith(".class")) {
          classes.put(name.substring(0, name.length() - 6).replace('/', '.'), content);
        }
      }
    } catch (IOException e) {
      throw missing(hash, e.toString());
    }
    return Arrays.stream(about.split("\n"))
        .filter(line -> line.contains(" "))
        .collect(
            Collectors.groupingBy(
                line -> line.substring(0, line.indexOf(' ')),
                Collectors.mapping(
                    line -> line.substring(line.indexOf(' ') + 1), Collectors.toList())));
  }

  private static RuntimeException missing(Hash hash, String why) {
    return Problem.of(
            NodeCode.UNIVERSE_MISSING,
            "the universe " + hash.shortText() + " cannot be loaded: " + why,
            "Restore the folder universes of the data directory, or deploy the same classes again")
        .exception();
  }
}
