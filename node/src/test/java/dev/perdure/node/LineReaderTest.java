package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.api.Clock;
import dev.perdure.api.Log;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import dev.perdure.engine.Author;
import dev.perdure.engine.Branch;
import dev.perdure.engine.Change;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Level;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Written;
import dev.perdure.index.LineFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
  @TempDir Path directory;

  /// Functions that write lines.
  static final class Talk {
    private final Log log;
    private final Clock clock;
    private final Tasks tasks;

    Talk(Log log, Clock clock, Tasks tasks) {
      this.log = log;
      this.clock = clock;
      this.tasks = tasks;
    }

    @Routed
    String talk(long millis) {
      log.info("before");
      said("inner");
      clock.sleep(Duration.ofMillis(millis));
      log.warn("behind");
      return "done";
    }

    @Routed
    String said(String what) {
      log.debug(what);
      return what;
    }

    @Routed
    String both() {
      tasks.all(() -> said("left"), () -> write("right"));
      return "done";
    }

    private String write(String what) {
      log.error(what);
      return what;
    }
  }

  private static List<Line> lines(Perdure perdure) {
    var lines = new ArrayList<Line>();
    var reader = perdure.node().lines();
    try (var cursor = perdure.node().log(0)) {
      long end = perdure.node().log().durable().value();
      for (long next = 0; next < end; next++) {
        var line = reader.read(cursor.next());
        if (line != null) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  @Test
  void aLineIsToldOnceWhateverAttemptsAndReplaysThereWere() {
    var written = new CopyOnWriteArrayList<String>();
    var config = NodeConfig.in(directory).withLines(line -> written.add(line.text()));
    TaskId task;
    try (var perdure = Perdure.open(config)) {
      perdure.deploy("v1", Talk.class);
      task = perdure.start("talk", List.of(600_000L), StartOptions.NONE);
      Awaitility.await().until(() -> written.size() == 2);
      perdure.node().replay(task, Map.of(), Extras.none());
    }
    try (var perdure = Perdure.open(config)) {
      perdure.node().replay(task, Map.of(), Extras.none());
      perdure.node().cancel(task, new Change("ada", "over"));
      assertThat(perdure.node().await(task)).isInstanceOf(Outcome.Cancelled.class);
      assertThat(lines(perdure)).extracting(Line::text).containsExactly("before", "inner");
      assertThat(perdure.call("talk", 0L, String.class)).isEqualTo("done");
      assertThat(lines(perdure))
          .extracting(Line::text)
          .containsExactly("before", "inner", "before", "inner", "behind");
    }
    assertThat(written).containsExactly("before", "inner", "before", "inner", "behind");
  }

  @Test
  void aLineSaysWhenAndByWhichCodeAndInWhichTraceItWasWritten() {
    try (var perdure = Perdure.open(NodeConfig.in(directory).withLines(_ -> {}))) {
      perdure.deploy("v1", Talk.class);
      long from = System.currentTimeMillis();
      var task = perdure.start("talk", List.of(0L), StartOptions.NONE);
      perdure.await(task, String.class);
      var lines = lines(perdure);
      assertThat(lines)
          .extracting(Line::level)
          .containsExactly(Level.INFO, Level.DEBUG, Level.WARN);
      assertThat(lines)
          .extracting(line -> line.author().function())
          .containsExactly("talk", "said", "talk");
      assertThat(lines)
          .allSatisfy(line -> {
            assertThat(line.author().version()).isEqualTo("v1");
            assertThat(line.author().position()).matches("LineReaderTest\\.java:\\d+");
            assertThat(line.task()).isEqualTo(task);
            assertThat(line.traceId())
                .isEqualTo(TraceContext.of(task, StartOptions.NONE).traceId());
            assertThat(line.atMillis()).isBetween(from, System.currentTimeMillis());
          });
    }
  }

  @Test
  void aBranchWritesAsTheFunctionItRunsOrAsItsTask() {
    try (var perdure = Perdure.open(NodeConfig.in(directory).withLines(_ -> {}))) {
      perdure.deploy("v1", Talk.class);
      perdure.call("both", List.of(), String.class, StartOptions.NONE);
      assertThat(lines(perdure))
          .extracting(line -> line.text() + " by " + line.author().function())
          .containsExactlyInAnyOrder("left by said", "right by both");
    }
  }

  @Test
  void linesOfATaskThatWasTakenInFromElsewhereAreNotTold() {
    Exported exported;
    try (var perdure = Perdure.open(NodeConfig.inMemory().withLines(_ -> {}))) {
      perdure.deploy("v1", Talk.class);
      var task = perdure.start("talk", List.of(0L), StartOptions.NONE);
      perdure.await(task, String.class);
      exported = perdure.node().exportTask(task);
    }
    var told = new CopyOnWriteArrayList<ObservedTask>();
    var observer =
        new Observer() {
          @Override
          public void started(ObservedTask task) {
            told.add(task);
          }

          @Override
          public void ended(ObservedTask task, Event.Finished end) {
            told.add(task);
          }

          @Override
          public void waited(ObservedTask task, Event.Asked asked, Outcome outcome, long at) {
            told.add(task);
          }
        };
    var config = NodeConfig.in(directory).withIndex().withLines(_ -> {}).withObserver(observer);
    try (var perdure = Perdure.open(config)) {
      perdure.node().importTask(exported, new Change("ada", "to look at"));
      assertThat(lines(perdure)).isEmpty();
      var index = perdure.node().index().orElseThrow();
      assertThat(index.askFresh(r -> r.lines(LineFilter.ALL, Long.MAX_VALUE, 10)).answer())
          .isEmpty();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void anObserverIsToldOfStartsWaitsAndEndsInTheOrderOfTheLog() {
    var told = new CopyOnWriteArrayList<String>();
    var observer =
        new Observer() {
          @Override
          public void started(ObservedTask task) {
            told.add("started " + task.function());
          }

          @Override
          public void ended(ObservedTask task, Event.Finished end) {
            told.add("ended " + task.function());
          }

          @Override
          public void waited(ObservedTask task, Event.Asked asked, Outcome outcome, long at) {
            told.add("waited for " + asked.effect());
          }
        };
    var config = NodeConfig.in(directory).withLines(_ -> {}).withObserver(observer);
    try (var perdure = Perdure.open(config)) {
      perdure.deploy("v1", Talk.class);
      perdure.call("talk", 7L, String.class);
    }
    assertThat(told)
        .containsExactly("started talk", "waited for Sleep[duration=PT0.007S]", "ended talk");
    try (var perdure = Perdure.open(config)) {
      perdure.call("said", "hello", String.class);
    }
    assertThat(told).hasSize(5).endsWith("started said", "ended said");
  }

  @Test
  void whatEarlierReleasesDidNotSayIsNotMadeUp() {
    assertThat(Written.of(new Outcome.Returned(Payload.NIL))).isNull();
    assertThat(Written.of(new Outcome.Cancelled("why"))).isNull();
    var written = new Written(7, new Author("f", "v1", "F.java:3"));
    assertThat(Written.of(written.outcome())).isEqualTo(written);
    var event =
        new Event.Recorded(
            new TaskId(1, 2),
            new Place(Branch.ROOT, 0),
            new Effect.LogLine(Level.INFO, "hello"),
            written.outcome());
    assertThat(EventText.of(event)).isEqualTo("0 log INFO hello");
  }
}
