package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

  @Test
  void everySnippetStandsLineForLineInCodeThatATestRuns() {
    var sources =
        House.javaFiles().stream()
            .filter(f -> House.name(f).startsWith("examples/"))
            .map(f -> stripped(House.read(f)))
            .toList();
    var snippets = snippets();
    assertThat(snippets).isNotEmpty();
    for (var snippet : snippets) {
      assertThat(sources)
          .as("a source of examples that contains\n%s", snippet)
          .anyMatch(source -> source.contains(stripped(snippet)));
    }
  }

  @Test
  void everyLinkLeadsToAFileOfTheProject() {
    var matcher = LINK.matcher(readme());
    while (matcher.find()) {
      assertThat(House.ROOT.resolve(matcher.group(1))).exists();
    }
  }

  private static String readme() {
    return House.read(House.ROOT.resolve("README.md"));
  }

  private static List<String> snippets() {
    return SNIPPET.matcher(readme()).results().map(r -> r.group(1)).toList();
  }

  /// Without indentation, which depends on what stands around a snippet, and without documentation.
  private static String stripped(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("///"))
        .collect(Collectors.joining("\n"));
  }
}
