package dev.perdure.examples.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
  private static final int REQUESTS = 300;
  private static final int CLIENTS = 128;

  @ParameterizedTest
  @ValueSource(longs = {7, 11})
  void everyCheckHoldsAndTheFindingsFollowTheSeed(long seed, @TempDir Path dir) throws IOException {
    var told = new ByteArrayOutputStream();
    var story = new Story(new PrintStream(told, true, StandardCharsets.UTF_8));
    var figures = Demo.play(new Options(seed, dir, REQUESTS, CLIENTS), story);
    assertThat(story.broken()).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(figures.comparisons()).hasSize(1);
    assertThat(figures.comparisons().getFirst().users())
        .isEqualTo(Scenario.of(seed, REQUESTS).planted());
    assertThat(DemoReport.of(dir)).isEqualTo(figures);
  }

  @Test
  void anotherSeedPlantsOtherCustomers() {
    var planted =
        Set.of(
            Scenario.of(1, REQUESTS).planted(),
            Scenario.of(2, REQUESTS).planted(),
            Scenario.of(3, REQUESTS).planted());
    assertThat(planted).hasSize(3);
    assertThat(Scenario.of(1, REQUESTS)).isEqualTo(Scenario.of(1, REQUESTS));
  }

  @Test
  void theFirstHalfOfTheStreamNamesEveryPlantedCustomer() {
    for (long seed = 0; seed < 100; seed++) {
      var scenario = Scenario.of(seed, REQUESTS);
      assertThat(scenario.firstHalf()).containsAll(scenario.planted());
      assertThat(scenario.stream()).hasSize(REQUESTS);
    }
  }

  @Test
  void aDirectoryThatIsNotTheDemosIsLeftAlone(@TempDir Path dir) throws IOException {
    var precious = Files.writeString(dir.resolve("precious"), "kept");
    var out = new ByteArrayOutputStream();
    int code = Demo.run(new PrintStream(out), "--data", dir.toString());
    assertThat(code).isEqualTo(2);
    assertThat(precious).hasContent("kept");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("is no directory of the demo");
  }

  @Test
  void anUnknownOptionIsRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(Demo.run(new PrintStream(out), "--sed", "7")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("no option --sed");
  }

  @Test
  void aSeedThatIsNoNumberIsRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(Demo.run(new PrintStream(out), "--seed", "x")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--seed wants a number, not x");
  }
}
