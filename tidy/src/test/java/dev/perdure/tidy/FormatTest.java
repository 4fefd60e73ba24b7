package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everyJavaFileIsFormattedAsTheFormatterSays() throws IOException, FormatterException {
    boolean fix = Boolean.getBoolean("tidy.fix");
    var formatter = new Formatter();
    var unformatted = new ArrayList<String>();
    for (var file : House.javaFiles()) {
      var source = House.read(file);
      var formatted = formatter.formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        unformatted.add(House.name(file));
        if (fix) {
          Files.writeString(file, formatted);
        }
      }
    }
    assertThat(unformatted)
        .as(
            "run ./mvnw -pl tidy -am -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dtidy.fix=true test")
        .isEmpty();
  }
}
