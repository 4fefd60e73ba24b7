package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static dev.perdure.engine.Toys.V2;
import static dev.perdure.engine.Toys.argument;
import static dev.perdure.engine.Toys.call;
import static dev.perdure.engine.Toys.perform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Int;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static final Toys.Code READ = (a, seam) -> Int.of(perform(seam, "read", argument(a)));

  /// Version 2 does the same and says so.
  private static final Toys.Code READ_ALOUD =
      (a, seam) -> {
        seam.ask(new Effect.LogLine(Level.INFO, "reading " + argument(a)));
        return Int.of(perform(seam, "read", argument(a)));
      };

  private static Toys toys() {
    return new Toys().with(V1, "read", READ).with(V2, "read", READ_ALOUD);
  }

  private static void assertSame(Replay.Report report, List<Event.OfTask> history) {
    assertThat(report.divergence()).isNull();
    assertThat(report.calls()).allMatch(c -> c.result().divergences().isEmpty());
    assertThat(report.outcome())
        .isNotNull()
        .matches(o -> o.same(((Event.Finished) history.getLast()).outcome()));
  }

  private static List<String> lines(Replay.Report report) {
    return report.calls().stream().flatMap(c -> c.result().lines().stream()).toList();
  }

  @Test
  void aSwitchedFunctionThatIsCalledTwiceIsAnsweredFromTheSpanOfEachCall() {
    var toys =
        toys()
            .with(
                V1,
                "main",
                (a, seam) -> {
                  long first = call(seam, "read", 1);
                  perform(seam, "between", 5);
                  return Int.of(first + call(seam, "read", 2));
                });
    var history = toys.live("main", 0);
    var report = toys.replay(history, "read");
    assertSame(report, history);
    assertThat(lines(report)).containsExactly("INFO reading 1", "INFO reading 2");
  }

  @Test
  void aSwitchedFunctionThatCallsOthersIsAnsweredFromASpanThatIncludesThem() {
    Toys.Code both =
        (a, seam) ->
            Int.of(perform(seam, "own", argument(a)) + call(seam, "read", argument(a) + 1));
    var toys =
        toys()
            .with(V1, "outer", both)
            .with(V2, "outer", both)
            .with(
                V1, "main", (a, seam) -> Int.of(call(seam, "outer", 3) + perform(seam, "end", 1)));
    var history = toys.live("main", 0);
    var report = toys.replay(history, "outer");
    assertSame(report, history);
    assertThat(report.calls().getFirst().call().span().size()).isEqualTo(2);
  }

  @Test
  void twoSwitchedFunctionsOfWhichOneCallsTheOtherAreOneSpan() {
    Toys.Code outer =
        (a, seam) -> Int.of(perform(seam, "own", argument(a)) + call(seam, "read", argument(a)));
    var toys =
        toys()
            .with(V1, "outer", outer)
            .with(V2, "outer", outer)
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "outer", 3)));
    var history = toys.live("main", 0);
    var report = toys.replay(history, "outer", "read");
    assertSame(report, history);
    assertThat(report.calls()).hasSize(1);
    assertThat(lines(report)).containsExactly("INFO reading 3");
  }

  @Test
  void aSwitchedFunctionMayCallItself() {
    Toys.Code sum =
        (a, seam) -> {
          long n = argument(a);
          long own = perform(seam, "read", n);
          return Int.of(n == 0 ? own : own + call(seam, "sum", n - 1));
        };
    var toys =
        new Toys()
            .with(V1, "sum", sum)
            .with(
                V2,
                "sum",
                (a, seam) -> {
                  seam.ask(new Effect.LogLine(Level.INFO, "sum " + argument(a)));
                  return sum.run(a, seam);
                })
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "sum", 3) + perform(seam, "end", 7)));
    var history = toys.live("main", 0);
    var report = toys.replay(history, "sum");
    assertSame(report, history);
    assertThat(report.calls()).hasSize(1);
    assertThat(lines(report))
        .containsExactly("INFO sum 3", "INFO sum 2", "INFO sum 1", "INFO sum 0");
  }

  @Test
  void aSwitchedFunctionInsideBranchesIsAnsweredFromTheSpanOfItsBranch() {
    var toys =
        toys()
            .with(
                V1,
                "main",
                (a, seam) -> {
                  perform(seam, "before", 9);
                  var bodies = new ArrayList<Function<Seam, Outcome>>();
                  for (int i = 0; i < 3; i++) {
                    long argument = i;
                    bodies.add(branch -> {
                      perform(branch, "first", argument);
                      return new Outcome.Returned(Payload.of(call(branch, "read", argument)));
                    });
                  }
                  long sum = 0;
                  for (var outcome : Forks.all(seam, bodies)) {
                    sum += ((Outcome.Returned) outcome).value().number();
                  }
                  return Int.of(sum);
                });
    var history = toys.live("main", 0);
    var report = toys.replay(history, "read");
    assertSame(report, history);
    assertThat(lines(report)).containsExactly("INFO reading 0", "INFO reading 1", "INFO reading 2");
  }

  @Test
  void aSwitchedFunctionThatForksIsAnsweredBranchByBranch() {
    Toys.Code forking =
        (a, seam) -> {
          perform(seam, "before", 1);
          var outcomes =
              Forks.all(
                  seam,
                  List.of(
                      b -> new Outcome.Returned(Payload.of(perform(b, "left", 2))),
                      b -> new Outcome.Returned(Payload.of(perform(b, "right", 3)))));
          return ((Outcome.Returned) outcomes.get(1)).value().value();
        };
    var toys =
        new Toys()
            .with(V1, "forking", forking)
            .with(V2, "forking", forking)
            .with(
                V1,
                "main",
                (a, seam) -> Int.of(perform(seam, "start", 4) + call(seam, "forking", 0)));
    var history = toys.live("main", 0);
    var report = toys.replay(history, "forking");
    assertSame(report, history);
  }

  @Test
  void aSwitchedFunctionThatThrowsIsComparedByWhatItThrows() {
    var toys =
        toys()
            .with(
                V1,
                "main",
                (a, seam) -> {
                  try {
                    return Int.of(call(seam, "read", -1));
                  } catch (Toys.ToyFailed failed) {
                    return Int.of(perform(seam, "instead", 6));
                  }
                });
    var history = toys.live("main", 0);
    var report = toys.replay(history, "read");
    assertSame(report, history);
    assertThat(report.calls().getFirst().result().outcome()).isInstanceOf(Outcome.Threw.class);
  }

  @Test
  void anotherResultIsADivergenceAndTheTaskGoesOnWithIt() {
    var toys =
        new Toys()
            .with(V1, "read", READ)
            .with(V2, "read", (a, seam) -> Int.of(perform(seam, "read", argument(a)) + 1))
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "read", 1)));
    var report = toys.replay(toys.live("main", 0), "read");
    assertThat(kinds(report)).containsExactly(Divergence.Kind.RESULT);
    assertThat(report.outcome()).isEqualTo(new Outcome.Returned(Payload.of(11)));
  }

  @Test
  void theSameEffectsInAnotherOrderAreADivergence() {
    var toys =
        new Toys()
            .with(V1, "f", (a, seam) -> Int.of(perform(seam, "one", 1) + perform(seam, "two", 2)))
            .with(V2, "f", (a, seam) -> Int.of(perform(seam, "two", 2) + perform(seam, "one", 1)))
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "f", 0)));
    var report = toys.replay(toys.live("main", 0), "f");
    assertThat(kinds(report)).containsExactly(Divergence.Kind.ORDER);
  }

  @Test
  void otherArgumentsOfTheSameEffectAreADivergenceWithBothSides() {
    var toys =
        new Toys()
            .with(V1, "read", READ)
            .with(V2, "read", (a, seam) -> Int.of(perform(seam, "read", argument(a) + 1)))
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "read", 1)));
    var report = toys.replay(toys.live("main", 0), "read");
    var divergence = report.calls().getFirst().result().divergences().getFirst();
    assertThat(divergence.kind()).isEqualTo(Divergence.Kind.ARGUMENTS);
    assertThat(divergence.recorded()).isEqualTo("world/read [1]");
    assertThat(divergence.asked()).isEqualTo("world/read [2]");
    assertThat(report.end()).isEqualTo(Unwinding.Reason.UNANSWERABLE);
  }

  @Test
  void anEffectTooManyStopsTheReplayUnlessSomebodyAnswersIt() {
    var toys =
        new Toys()
            .with(V1, "read", READ)
            .with(
                V2,
                "read",
                (a, seam) -> Int.of(perform(seam, "read", argument(a)) + perform(seam, "more", 1)))
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "read", 1)));
    var history = toys.live("main", 0);
    var stopped = toys.replay(history, "read");
    assertThat(kinds(stopped)).containsExactly(Divergence.Kind.EXTRA);
    assertThat(stopped.outcome()).isNull();
    var answered =
        new Replay(Toys.start("main", 0), toys.routes(), Journal.of(history), null)
            .run(
                toys,
                java.util.Map.of(new FunctionName("read"), V2),
                effect -> new Outcome.Returned(Payload.of(1000)));
    assertThat(answered.outcome()).isEqualTo(new Outcome.Returned(Payload.of(1010)));
  }

  @Test
  void anEffectTooFewIsADivergence() {
    var toys =
        new Toys()
            .with(V1, "read", READ)
            .with(V2, "read", (a, seam) -> Int.of(10))
            .with(V1, "main", (a, seam) -> Int.of(call(seam, "read", 1)));
    var report = toys.replay(toys.live("main", 0), "read");
    assertThat(kinds(report)).containsExactly(Divergence.Kind.MISSING);
    assertThat(report.outcome()).isEqualTo(new Outcome.Returned(Payload.of(10)));
  }

  @Test
  void aReplayOfAHistoryThatEndsInsideASwitchedCallEndsThere() {
    var toys =
        toys()
            .with(
                V1,
                "main",
                (a, seam) -> Int.of(perform(seam, "before", 1) + call(seam, "read", 2)));
    var history = toys.live("main", 0);
    var report = toys.replay(history.subList(0, 3), "read");
    assertThat(report.end()).isEqualTo(Unwinding.Reason.END_OF_HISTORY);
    assertThat(lines(report)).containsExactly("INFO reading 2");
  }

  @Test
  void aCallThatHasNotEndedIsComparedUpToWhatItWaitsFor() {
    var same = new Toys().with(V1, "read", READ).with(V2, "read", READ);
    var other =
        new Toys()
            .with(V1, "read", READ)
            .with(V2, "read", (a, seam) -> Int.of(perform(seam, "other", 1)));
    var less = new Toys().with(V1, "read", READ).with(V2, "read", (a, seam) -> Int.of(10));
    assertThat(kinds(waiting(same))).isEmpty();
    assertThat(kinds(waiting(other))).containsExactly(Divergence.Kind.EXTRA);
    assertThat(kinds(waiting(less))).containsExactly(Divergence.Kind.MISSING);
  }

  private static Replay.Report waiting(Toys toys) {
    var all = toys.with(V1, "main", (a, seam) -> Int.of(call(seam, "read", 1)));
    return all.replay(all.live("main", 0).subList(0, 1), "read");
  }

  @Test
  void codeThatGoesOnBehindTheEndOfItsTaskIsADivergence() {
    var history =
        toys().with(V1, "main", (a, seam) -> Int.of(perform(seam, "one", 1))).live("main", 0);
    var longer =
        toys()
            .with(
                V1, "main", (a, seam) -> Int.of(perform(seam, "one", 1) + perform(seam, "two", 2)));
    var report = longer.replay(history);
    assertThat(report.end()).isEqualTo(Unwinding.Reason.END_OF_HISTORY);
    assertThat(report.divergence()).isNotNull();
    assertThat(report.divergence().kind()).isEqualTo(Divergence.Kind.RESULT);
    assertThat(longer.replay(history.subList(0, history.size() - 1)).divergence()).isNull();
  }

  private static List<Divergence.Kind> kinds(Replay.Report report) {
    return report.calls().stream()
        .flatMap(c -> c.result().divergences().stream())
        .map(Divergence::kind)
        .toList();
  }
}
