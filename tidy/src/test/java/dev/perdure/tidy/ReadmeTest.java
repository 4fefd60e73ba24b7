package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /// Classes that are refused: a test of the command line compiles them from the page.
  private static final String REFUSED = "package careless;";

  /// The pages that strangers read.
  static List<Path> pages() {
    return House.files(
        f -> House.name(f).equals("README.md") || House.name(f).startsWith("docs/guide/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everySnippetStandsLineForLineInCodeThatATestRuns(Path page) {
    var sources =
        House.javaFiles().stream()
            .filter(f -> House.name(f).startsWith("examples/"))
            .map(f -> stripped(House.read(f)))
            .toList();
    for (var snippet : snippets(page)) {
      assertThat(sources)
          .as("a source of examples that contains\n%s", snippet)
          .anyMatch(source -> source.contains(stripped(snippet)));
    }
  }

  @Test
  void theReadmeAndTheJavaGuideShowCode() {
    assertThat(pages().stream().filter(page -> !snippets(page).isEmpty()).map(House::name))
        .contains("README.md", "docs/guide/java.md", "docs/guide/effects.md");
  }

  private static List<String> snippets(Path page) {
    return SNIPPET
        .matcher(House.read(page))
        .results()
        .map(r -> r.group(1))
        .filter(snippet -> !snippet.startsWith(REFUSED))
        .toList();
  }

  /// Without indentation, which depends on what stands around a snippet, and without documentation.
  private static String stripped(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("///"))
        .collect(Collectors.joining("\n"));
  }
}
