package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static dev.perdure.engine.Toys.V2;
import static dev.perdure.engine.Toys.argument;
import static dev.perdure.engine.Toys.call;
import static dev.perdure.engine.Toys.perform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.travel.Frame;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.Recording;
import dev.perdure.engine.travel.SideBySide;
import dev.perdure.engine.travel.TimeTravel;
import dev.perdure.engine.travel.Timeline;
import dev.perdure.value.Int;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// E33: a task's history as moments, walked in both directions.
class TimeTravelTest {
  private static final Toys.Code READ = (a, seam) -> Int.of(perform(seam, "read", argument(a)));

  /// A history of toys, and how often it was replayed.
  private static final class Recorded implements Recording {
    private final Toys toys;
    private final List<Event.OfTask> history;
    private final Map<FunctionName, Version> switched;
    private int replays;

    Recorded(Toys toys, List<Event.OfTask> history, Map<FunctionName, Version> switched) {
      this.toys = toys;
      this.history = history;
      this.switched = switched;
    }

    @Override
    public void replay(Consumer<Step> steps) {
      replays++;
      var end = history.getLast() instanceof Event.Finished f ? f.outcome() : null;
      new Replay((Event.Started) history.getFirst(), toys.routes(), Journal.of(history), end)
          .run(toys, switched, Extras.none(), steps);
    }

    @Override
    public void read(Consumer<Event.OfTask> events) {
      history.forEach(events);
    }
  }

  private static Recorded recorded(Toys toys) {
    return new Recorded(toys, toys.live("main", 1), Map.of());
  }

  /// Calls `read` twice, the second time from two branches, and says so.
  private static Toys shop() {
    return new Toys()
        .with(V1, "read", READ)
        .with(
            V2,
            "read",
            (a, seam) -> {
              seam.ask(new Effect.LogLine(Level.INFO, "v2"));
              return Int.of(perform(seam, "read", argument(a) + 1));
            })
        .with(
            V1,
            "main",
            (a, seam) -> {
              long first = call(seam, "read", argument(a));
              seam.ask(new Effect.LogLine(Level.INFO, "first " + first));
              Forks.all(
                  seam,
                  List.of(
                      b -> new Outcome.Returned(Payload.of(call(b, "read", 2))),
                      b -> new Outcome.Returned(Payload.of(perform(b, "other", 3)))));
              return Int.of(first);
            });
  }

  private static String text(Moment moment) {
    var stack =
        moment.frame() == null
            ? "-"
            : String.join(
                "<",
                moment.frame().down(10).stream().map(f -> f.call().function().text()).toList());
    return moment.kind() + " " + moment.name() + " at " + moment.place() + " in " + stack;
  }

  private static List<Moment> all(Recording recording) {
    return new Timeline(recording).moments(0, Integer.MAX_VALUE);
  }

  @Test
  void theMomentsOfATaskAreItsCallsAndEffectsWithTheirStacks() {
    assertThat(all(recorded(shop())).stream().map(TimeTravelTest::text))
        .containsExactly(
            "CALL main at 0 in main",
            "CALL read at 0 in read<main",
            "EFFECT world/read at 0 in read<main",
            "RETURN read at 1 in read<main",
            "LINE log at 1 in main",
            "FORK fork at 2 in main",
            "CALL read at 2.0/0 in read<main",
            "EFFECT world/read at 2.0/0 in read<main",
            "RETURN read at 2.0/1 in read<main",
            "EFFECT world/other at 2.1/0 in main",
            "RETURN main at 3 in main",
            "END  at 3 in -");
  }

  @Test
  void aWalkGoesForwardBackAndToAnyMoment() {
    var travel = new TimeTravel(recorded(shop()));
    var moments = travel.timeline().moments(0, 100);
    assertThat(travel.back()).isFalse();
    for (int n = 1; n < moments.size(); n++) {
      assertThat(travel.forward()).isTrue();
      assertThat(travel.moment()).isEqualTo(moments.get(n));
    }
    assertThat(travel.forward()).isFalse();
    assertThat(travel.to(moments.size())).isFalse();
    assertThat(travel.moment().kind()).isEqualTo(Moment.Kind.END);
    for (int n = moments.size() - 2; n >= 0; n--) {
      assertThat(travel.back()).isTrue();
      assertThat(travel.moment()).isEqualTo(moments.get(n));
    }
    assertThat(travel.to(5)).isTrue();
    assertThat(travel.moment().kind()).isEqualTo(Moment.Kind.FORK);
  }

  @Test
  void overPassesThroughACallAndThroughBranches() {
    var travel = new TimeTravel(recorded(shop()));
    assertThat(names(travel, TimeTravel::over))
        .containsExactly("RETURN read", "LINE log", "FORK fork", "RETURN main", "END ");
  }

  @Test
  void outLeadsToWhereTheNewestCallReturns() {
    var travel = new TimeTravel(recorded(shop()));
    travel.to(2);
    assertThat(names(travel, TimeTravel::out))
        .containsExactly("RETURN read", "RETURN main", "END ");
  }

  private static List<String> names(TimeTravel travel, Function<TimeTravel, Boolean> step) {
    var names = new ArrayList<String>();
    while (step.apply(travel)) {
      names.add(travel.moment().kind() + " " + travel.moment().name());
    }
    return names;
  }

  @Test
  void whatIsLookedForIsFoundInBothDirections() {
    var travel = new TimeTravel(recorded(shop()));
    assertThat(travel.next(m -> m.name().equals("world/read"))).isTrue();
    assertThat(travel.next(m -> m.name().equals("world/read"))).isTrue();
    assertThat(travel.moment().number()).isEqualTo(7);
    assertThat(travel.next(m -> m.name().equals("world/read"))).isFalse();
    assertThat(travel.moment().number()).isEqualTo(7);
    assertThat(travel.previous(m -> m.name().equals("read"))).isTrue();
    assertThat(travel.previous(m -> m.name().equals("read"))).isTrue();
    assertThat(travel.moment().number()).isEqualTo(3);
    assertThat(travel.previous(m -> m.name().equals("nobody"))).isFalse();
  }

  @Test
  void theLinesAreThoseWrittenUpToTheMoment() {
    var travel = new TimeTravel(recorded(shop()));
    travel.to(3);
    assertThat(travel.lines(10)).isEmpty();
    travel.to(4);
    assertThat(travel.lines(10)).extracting(Effect.LogLine::text).containsExactly("first 10");
    assertThat(travel.moment().lines()).isOne();
  }

  @Test
  void aHistoryThatEndsInsideABranchStopsThereAndTheOtherBranchGoesOn() {
    var toys = shop();
    var history = toys.live("main", 1);
    history.removeLast();
    var branch = Branch.ROOT.child(2, 0);
    history.removeIf(e -> e instanceof Event.Answered a && a.place().branch().equals(branch));
    var moments = all(new Recorded(toys, history, Map.of()));
    assertThat(moments.stream().skip(6).map(TimeTravelTest::text))
        .containsExactly(
            "CALL read at 2.0/0 in read<main",
            "STOP world/read at 2.0/0 in read<main",
            "EFFECT world/other at 2.1/0 in main",
            "END  at 3 in -");
    var end = (Step.Ended) moments.getLast().step();
    assertThat(end.why()).isEqualTo(Unwinding.Reason.END_OF_HISTORY);
  }

  @Test
  void codeThatPartsFromItsHistoryStopsThereAndSaysWhatDiffers() {
    var history = shop().live("main", 1);
    var other =
        shop().with(V1, "read", (a, seam) -> Int.of(perform(seam, "read", argument(a) * 2)));
    var stop =
        all(new Recorded(other, history, Map.of())).stream()
            .filter(m -> m.kind() == Moment.Kind.STOP)
            .findFirst()
            .orElseThrow();
    assertThat(stop.number()).isEqualTo(2);
    var step = (Step.Unanswered) stop.step();
    assertThat(step.divergence()).isNotNull();
    assertThat(step.divergence().kind()).isEqualTo(Divergence.Kind.ARGUMENTS);
    assertThat(step.divergence().asked()).isEqualTo("world/read [2]");
  }

  @Test
  void ofASwitchedCallBothVersionsAreShownAndComparedAndTheTaskGoesOnOutsideThem() {
    var toys = shop();
    var history = toys.live("main", 1);
    var switched = Map.of(new FunctionName("read"), V2);
    var moments = all(new Recorded(toys, history, switched));
    assertThat(moments.stream().limit(8).map(m -> m.standsIn() + " " + text(m)))
        .containsExactly(
            "false CALL main at 0 in main",
            "false CALL read at 0 in read<main",
            "false EFFECT world/read at 0 in read<main",
            "false RETURN read at 1 in read<main",
            "true CALL read at 0 in read<main",
            "true LINE log at 0 in read<main",
            "true STOP world/read at 1 in read<main",
            "false COMPARISON read at 1 in main");
    assertThat(moments.get(5).lines()).isZero();
    assertThat(moments.get(5).answered()).isNull();
    var compared = (Step.Compared) moments.get(7).step();
    assertThat(compared.result().divergences()).isNotEmpty();
  }

  private static SideBySide sideBySide(Toys.Code one, Toys.Code two) {
    var toys =
        new Toys()
            .with(V1, "f", one)
            .with(V2, "f", two)
            .with(
                V1,
                "main",
                (a, seam) -> {
                  perform(seam, "before", 1);
                  return Int.of(call(seam, "f", 3));
                });
    var switched = Map.of(new FunctionName("f"), V2);
    return SideBySide.first(new Timeline(new Recorded(toys, toys.live("main", 1), switched)));
  }

  private static List<String> rows(SideBySide both) {
    return both.rows().stream().map(r -> name(r.recorded()) + " | " + name(r.other())).toList();
  }

  private static String name(Moment moment) {
    return moment == null ? "" : moment.kind() + " " + moment.name();
  }

  @Test
  void twoVersionsStandSideBySideWithTheFirstDifferenceMarked() {
    var both =
        sideBySide(
            (a, seam) -> Int.of(perform(seam, "one", 1) + perform(seam, "two", 2)),
            (a, seam) -> {
              seam.ask(new Effect.LogLine(Level.INFO, "v2"));
              return Int.of(perform(seam, "one", 1) + perform(seam, "two", 3));
            });
    assertThat(rows(both))
        .containsExactly(
            "CALL f | CALL f",
            " | LINE log",
            "EFFECT world/one | EFFECT world/one",
            "EFFECT world/two | STOP world/two",
            "RETURN f | ");
    assertThat(both.differs()).isEqualTo(3);
  }

  @Test
  void anEffectThatTheOtherVersionLeavesOutIsMarkedWhereItIsMissing() {
    var both =
        sideBySide(
            (a, seam) -> Int.of(perform(seam, "one", 1) - perform(seam, "two", 1)),
            (a, seam) -> Int.of(perform(seam, "one", 1) - 10));
    assertThat(rows(both).get(both.differs())).startsWith("EFFECT world/two | ");
  }

  @Test
  void anotherResultIsMarkedWhereTheOtherVersionReturns() {
    var both = sideBySide(READ, (a, seam) -> Int.of(perform(seam, "read", argument(a)) + 1));
    assertThat(rows(both).get(both.differs())).isEqualTo("RETURN f | RETURN f");
  }

  @Test
  void twoVersionsThatDoTheSameHaveNoRowMarked() {
    var both = sideBySide(READ, READ);
    assertThat(both.differs()).isEqualTo(-1);
    assertThat(both.rows()).hasSize(3);
  }

  @Test
  void theMailboxIsWhatItWasWhenTheNewestEffectWasAnswered() {
    var receive = new Effect.Receive(Message.SIGNAL, "go");
    var toys =
        new Toys()
            .with(
                V1,
                "receives",
                (a, seam) -> {
                  seam.ask(receive);
                  return Int.of(0);
                })
            .with(
                V1,
                "main",
                (a, seam) -> {
                  perform(seam, "read", 1);
                  call(seam, "receives", 0);
                  perform(seam, "read", 2);
                  return Int.of(0);
                });
    var history = toys.live("main", 1);
    history.add(2, sent("go", 7));
    history.add(3, sent("go", 8));
    var travel = new TimeTravel(new Recorded(toys, history, Map.of()));
    assertThat(waiting(travel)).isEmpty();
    travel.forward();
    assertThat(travel.moment().name()).isEqualTo("world/read");
    assertThat(waiting(travel)).containsExactly(Payload.of(7), Payload.of(8));
    travel.forward();
    assertThat(travel.moment().name()).isEqualTo("receives");
    assertThat(waiting(travel)).containsExactly(Payload.of(7), Payload.of(8));
    travel.forward();
    assertThat(travel.moment().kind()).isEqualTo(Moment.Kind.MESSAGE);
    assertThat(waiting(travel)).containsExactly(Payload.of(8));
    travel.toEnd();
    assertThat(waiting(travel)).containsExactly(Payload.of(8));
  }

  private static List<Payload> waiting(TimeTravel travel) {
    return travel.standpoint().state().mailbox().signals().getOrDefault("go", List.of());
  }

  private static Event.Sent sent(String name, long value) {
    return new Event.Sent(
        Toys.TASK, Message.SIGNAL, name, Payload.of(value), "", new Change("ada", ""), 0);
  }

  @Test
  void twoReplaysOfADeepRecursionHaveEqualStacks() {
    int depth = 400;
    var toys =
        new Toys()
            .with(
                V1,
                "main",
                (a, seam) ->
                    argument(a) >= depth
                        ? Int.of(perform(seam, "read", 1))
                        : Int.of(call(seam, "main", argument(a) + 1)));
    var recorded = recorded(toys);
    var one = all(recorded).get(depth).frame();
    var two = all(recorded).get(depth).frame();
    assertThat(one).isNotNull().isEqualTo(two).isNotSameAs(two);
    assertThat(one.depth()).isEqualTo(depth);
    assertThat(one.down(3)).hasSize(3).extracting(Frame::depth).contains(depth - 2);
  }

  @Test
  void aTaskOfAHundredThousandEffectsIsWalkedWithAFewMomentsInMemory() {
    int effects = 100_000;
    var toys =
        new Toys()
            .with(
                V1,
                "main",
                (a, seam) -> {
                  long sum = 0;
                  for (int i = 0; i < effects; i++) {
                    sum += perform(seam, "read", i);
                  }
                  return Int.of(sum);
                });
    var recorded = recorded(toys);
    var travel = new TimeTravel(recorded);
    assertThat(travel.toEnd()).isTrue();
    assertThat(travel.moment().number()).isEqualTo(effects + 2);
    int before = recorded.replays;
    for (int n = 0; n < 1_000; n++) {
      assertThat(travel.back()).isTrue();
    }
    assertThat(recorded.replays).as("steps near by need no replay").isEqualTo(before);
    assertThat(travel.to(effects / 2)).isTrue();
    assertThat(travel.moment().place().seq()).isEqualTo(effects / 2 - 1);
    assertThat(travel.previous(m -> m.place().seq() == 7)).isTrue();
    assertThat(recorded.replays).isLessThanOrEqualTo(before + 3);
    assertThat(travel.to(effects / 2)).isTrue();
    for (long n = effects / 2 - 1; n > effects / 2 - 3_000; n--) {
      assertThat(travel.previous(_ -> true)).isTrue();
      assertThat(travel.moment().number()).isEqualTo(n);
    }
    for (long n = effects / 2 - 1; n < effects / 2 + 3_000; n++) {
      assertThat(travel.to(n)).isTrue();
      assertThat(travel.next(_ -> true)).isTrue();
      assertThat(travel.moment().number()).isEqualTo(n + 1);
    }
    assertThat(travel.kept()).isLessThan(4_096);
  }

  @Test
  void largeValuesLeaveRoomForFewerMoments() {
    var large = "x".repeat(1 << 20);
    var toys =
        new Toys()
            .with(
                V1,
                "main",
                (a, seam) -> {
                  for (int i = 0; i < 100; i++) {
                    seam.ask(
                        new Effect.StartTask(
                            new FunctionName("child"), Payload.of(new Str(large + i))));
                  }
                  return Int.of(0);
                });
    var travel = new TimeTravel(recorded(toys));
    assertThat(travel.to(50)).isTrue();
    assertThat(travel.moment().number()).isEqualTo(50);
    assertThat(travel.kept()).isLessThan(20);
    assertThat(travel.back()).isTrue();
    assertThat(travel.moment().number()).isEqualTo(49);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
  void whateverTheProgramTheTimelineIsItsHistory(long seed) {
    var toys = new Toys().with(V1, "main", (a, seam) -> any(new Random(seed), seam, 4));
    for (int depth = 0; depth < 4; depth++) {
      int below = depth;
      toys.with(V1, "f" + depth, (a, seam) -> any(new Random(argument(a)), seam, below));
    }
    var recorded = recorded(toys);
    var moments = all(recorded);
    assertEveryEffectOnce(moments, recorded.history);
    assertPlacesGrow(moments);
    assertCallsNest(moments);
    var random = new Random(seed);
    var travel = new TimeTravel(recorded);
    for (int walk = 0; walk < 50; walk++) {
      int start = random.nextInt(moments.size());
      assertThat(travel.to(start)).isTrue();
      int steps = random.nextInt(moments.size() - start);
      for (int n = 0; n < steps; n++) {
        assertThat(travel.forward()).isTrue();
      }
      assertThat(travel.moment()).isEqualTo(moments.get(start + steps));
      for (int n = 0; n < steps; n++) {
        assertThat(travel.back()).isTrue();
      }
      assertThat(travel.moment()).isEqualTo(moments.get(start));
    }
  }

  /// Some calls, effects, lines and forks, one after the other; some of them fail.
  private static Value any(Random random, Seam seam, int depth) {
    for (int n = random.nextInt(5); n >= 0; n--) {
      try {
        one(random, seam, depth);
      } catch (Toys.ToyFailed failed) {
        if (random.nextBoolean()) {
          throw failed;
        }
      }
    }
    return Int.of(random.nextInt(100));
  }

  private static void one(Random random, Seam seam, int depth) {
    switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> perform(seam, "any", random.nextInt(20) - 2);
      case 1 -> seam.ask(new Effect.LogLine(Level.INFO, "line " + random.nextInt()));
      case 2 -> seam.ask(new Effect.ReadClock());
      case 3 -> call(seam, "f" + (depth - 1), random.nextInt(1_000));
      default -> {
        var bodies = new ArrayList<Function<Seam, Outcome>>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          long inside = random.nextLong();
          bodies.add(
              branch -> new Outcome.Returned(Payload.of(any(new Random(inside), branch, 0))));
        }
        Forks.all(seam, bodies.stream().map(TimeTravelTest::caught).toList());
      }
    }
  }

  private static Function<Seam, Outcome> caught(Function<Seam, Outcome> body) {
    return seam -> {
      try {
        return body.apply(seam);
      } catch (Toys.ToyFailed failed) {
        return new Outcome.Threw(Failure.of("ToyFailed", String.valueOf(failed.getMessage())));
      }
    };
  }

  private static void assertEveryEffectOnce(List<Moment> moments, List<Event.OfTask> history) {
    var asked = new HashMap<Place, Effect>();
    var order = new HashMap<Branch, List<Place>>();
    history.forEach(event -> {
      switch (event) {
        case Event.Asked e -> asked.put(e.place(), e.effect());
        case Event.Recorded e -> asked.put(e.place(), e.effect());
        default -> {}
      }
    });
    int effects = 0;
    for (var moment : moments) {
      if (moment.step() instanceof Step.Asked step) {
        effects++;
        assertThat(asked).containsEntry(moment.place(), step.effect());
        order.computeIfAbsent(moment.place().branch(), _ -> new ArrayList<>()).add(moment.place());
      }
    }
    assertThat(effects).isEqualTo(asked.size());
    order.forEach((branch, places) -> {
      for (int seq = 0; seq < places.size(); seq++) {
        assertThat(places.get(seq)).isEqualTo(new Place(branch, seq));
      }
    });
  }

  private static void assertPlacesGrow(List<Moment> moments) {
    var newest = new HashMap<Branch, Integer>();
    for (int n = 0; n < moments.size(); n++) {
      var moment = moments.get(n);
      assertThat(moment.number()).isEqualTo(n);
      var place = moment.place();
      assertThat(place.seq()).isGreaterThanOrEqualTo(newest.getOrDefault(place.branch(), 0));
      newest.put(place.branch(), place.seq());
    }
  }

  private static void assertCallsNest(List<Moment> moments) {
    var open = new ArrayList<FunctionName>();
    for (var moment : moments) {
      if (moment.step() instanceof Step.Called step) {
        open.add(step.function());
      }
      assertThat(moment.frame() == null ? 0 : moment.frame().depth()).isEqualTo(open.size());
      if (moment.step() instanceof Step.Returned step) {
        assertThat(open.removeLast()).isEqualTo(step.function());
      }
    }
    assertThat(open).isEmpty();
  }
}
