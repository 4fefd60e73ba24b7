package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the sessions of the guide: the blocks of a page are one session, in which `orders.jar` and
/// `discount.jar` are made of the guide's program and `careless.jar` of what a page says it is. A
/// program in wat that begins with a comment is a file of the name that this says.
///
/// Run with `-Dtranscripts.write=true` to write what comes out instead.
class GuideTest {
  private static final Path ROOT = Path.of(System.getProperty("perdure.root"));
  private static final Path PROGRAM =
      ROOT.resolve("examples/src/main/java/dev/perdure/examples/orders");
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CARELESS =
      Pattern.compile("```java\n(package careless;.*?)```", Pattern.DOTALL);

  private static final Pattern WAT =
      Pattern.compile("```wat\n(; (\\S+\\.wat)\n.*?)```", Pattern.DOTALL);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.md",
        "operations.md",
        "server.md",
        "index.md",
        "debugging.md",
        "observability.md",
        "wat-in-an-hour.md"
      })
  void theSessionOfAPageComesOutAsThePageSays(String name) throws IOException {
    var file = ROOT.resolve("docs/guide").resolve(name);
    var page = Files.readString(file);
    writeJars(page);
    for (var program : WAT.matcher(page).results().toList()) {
      Files.writeString(directory.resolve(program.group(2)), program.group(1));
    }
    var real = run(page);
    if (Boolean.getBoolean("transcripts.write")) {
      Files.writeString(file, real);
    }
    assertThat(real).isEqualTo(page);
  }

  private String run(String page) throws IOException {
    try (var session = new Session(new Sandbox(directory))) {
      return BLOCK
          .matcher(page)
          .replaceAll(block ->
              Matcher.quoteReplacement("```console\n" + session.run(block.group(1)) + "```"));
    }
  }

  private void writeJars(String page) throws IOException {
    var program = new HashMap<String, String>();
    try (var files = Files.list(PROGRAM)) {
      for (var file : files.filter(f -> !f.endsWith("package-info.java")).toList()) {
        program.put(className(file), Files.readString(file));
      }
    }
    var discounted = program.remove("DiscountedTotal");
    write("orders", program);
    write("discount", Map.of("DiscountedTotal", discounted, "Line", program.get("Line")));
    for (var source : CARELESS.matcher(page).results().map(r -> r.group(1)).toList()) {
      write("careless", Map.of("Careless", source));
    }
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private void write(String name, Map<String, String> sources) throws IOException {
    Files.write(directory.resolve(name + ".jar"), Sample.jar(sources));
  }
}
