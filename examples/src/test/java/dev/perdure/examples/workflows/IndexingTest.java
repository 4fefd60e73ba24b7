package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Debounce;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.testkit.TestPerdure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// Changes that come in bursts.
class IndexingTest {
  private final List<String> told = new CopyOnWriteArrayList<>();

  private static TaskId changed(TestPerdure test, String product, String text) {
    var perdure = test.perdure();
    var atRest = Debounce.of(product, Duration.ofSeconds(5)).withLongest(Duration.ofMinutes(1));
    var options = StartOptions.NONE.withDebounce(atRest);
    return perdure.start("index", List.of(product, text), options);
  }

  @Test
  void ofChangesThatComeSoonAfterEachOtherTheLastIsTold() {
    try (var test = TestPerdure.inMemory()) {
      test.bind(
              Indexing.SearchEngine.class,
              (product, text) -> told.add(test.now() + " " + product + " " + text))
          .deploy("v1", Indexing.class);
      var plum = changed(test, "plum", "blue");
      var pear = changed(test, "pear", "green");
      test.skip(Duration.ofSeconds(4));
      assertThat(changed(test, "plum", "dark blue")).isEqualTo(plum);
      test.end(pear);
      test.end(plum);
      assertThat(told)
          .containsExactly(
              "2030-01-01T00:00:05Z pear green", "2030-01-01T00:00:09Z plum dark blue");
    }
  }

  @Test
  void aProductThatDoesNotComeToRestIsToldAfterAMinute() {
    try (var test = TestPerdure.inMemory()) {
      test.bind(Indexing.SearchEngine.class, (_, text) -> told.add(text))
          .deploy("v1", Indexing.class);
      for (int change = 0; change < 40; change++) {
        changed(test, "plum", "text " + change);
        test.skip(Duration.ofSeconds(3));
      }
      assertThat(told).startsWith("text 19");
    }
  }
}
