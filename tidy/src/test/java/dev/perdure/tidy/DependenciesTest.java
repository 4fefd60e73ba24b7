package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DependenciesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<(?:dependency|path|plugin)>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)<");

  @Test
  void everyDependencyAndPluginHasALineWithItsReason() {
    var reasons = House.read(House.ROOT.resolve("docs/dependencies.md"));
    var missing = new TreeSet<String>();
    for (var pom : House.files(f -> f.endsWith("pom.xml"))) {
      var matcher = DEPENDENCY.matcher(House.read(pom));
      while (matcher.find()) {
        var artifact = matcher.group(2);
        if (!matcher.group(1).equals("dev.perdure") && !reasons.contains("`" + artifact + "`")) {
          missing.add(artifact);
        }
      }
    }
    assertThat(missing).as("without a line in docs/dependencies.md").isEmpty();
  }
}
