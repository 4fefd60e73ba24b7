package dev.perdure.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static JsonTree read(String text) {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[true,false,-1.50e+3,\"\\u2603 \\\"\"]",
        "{\"a\":{\"b\":[]},\"c\":{}}",
        "123456789012345678901234567890.10",
      })
  void aTextIsReadAsItIsWritten(String text) {
    assertThat(Json.write(read(text)).replace("☃", "\\u2603")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | the text is empty",
        "[1 | line 1",
        "[1,] | line 1",
        "{\"a\":1,\"a\":2} | line 1",
        "[1] 2 | something follows",
        "{'a':1} | line 1",
        "NaN | line 1",
        "01 | line 1",
      })
  void whatIsNoJsonIsToldWithItsPlace(String text, String says) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(JsonCode.JSON_SYNTAX);
              assertThat(e.problem().text()).contains(says);
            });
  }

  @Test
  void aTextThatIsNestedTooDeeplyIsRefused() {
    assertThat(read("[".repeat(200) + "]".repeat(200))).isInstanceOf(JsonTree.Array.class);
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(JsonCode.JSON_LIMIT));
  }

  @Test
  void anAnswerMayBeLongerThanWhatComesFromOutside() {
    var text = ("[\"" + "a".repeat(20 << 20) + "\"]").getBytes(StandardCharsets.UTF_8);
    assertThat(JsonReader.readAnswer(text)).isInstanceOf(JsonTree.Array.class);
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(JsonCode.JSON_LIMIT));
  }

  @Test
  void ofATextThatIsNotClosedOnlyTheEndIsNamed() {
    assertThatThrownBy(() -> read("[1, 2"))
        .hasMessageContaining("expected close marker for Array (at line 1, column 6)");
  }
}
