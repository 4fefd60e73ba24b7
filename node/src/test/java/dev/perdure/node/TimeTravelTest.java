package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.api.Clock;
import dev.perdure.api.Log;
import dev.perdure.api.Routed;
import dev.perdure.engine.Change;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.Step;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.TimeTravel;
import dev.perdure.value.Str;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// E33: tasks of real universes, walked while their node goes on.
@Timeout(60)
class TimeTravelTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private Perdure perdure;

  /// Functions that call each other.
  public static final class Sums {
    private final Clock clock;
    private final Log log;

    public Sums(Clock clock, Log log) {
      this.clock = clock;
      this.log = log;
    }

    @Routed
    public long sum(int n) {
      return n == 0 ? 0 : n + sum(n - 1);
    }

    @Routed
    public long readings(int times) {
      long sum = 0;
      for (int i = 0; i < times; i++) {
        sum += clock.now().getNano() % 2;
      }
      return sum;
    }

    @Routed
    public String fails(String why) {
      log.info("failing: {}", why);
      throw new IllegalStateException(why);
    }

    @Routed
    public String caught(String why) {
      try {
        return fails(why);
      } catch (IllegalStateException e) {
        return "caught " + e.getMessage();
      }
    }
  }

  /// Another version of one of them.
  public static final class SilentSums {
    @Routed
    public String fails(String why) {
      throw new IllegalStateException(why + "!");
    }
  }

  @BeforeEach
  void open() {
    perdure = Perdure.open(NodeConfig.inMemory().withLines(_ -> {}));
    perdure.deploy("v1", Sums.class, Waits.class);
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private TaskId ended(String function, Object... arguments) {
    var task = perdure.start(function, List.of(arguments), StartOptions.NONE);
    assertThat(perdure.node().await(task, PATIENCE)).isPresent();
    return task;
  }

  private static List<String> texts(TimeTravel travel) {
    return travel.timeline().moments(0, 1_000).stream().map(TimeTravelTest::text).toList();
  }

  private static String text(Moment moment) {
    var at = moment.step().at().position();
    return moment.kind()
        + (moment.name().isEmpty() ? "" : " " + moment.name())
        + (at.isEmpty() ? "" : " " + at.substring(0, at.indexOf(':')));
  }

  @Test
  void callsOfOneUniverseAreMomentsWithTheirArgumentsThoughTheyAreLinkedStraightWhenLive() {
    var travel = perdure.timeTravel(ended("sum", 3));
    assertThat(texts(travel))
        .containsExactly(
            "CALL sum",
            "CALL sum TimeTravelTest.java",
            "CALL sum TimeTravelTest.java",
            "CALL sum TimeTravelTest.java",
            "RETURN sum",
            "RETURN sum",
            "RETURN sum",
            "RETURN sum",
            "END");
    travel.to(3);
    var stack = Objects.requireNonNull(travel.moment().frame()).down(10);
    assertThat(stack)
        .extracting(f -> f.call().arguments().toString())
        .containsExactly("[0]", "[1]", "[2]", "[3]");
    travel.out();
    travel.out();
    assertThat(travel.moment().outcome()).isEqualTo(new Outcome.Returned(Payload.of(1)));
  }

  @Test
  void whatIsThrownIsShownWithTheLineItCameFromAndIsTheSameAtEachVisit() {
    var travel = perdure.timeTravel(ended("caught", "luck"));
    assertThat(travel.next(m -> m.kind() == Moment.Kind.RETURN)).isTrue();
    var thrown = travel.moment();
    var failure = ((Outcome.Threw) Objects.requireNonNull(thrown.outcome())).failure();
    assertThat(failure.trace())
        .isNotEmpty()
        .allMatch(line ->
            line.startsWith("v1//")
                || line.startsWith("dev.perdure.engine")
                || line.startsWith("java.base"));
    assertThat(failure.trace().getLast()).startsWith("v1//");
    assertThat(travel.timeline().moments(thrown.number(), 1)).containsExactly(thrown);
    travel.toEnd();
    assertThat(travel.moment().outcome())
        .isEqualTo(new Outcome.Returned(Payload.of(new Str("caught luck"))));
    assertThat(travel.lines(5)).extracting(Effect.LogLine::text).containsExactly("failing: luck");
  }

  @Test
  void aTaskThatWaitsEndsAtWhatItWaitsForAndWhatComesLaterIsInTheNextWalk() {
    var task = perdure.start("asksTwice", List.of(), StartOptions.NONE);
    perdure.send(task, "word", "one");
    await().atMost(PATIENCE).until(() -> texts(perdure.timeTravel(task)).contains("RETURN ask"));
    var travel = perdure.timeTravel(task);
    assertThat(texts(travel))
        .containsExactly(
            "CALL asksTwice",
            "CALL ask Waits.java",
            "MESSAGE receive word Waits.java",
            "RETURN ask",
            "CALL ask Waits.java",
            "STOP receive word Waits.java",
            "END");
    travel.toEnd();
    travel.back();
    assertThat(travel.standpoint().state().waiting()).hasSize(1);
    assertThat(travel.standpoint().state().mailbox().signals()).isEmpty();
    travel.to(1);
    assertThat(travel.standpoint().state().waiting()).isEmpty();
    perdure.send(task, "word", "two");
    perdure.await(task, String.class);
    assertThat(texts(travel))
        .as("the walk that has begun")
        .contains("STOP receive word Waits.java");
    assertThat(texts(perdure.timeTravel(task))).doesNotContain("STOP receive word Waits.java");
  }

  @Test
  void aRaceWithAChildShowsBothBranchesTheWinnerAndTheChildsId() {
    var task = perdure.start("aWordOrAChild", List.of(), StartOptions.NONE);
    perdure.send(task, "word", "now");
    assertThat(perdure.await(task, String.class)).isEqualTo("now");
    var travel = perdure.timeTravel(task);
    assertThat(texts(travel).stream().map(t -> t.split(" ")[0]))
        .containsExactly("CALL", "EFFECT", "FORK", "MESSAGE", "EFFECT", "CHOICE", "RETURN", "END");
    travel.to(1);
    var child = travel.standpoint().children().iterator().next();
    assertThat(travel.moment().outcome()).isEqualTo(new Outcome.Returned(Payload.of(child)));
    travel.to(4);
    assertThat(travel.moment().outcome()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(travel.moment().place().branch().index()).isOne();
    assertThat(texts(perdure.timeTravel(child))).startsWith("CALL sleepsADay");
  }

  @Test
  void aCancelledTaskShowsWhereItWasToldAndItsCleaningUp() {
    var task = perdure.start("cleansUp", List.of(), StartOptions.NONE);
    await().atMost(PATIENCE).until(() -> texts(perdure.timeTravel(task)).size() == 3);
    perdure.node().cancel(task, new Change("ada", "enough"));
    assertThat(perdure.node().await(task, PATIENCE)).isPresent();
    var travel = perdure.timeTravel(task);
    assertThat(texts(travel))
        .containsExactly(
            "CALL cleansUp",
            "EFFECT sleep Waits.java",
            "LINE log Waits.java",
            "RETURN cleansUp",
            "END");
    travel.toEnd();
    assertThat(travel.moment().outcome()).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void aSwitchedFunctionIsWalkedInBothVersions() {
    var task = ended("caught", "luck");
    perdure.deploy("v2", SilentSums.class);
    var travel = perdure.timeTravel(task, "fails", "v2");
    assertThat(travel.next(m -> m.step() instanceof Step.Compared)).isTrue();
    var compared = (Step.Compared) travel.moment().step();
    assertThat(compared.result().divergences())
        .singleElement()
        .satisfies(d -> assertThat(d.asked()).contains("luck!"));
    travel.back();
    assertThat(travel.moment().standsIn()).isTrue();
    assertThatThrownBy(() -> perdure.timeTravel(task, "sum", "v2"))
        .hasMessageContaining("UNKNOWN_FUNCTION");
    assertThatThrownBy(() -> perdure.timeTravel(task, "sum", "v9"))
        .hasMessageContaining("UNKNOWN_VERSION");
  }

  @Test
  void aTaskOfAHundredThousandEffectsIsWalkedToItsEndAndBack() {
    int effects = 100_000;
    var travel = perdure.timeTravel(ended("readings", effects));
    assertThat(travel.toEnd()).isTrue();
    assertThat(travel.moment().number()).isEqualTo(effects + 2);
    assertThat(travel.kept()).isLessThan(4_096);
    assertThat(travel.to(effects / 2)).isTrue();
    assertThat(travel.moment().place().seq()).isEqualTo(effects / 2 - 1);
    assertThat(Describe.name(((Step.Asked) travel.moment().step()).effect())).isEqualTo("clock");
    assertThat(travel.back()).isTrue();
    assertThat(travel.moment().number()).isEqualTo(effects / 2 - 1);
  }

  @Test
  void momentsAreReadInPagesTheLastOfWhichHasTheEnd() {
    var task = ended("sum", 3);
    var node = perdure.node();
    assertThat(node.moments(task, 0, 4)).extracting(Moment::number).containsExactly(0L, 1L, 2L, 3L);
    assertThat(node.moments(task, 7, 4)).extracting(Moment::number).containsExactly(7L, 8L);
    assertThat(node.moments(task, 99, 4))
        .singleElement()
        .satisfies(m -> assertThat(m.kind()).isEqualTo(Moment.Kind.END));
    assertThatThrownBy(() -> node.moments(new TaskId(1, 1), 0, 1))
        .hasMessageContaining("UNKNOWN_TASK");
  }
}
