package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  /// Left for later, and places that exist on one machine only. Written apart, or this file would
  /// be found.
  private static final Pattern BANNED =
      Pattern.compile(
          "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|/ro" + "ot/|/ho" + "me/[a-z]|/wo" + "rk/");

  private static final List<String> ENDINGS =
      List.of(".java", ".md", ".xml", ".sh", ".txt", ".edn", ".yaml", ".properties");

  @Test
  void nothingIsLeftForLaterAndNoPlaceOfOneMachineIsNamed() {
    var found = new ArrayList<String>();
    for (var file : House.files(f -> ENDINGS.stream().anyMatch(f.toString()::endsWith))) {
      int number = 0;
      for (var line : House.read(file).lines().toList()) {
        number++;
        if (BANNED.matcher(line).find()) {
          found.add(House.name(file) + ":" + number + ": " + line.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
