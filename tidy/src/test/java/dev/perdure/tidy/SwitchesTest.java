package dev.perdure.tidy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchesTest {
  private static final String BOOTSTRAPS = "java/lang/runtime/SwitchBootstraps";

  private static List<Path> modules() {
    return House.files(file -> file.endsWith("pom.xml")).stream()
        .filter(pom -> House.read(pom).contains("<typeSwitches.skip>false"))
        .map(Path::getParent)
        .toList();
  }

  @Test
  void noSwitchOfWhatEveryCommandNeedsIsLinkedWhenItIsReached() throws IOException {
    assertThat(modules()).hasSizeGreaterThan(2);
    var left = new ArrayList<Path>();
    for (var module : modules()) {
      try (var files = Files.walk(module.resolve("target/classes"))) {
        var classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        assertThat(classes).isNotEmpty();
        for (var file : classes) {
          if (Files.readString(file, ISO_8859_1).contains(BOOTSTRAPS)) {
            left.add(file);
          }
        }
      }
    }
    assertThat(left).isEmpty();
  }
}
