package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Arguments from a file and from the input.
class ArgumentFileTest {
  private final Path file;
  private final Sandbox sandbox;

  ArgumentFileTest(@TempDir Path directory) throws IOException {
    file = directory.resolve("page.edn");
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
  }

  private Sandbox.Result call(String typed, String function, String from) {
    return sandbox.talk(
        typed,
        "call",
        function,
        "--args-file",
        from,
        "--bind",
        "shop.Catalog=shop.MemoryCatalog",
        "--classpath",
        "shop-v1.jar");
  }

  @Test
  void argumentsThatDoNotFitACommandLineComeFromAFile() throws IOException {
    var large = "7".repeat(3_000_000);
    Files.writeString(file, "; as it was found\n\"" + large + "\" ; its end");
    var result = call("", "handleRequest", "page.edn");
    assertThat(result.exit()).as(result.err()).isEqualTo(Exit.DONE);
    assertThat(result.out()).isEqualTo("\"Hello Ada" + large + "\"\n");
  }

  @Test
  void aDashIsTheInputWhoseLinesAreTakenAsTheyAre() {
    var result = call("\"7\r\n8\"\n", "handleRequest", "-");
    assertThat(result.out()).isEqualTo("\"Hello Ada7\\r\\n8\"\n");
  }

  @Test
  void thereIsOneValueForEachParameter() throws IOException {
    Files.writeString(file, "1 2");
    assertThat(call("", "nap", "page.edn").err())
        .startsWith("VALUE_MISMATCH: nap takes 1 argument");
    Files.writeString(file, "");
    assertThat(call("", "nap", "page.edn").err()).contains("not 0");
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() throws IOException {
    Files.writeString(file, "\"7\"\n [1");
    assertThat(call("", "nap", "page.edn").err())
        .startsWith("EDN_INCOMPLETE: ")
        .contains(file + ":2:2");
    Files.write(file, new byte[] {'"', (byte) 0xff, '"'});
    assertThat(call("", "nap", "page.edn").err())
        .startsWith("FILE_UNUSABLE: " + file + " cannot be read as UTF-8");
    Files.writeString(file, " ".repeat(17_000_000));
    assertThat(call("", "nap", "page.edn").err()).startsWith("EDN_LIMIT: ");
  }
}
