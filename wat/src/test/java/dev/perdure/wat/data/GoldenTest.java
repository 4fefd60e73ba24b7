package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Edn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The texts of values that people and other programs read, and those that are hashed.
/// `-Dperdure.golden=write` writes them anew, for a change that is meant.
class GoldenTest {
  private static final Path FILE =
      Path.of(
          System.getProperty("perdure.root", ".."), "wat/src/test/resources/golden/values-1.txt");

  @Test
  void textsStayAsTheyAre() throws IOException {
    var text = new StringBuilder();
    for (long seed = 1; seed <= 60; seed++) {
      var gen = new Gen(seed);
      var type = gen.type(3);
      var value = gen.value(type);
      text.append(type).append('\n');
      line(text, "write", EdnWriter.write(value));
      line(text, "canonical", EdnWriter.writeCanonical(value));
      line(text, "show", Show.of(value));
      line(text, "json", Json.write(value));
      line(text, "natural", Json.writeNatural(value));
      line(text, "portable", Edn.print(Portable.toValue(value)));
      line(text, "hash", Integer.toHexString(Order.hash(value)));
      text.append('\n');
    }
    if ("write".equals(System.getProperty("perdure.golden"))) {
      Files.writeString(FILE, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(FILE));
  }

  private static void line(StringBuilder text, String name, String content) {
    text.append("  ").append(name).append(' ').append(content).append('\n');
  }
}
