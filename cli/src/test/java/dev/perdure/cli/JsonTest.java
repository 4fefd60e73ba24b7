package dev.perdure.cli;

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
        "12N | \"12N\"",
        ":shop/total | \"shop/total\"",
        "[1 (2) \"a\\\"\\n\"] | [1,[2],\"a\\\"\\n\"]",
        "{:id 7} | {\"id\":7}",
        "{[1] 7} | {\"[1]\":7}",
        "#{1} | [1]",
        "#shop/order 7 | \"#shop/order 7\"",
      })
  void aValueBecomesTheNearestJson(String edn, String json) {
    assertThat(Json.write(Edn.read(edn))).isEqualTo(json);
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
