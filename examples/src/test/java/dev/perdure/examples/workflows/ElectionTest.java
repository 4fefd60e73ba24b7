package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.StartOptions;
import dev.perdure.node.Perdure;
import dev.perdure.node.TypeToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElectionTest {
  private static final TypeToken<Map<String, Integer>> VOTES = new TypeToken<>() {};

  @Test
  void anElectionTellsHowItStandsWhileItGoesOnAndWhenItIsOver(@TempDir Path dir) {
    try (var perdure = Perdure.open(dir)) {
      perdure.deploy("v1", Election.class);
      var election = perdure.start("election", List.of(), StartOptions.NONE);
      perdure.send(election, "vote", "ada");
      perdure.send(election, "vote", "bob");
      perdure.send(election, "vote", "ada");
      var standings = perdure.query(election, "standings", List.of(), VOTES);
      assertThat(standings).isEqualTo(Map.of("ada", 2, "bob", 1));
      int ada = perdure.query(election, "votesFor", List.of("ada"), Integer.class);
      assertThat(ada).isEqualTo(2);
      perdure.send(election, "vote", "");
      assertThat(perdure.await(election, VOTES)).isEqualTo(standings);
      assertThat(perdure.query(election, "standings", List.of(), VOTES)).isEqualTo(standings);
    }
  }
}
