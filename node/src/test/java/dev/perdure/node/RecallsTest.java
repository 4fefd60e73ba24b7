package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Action.Recall;
import dev.perdure.engine.Branch;
import dev.perdure.engine.Event;
import dev.perdure.engine.Input;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.TaskId;
import dev.perdure.log.LogCode;
import dev.perdure.value.Code;
import dev.perdure.value.Problem;
import dev.perdure.value.ValueCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Looking up how an awaited task ended, where that cannot be read.
class RecallsTest {
  private static final Recall RECALL = new Recall(new TaskId(1, 2), new Place(Branch.ROOT, 0), 77);
  private static final Outcome END = new Outcome.Returned(Payload.of(42));

  private final InputQueue inputs = new InputQueue(() -> {}, _ -> {});
  private final List<String> started = new ArrayList<>();
  private Recalls.Wish wish = Recalls.Wish.NOW;
  private final Recalls recalls = new Recalls(inline(), inputs, this::read, _ -> wish);
  private @Nullable Code unreadable = ValueCode.VALUE_MISSING;

  private Outcome read(long offset) {
    assertThat(offset).isEqualTo(RECALL.endOffset());
    if (unreadable != null) {
      throw Problem.of(unreadable, "it is not there", "Bring it back").exception();
    }
    return END;
  }

  /// Threads that have run when they are started, and never wait.
  private Threads inline() {
    return new Threads() {
      @Override
      public void start(String name, Runnable body) {
        started.add(name);
        body.run();
      }

      @Override
      public Parked current() {
        throw new AssertionError("nobody waits");
      }

      @Override
      public void park() {
        throw new AssertionError("nobody waits");
      }

      @Override
      public void pause() {
        throw new AssertionError("nobody waits");
      }
    };
  }

  private @Nullable Outcome told() {
    var input = inputs.poll();
    return input == null ? null : ((Event.Answered) ((Input.FromTask) input).event()).outcome();
  }

  @Test
  void whatCannotBeReadIsLookedUpAgainAfterOneSecondThenTwoAndAtMostAMinute() {
    recalls.begin(RECALL);
    var looks = new ArrayList<Long>();
    for (long second = 0; second < 240; second++) {
      recalls.look(second * 1_000);
      if (started.size() > looks.size() + 1) {
        looks.add(second);
      }
    }
    assertThat(looks).containsExactly(1L, 4L, 9L, 18L, 35L, 68L, 129L, 190L);
    assertThat(told()).isNull();
    unreadable = null;
    recalls.look(251_000);
    assertThat(told()).isEqualTo(END);
    assertThat(recalls.size()).isZero();
  }

  @Test
  void aLookIsTakenAgainWhenTheClockWasSetBack() {
    recalls.begin(RECALL);
    recalls.look(1_000_000);
    unreadable = null;
    recalls.look(5);
    assertThat(told()).isEqualTo(END);
  }

  @Test
  void nothingIsLookedUpForATaskThatWaitsForItNoLonger() {
    recalls.begin(RECALL);
    recalls.look(0);
    wish = Recalls.Wish.NEVER;
    recalls.look(1_000);
    assertThat(started).hasSize(1);
    assertThat(recalls.size()).isZero();
  }

  @Test
  void forATaskThatStandsStillItIsLookedUpWhenItGoesOn() {
    recalls.begin(RECALL);
    recalls.look(0);
    wish = Recalls.Wish.LATER;
    for (long millis = 1_000; millis < 100_000; millis += 1_000) {
      recalls.look(millis);
    }
    assertThat(started).hasSize(1);
    wish = Recalls.Wish.NOW;
    unreadable = null;
    recalls.look(100_000);
    assertThat(told()).isEqualTo(END);
  }

  @Test
  void whoAwaitsATaskThatWasForgottenIsToldSo() {
    unreadable = LogCode.LOG_DROPPED;
    recalls.begin(RECALL);
    assertThat(told())
        .isInstanceOfSatisfying(
            Outcome.Threw.class,
            t -> assertThat(t.failure().message()).contains("was forgotten before"));
    recalls.look(0);
    assertThat(recalls.size()).isZero();
  }
}
