package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortenedTest {
  @TempDir Path directory;

  @Test
  void whatIsNotLargeStaysAsItIs() {
    var text = "x".repeat(Shortened.CHARS_MAX);
    assertThat(Shortened.of(text)).isEqualTo(text);
  }

  @Test
  void ofWhatIsLargeTheBeginningIsShownAndItsSize() {
    assertThat(Shortened.of("x".repeat(1_234_567)))
        .startsWith("x".repeat(Shortened.CHARS_MAX) + "… (")
        .endsWith("… (1,234,567 characters; --json has all)");
  }

  @Test
  void aCharacterIsNotCutInHalf() {
    var text = "x" + "😀".repeat(Shortened.CHARS_MAX);
    assertThat(Shortened.of(text)).startsWith("x😀").contains("😀… (");
  }

  @Test
  void aTaskIsShownWithTheBeginningsOfItsValuesAndAsJsonWithAllOfThem() throws Exception {
    var sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    var large = "n".repeat(300_000);
    sandbox.run("call", "handleRequest", "--key", "k", "\"" + large + "\"");
    var id = sandbox.out("sql", "SELECT id FROM tasks", "--json").replaceAll(PATTERN, "$1");
    assertThat(sandbox.out("task", "show", id))
        .contains("n… (300,00", "--json has all")
        .doesNotContain(large);
    assertThat(sandbox.out("task", "show", id, "--json")).contains(large);
  }

  @Test
  void theResultOfACallIsPrintedHoweverLargeItIs() throws Exception {
    var sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    var large = "7".repeat(1_048_570);
    var result =
        sandbox.run(
            "call",
            "handleRequest",
            "--bind",
            "shop.Catalog=shop.MemoryCatalog",
            "--classpath",
            "shop-v1.jar",
            "\"" + large + "\"");
    assertThat(result.exit()).as(result.err()).isEqualTo(Exit.DONE);
    assertThat(result.out()).isEqualTo("\"Hello Ada" + large + "\"\n");
  }

  private static final String PATTERN = "(?s).*?([0-9a-f]{8}-[0-9a-f-]{27}).*";
}
