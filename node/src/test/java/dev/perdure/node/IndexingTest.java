package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.index.Index;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.QueryLimits;
import dev.perdure.index.Rows;
import dev.perdure.index.TaskFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexingTest {
  @TempDir Path dir;

  private Perdure opened() {
    var perdure = Perdure.open(NodeConfig.in(dir).withIndex());
    perdure.deploy("v1", Passing.class);
    return perdure;
  }

  private static void run(Perdure perdure) {
    assertThat(perdure.call("step", "sleep", String.class)).isEqualTo(Passing.NAME);
  }

  private static Node.IndexFigures figures(Perdure perdure) {
    return perdure.node().indexFigures().orElseThrow();
  }

  private static void awaitInStep(Perdure perdure) {
    await()
        .until(() -> {
          var figures = figures(perdure);
          return figures.problem() == null && figures.lag().isNone();
        });
  }

  private Rows ask(String sql) {
    try (var reader = IndexReader.open(dir)) {
      return reader.query(sql, QueryLimits.defaults());
    }
  }

  private long tasks() {
    return (long)
        Objects.requireNonNull(ask("select count(*) from tasks").rows().getFirst().getFirst());
  }

  @Test
  void theIndexFollowsTheNode() {
    try (var perdure = opened()) {
      for (int i = 1; i <= 3; i++) {
        run(perdure);
        awaitInStep(perdure);
        assertThat(ask("select status, result from tasks").rows())
            .hasSize(i)
            .allMatch(row -> row.equals(List.of("done", "\"passing\"")));
      }
      assertThat(figures(perdure).events()).isEqualTo(perdure.node().log().durable().value());
    }
  }

  @Test
  void aNodeThatIsClosedLeavesItsIndexInStep() {
    long end;
    try (var perdure = opened()) {
      run(perdure);
      end = perdure.node().log().end().value();
    }
    try (var reader = IndexReader.open(dir)) {
      assertThat(reader.position().nextOffset()).isGreaterThanOrEqualTo(end);
    }
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void aNodeWhoseIndexCannotBeKeptGoesOnSaysSoAndTriesAgain() throws IOException {
    var place = Files.writeString(dir.resolve("index"), "in the way");
    try (var perdure = opened()) {
      run(perdure);
      await().until(() -> figures(perdure).problem() != null);
      var figures = figures(perdure);
      assertThat(Objects.requireNonNull(figures.problem()).code())
          .isEqualTo(IndexCode.INDEX_UNUSABLE);
      assertThat(figures.lag().events()).isPositive();
      run(perdure);
      Files.delete(place);
      awaitInStep(perdure);
      assertThat(tasks()).isEqualTo(2);
    }
  }

  @Test
  void anIndexThatIsDeletedWhileTheNodeRunsIsMadeAnew() {
    try (var perdure = opened()) {
      run(perdure);
      awaitInStep(perdure);
      Index.delete(dir);
      run(perdure);
      await().until(() -> Files.exists(dir.resolve("index/index.db")));
      awaitInStep(perdure);
      await().until(() -> tasks() == 2);
    }
  }

  @Test
  void withoutAnIndexNothingIsKept() {
    try (var perdure = Perdure.open(NodeConfig.in(dir))) {
      assertThat(perdure.node().indexFigures()).isEmpty();
    }
    try (var perdure = Perdure.open(NodeConfig.inMemory().withIndex())) {
      assertThat(perdure.node().indexFigures()).isEmpty();
    }
    assertThat(dir.resolve("index")).doesNotExist();
  }

  @Test
  void aFreshAnswerHasAllThatWasDoneBefore() {
    try (var perdure = opened()) {
      var index = perdure.node().index().orElseThrow();
      for (int i = 1; i <= 20; i++) {
        run(perdure);
        assertThat(index.askFresh(IndexingTest::count).answer()).isEqualTo(i);
      }
    }
  }

  private static long count(IndexReader reader) {
    return reader.tasks(TaskFilter.ALL, 1_000).count();
  }

  @Test
  void whoAsksForAnIndexThatCannotBeKeptIsToldWhy() throws IOException {
    Files.createDirectories(dir);
    Files.writeString(dir.resolve("index"), "a file in the folder's place");
    try (var perdure = opened()) {
      var index = perdure.node().index().orElseThrow();
      assertThatThrownBy(() -> index.ask(IndexingTest::count))
          .hasMessageContaining("INDEX_UNUSABLE");
    }
  }

  @Test
  void whileTheIndexCannotBeKeptNobodyIsAnsweredFromWhatItHeldBefore() throws SQLException {
    try (var perdure = opened()) {
      run(perdure);
      awaitInStep(perdure);
      var index = perdure.node().index().orElseThrow();
      try (var other = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("index/index.db"));
          var statement = other.createStatement()) {
        statement.execute("begin immediate");
        run(perdure);
        await().until(() -> figures(perdure).problem() != null);
        assertThatThrownBy(() -> index.ask(IndexingTest::count))
            .hasMessageContaining("INDEX_UNUSABLE");
      }
      assertThat(index.ask(IndexingTest::count).answer()).isEqualTo(2);
    }
  }

  @Test
  void anIndexThatWasDeletedIsAskedAgainWhenItIsMadeAnew() {
    try (var perdure = opened()) {
      run(perdure);
      var index = perdure.node().index().orElseThrow();
      assertThat(index.askFresh(IndexingTest::count).answer()).isEqualTo(1);
      Index.delete(dir);
      run(perdure);
      await().ignoreExceptions().until(() -> index.askFresh(IndexingTest::count).answer() == 2);
    }
  }

  @Test
  void aNodeThatIsClosedAnswersNoQuestions() {
    var perdure = opened();
    var index = perdure.node().index().orElseThrow();
    perdure.close();
    assertThatThrownBy(() -> index.ask(IndexingTest::count)).hasMessageContaining("ENGINE_STOPPED");
  }
}
