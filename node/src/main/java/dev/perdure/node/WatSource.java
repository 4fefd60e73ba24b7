package dev.perdure.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perdure.java.Freezer;
import dev.perdure.value.Problem;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A program in wat and the files that it loads, in memory.
final class WatSource extends UniverseSource {
  private final Program program;
  private final Map<String, byte[]> files;

  /// @param files by their paths, the entry first
  private WatSource(Program program, Map<String, byte[]> files) {
    this.program = program;
    this.files = files;
  }

  static WatSource read(Path file) throws IOException {
    var entry = file.toAbsolutePath().normalize();
    var files = new LinkedHashMap<String, byte[]>();
    files.put(entry.toString(), Files.readAllBytes(entry));
    var program =
        Program.check(
            entry,
            text(files, entry),
            path -> {
              var content = Files.readAllBytes(path);
              files.put(path.toString(), content);
              return content;
            });
    return new WatSource(program, files);
  }

  private static String text(Map<String, byte[]> files, Path entry) {
    return new String(Objects.requireNonNull(files.get(entry.toString())), UTF_8);
  }

  /// What [FrozenWat#packed] kept.
  static WatSource unpack(Map<String, byte[]> packed) {
    var about = Objects.requireNonNull(packed.get(FrozenWat.ABOUT));
    var names = Packed.lines(about).getOrDefault("file", List.of());
    var files = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < names.size(); i++) {
      files.put(names.get(i), Objects.requireNonNull(packed.get(FrozenWat.file(i))));
    }
    var entry = Path.of(names.getFirst());
    var program =
        Program.check(
            entry,
            text(files, entry),
            path -> {
              var content = files.get(path.toString());
              if (content == null) {
                throw new FileNotFoundException(path + " is not in the bundle");
              }
              return content;
            });
    return new WatSource(program, files);
  }

  @Override
  FrozenUniverse freeze(Freezer freezer) {
    for (var problem : problems(freezer)) {
      throw problem.exception();
    }
    return new FrozenWat(program, files);
  }

  @Override
  List<Problem> problems(Freezer freezer) {
    return program.errors().stream().map(WatSource::problem).toList();
  }

  private static Problem problem(Diagnostic error) {
    var span = error.span();
    return new Problem(
        NodeCode.WAT_REFUSED,
        error.kind().tag() + ": " + error.message(),
        span == null ? "" : span.toString(),
        "`perdure explain " + error.kind().tag() + "` says what that is and what mends it");
  }
}
