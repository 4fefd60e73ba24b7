package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenTest {
  @Test
  void printedFormsStayAsTheyAre() {
    var values = Edn.readAll(Golden.read("values.edn"), "values.edn", Limits.OUTSIDE);
    var text = values.stream().map(Edn::print).collect(Collectors.joining("\n", "", "\n"));
    Golden.check("printed.edn", text);
  }

  @Test
  void prettyFormsStayAsTheyAre() {
    var value = Edn.read(Golden.read("pretty.edn"));
    Golden.check("pretty.edn", Edn.pretty(value) + "\n");
  }

  @Test
  void bytesHashCodesAndHashesStayAsTheyAre() {
    var values = Edn.readAll(Golden.read("values.edn"), "values.edn", Limits.OUTSIDE);
    Golden.check("bytes.txt", values.stream().map(GoldenTest::row).collect(Collectors.joining()));
  }

  private static String row(Value value) {
    var bytes = HexFormat.of().formatHex(ValueCodec.encode(value));
    var hash = Hash.of(value).shortText();
    return "%08x %s %s %s%n".formatted(value.hashCode(), hash, bytes, value);
  }

  @Test
  void bytesOfEarlierReleasesAreStillRead() {
    for (var row : Golden.read("bytes.txt").lines().toList()) {
      var parts = row.split(" ", 4);
      var value = ValueCodec.decode(HexFormat.of().parseHex(parts[2]));
      assertThat(value).hasToString(parts[3]);
      assertThat("%08x".formatted(value.hashCode())).isEqualTo(parts[0]);
    }
  }

  @Test
  void refusalsStayAsTheyAre() {
    var text = new StringBuilder();
    for (var row : Golden.read("refusals.txt").split("\n----\n")) {
      var input = row.split("\n=> ", 2)[0];
      text.append(input).append("\n=> ").append(refusal(input)).append("\n----\n");
    }
    Golden.check("refusals.txt", text.toString());
  }

  private static String refusal(String input) {
    try {
      return "read as "
          + Edn.read(input, "in.edn", Limits.OUTSIDE.withDepthMax(4).withTokenMax(30));
    } catch (PerdureException e) {
      return e.problem().text();
    }
  }
}
