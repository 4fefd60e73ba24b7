package dev.perdure.node;

import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.java.FreezeResult;
import dev.perdure.java.Freezer;
import dev.perdure.java.Frozen;
import dev.perdure.java.run.JavaUniverse;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

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

    /// Where the content under a name is, for people.
    String place(String name);
  }

  UniverseStore(Blobs blobs) {
    this.blobs = blobs;
  }

  private static String name(Hash hash) {
    return hash + ".zip";
  }

  /// Keeps a universe. What is kept already is written anew only if it is not the same any more.
  ///
  /// @param roots classes of functions; empty: all that the classes have
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_WRITE_FAILED`
  void keep(Frozen frozen, ClassSource source, List<String> roots) {
    write(Hash.parse(frozen.hash()), pack(frozen, source, roots));
  }

  private void write(Hash hash, byte[] packed) {
    var name = name(hash);
    if (Arrays.equals(packed, present(name))) {
      return;
    }
    try {
      blobs.write(name, packed);
    } catch (IOException e) {
      throw new Problem(
              NodeCode.UNIVERSE_WRITE_FAILED,
              "the universe " + hash.shortText() + " could not be written: " + e,
              blobs.place(name),
              "Check the free space, the health of the disk and who owns the folder, then try"
                  + " again; nothing was deployed or imported")
          .exception(e);
    }
  }

  /// The content under a name; null if there is none that can be read.
  private byte @Nullable [] present(String name) {
    try {
      return blobs.read(name);
    } catch (IOException _) {
      return null;
    }
  }

  private static byte[] pack(Frozen frozen, ClassSource source, List<String> roots) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, ABOUT, about(frozen, roots).getBytes(StandardCharsets.UTF_8));
      for (var className : new TreeMap<>(frozen.classes()).keySet()) {
        var classFile = source.classFile(className);
        if (classFile != null) {
          put(zip, className.replace('.', '/') + ".class", classFile);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e); // writing to memory does not fail
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
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_MISSING` if it is not what its name says,
  ///   `UNIVERSE_WRITE_FAILED`
  void keepPacked(Hash hash, byte[] packed) {
    freeze(hash, packed);
    write(hash, packed);
  }

  /// Checks that a kept universe is there and is what its name says.
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_MISSING`
  void check(Hash hash) {
    freeze(hash, packed(hash));
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
    var result =
        Freezer.strict()
            .trusting(about.getOrDefault("trusted", List.of()))
            .freeze(ClassSource.memory(classes), about.getOrDefault("root", List.of()));
    return switch (result) {
      case Frozen frozen when Hash.parse(frozen.hash()).equals(hash) -> frozen;
      case Frozen frozen -> throw missing(hash, "its classes make the universe " + frozen.hash());
      case FreezeResult.Refused refused ->
          throw missing(hash, refused.problems().getFirst().text());
    };
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
            "Restore the folder universes of the data directory, or deploy the same classes again"
                + " under the same version")
        .exception();
  }
}
