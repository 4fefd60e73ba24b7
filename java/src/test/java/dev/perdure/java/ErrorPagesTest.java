package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPagesTest {
  @ParameterizedTest
  @EnumSource(JavaCode.class)
  void everyCodeHasItsPage(JavaCode code) throws IOException {
    var root = System.getProperty("perdure.root");
    var page = Files.readString(Path.of(root, "docs", "errors", code.name() + ".md"));
    assertThat(page)
        .startsWith("# " + code.name())
        .contains("## What happened", "## The usual cause", "## What to do");
  }
}
