package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPagesTest {
  @ParameterizedTest
  @EnumSource(ValueCode.class)
  void everyCodeHasAPage(ValueCode code) {
    var root = Path.of(System.getProperty("perdure.root", ".."));
    assertThat(root.resolve("docs/errors").resolve(code.name() + ".md"))
        .content()
        .contains("# " + code.name(), "## What happened", "## The usual cause", "## What to do");
  }
}
