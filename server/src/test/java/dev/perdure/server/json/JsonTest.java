package dev.perdure.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Edn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nil | null",
        "true | true",
        "-3 | -3",
        "9007199254740992 | 9007199254740992",
        "9007199254740993 | \"9007199254740993\"",
        "-9223372036854775808 | \"-9223372036854775808\"",
        "1.5 | 1.5",
        "##NaN | \"NaN\"",
        "12N | \"12\"",
        ":shop/total | \"shop/total\"",
        "[1 (2) \"a\\\"\\n\"] | [1,[2],\"a\\\"\\n\"]",
        "{:id 7} | {\"id\":7}",
        "{[1] 7} | [[[1],7]]",
        "{1 7 :a 8} | {\"a\":8,\"1\":7}",
        "{1 7 \"1\" 8} | [[\"1\",8],[1,7]]",
        "#{1} | [1]",
        "#shop/order 7 | {\"$type\":\"order\",\"$value\":7}",
        "#Shape/Circle {:r 1} | {\"$type\":\"Circle\",\"r\":1}",
        "#Shape/Odd {:$value 1} | {\"$type\":\"Odd\",\"$value\":{\"$value\":1}}",
        "#time/Duration \"PT1S\" | \"PT1S\"",
        "#inst \"2026-01-31T08:30:00Z\" | \"2026-01-31T08:30:00Z\"",
        "12.50M | \"12.50\"",
        "\\a | \"a\"",
      })
  void aValueBecomesTheNearestJson(String edn, String json) {
    assertThat(Json.write(Edn.read(edn))).isEqualTo(json);
  }

  @Test
  void whatIsNoDataIsWrittenAsItsText() {
    assertThat(Json.write(Data.of("file", java.nio.file.Path.of("a/b"))))
        .isEqualTo("{\"file\":\"a/b\"}");
  }

  @Test
  void anObjectKeepsTheOrderOfItsFields() {
    var data =
        Data.of("z", 1)
            .with("a", null)
            .withAny("left", "")
            .with("list", Arrays.asList("\u0001", List.of()));
    assertThat(Json.write(data)).isEqualTo("{\"z\":1,\"a\":null,\"list\":[\"\\u0001\",[]]}");
  }
}
