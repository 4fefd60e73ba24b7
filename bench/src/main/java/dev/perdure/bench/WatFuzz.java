package dev.perdure.bench;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.freeze.Sources;
import dev.perdure.wat.library.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a fuzzer that is guided by coverage feeds: whatever the text, it is read and checked, also
/// after an edit, and an answer comes in time and within memory. `bench/run.sh fuzz` runs it.
public final class WatFuzz {
  private static final int SEED_CHARS_MAX = 1500;
  private static final int WORD_CHARS_MAX = 60;

  private static final Path ENTRY = Path.of("/fuzz.wat");
  private static final Sources NONE =
      path -> {
        throw new IOException("nothing is loaded");
      };

  private WatFuzz() {}

  /// Reads and checks one text, and checks it again after an edit; what is wrong with it is told as
  /// diagnostics.
  ///
  /// @param bytes UTF-8, or not
  public static void fuzzerTestOneInput(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var program = Program.check(ENTRY, text, NONE);
    var checked = program.checked();
    if (checked == null) {
      return;
    }
    var again = Program.check(ENTRY, "; edited\n" + text, NONE, checked);
    if (again.errors().size() != program.errors().size()) {
      throw new IllegalStateException(again.errors() + " and not " + program.errors());
    }
  }

  /// Writes what the fuzzer begins with: the programs of the rules, in `corpus`, and the names of
  /// the library, in `words`.
  ///
  /// @param args where to write, and the folder of the rules
  public static void main(String... args) throws IOException {
    var corpus = Files.createDirectories(Path.of(args[0], "corpus"));
    int number = 0;
    try (var files = Files.list(Path.of(args[1]))) {
      for (var file : files.sorted().toList()) {
        for (var program : programs(Files.readString(file))) {
          Files.writeString(corpus.resolve("rule" + number++), program);
        }
      }
    }
    var words =
        Library.get().names().stream()
            .filter(name -> name.length() < WORD_CHARS_MAX)
            .sorted()
            .map(name -> "\":" + name + "\"")
            .toList();
    Files.write(Path.of(args[0], "words"), words);
    System.out.println(number + " programs, " + words.size() + " words");
  }

  /// The programs of a file of rules, as far as they are short.
  private static List<String> programs(String rules) {
    return List.of(rules.split("(?m)^## .*$")).stream()
        .map(rule -> rule.replaceAll("(?m)^-- .*$", "").strip())
        .map(rule -> rule.replaceAll("(?<=[<,>])%", "wat::core::").replace(":%", ":wat::core::"))
        .map(rule -> rule.replaceAll("%(?=\\S)", ":wat::core::"))
        .filter(program -> !program.isEmpty() && program.length() < SEED_CHARS_MAX)
        .toList();
  }
}
