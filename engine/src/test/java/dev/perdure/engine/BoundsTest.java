package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Encoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final String HALF = "a\ud83d";
  private static final String WHOLE = "a\ud83d\ude00b";

  @Test
  void aTextIsNotCutInTheMiddleOfACharacter() {
    assertThat(Bounds.bounded(WHOLE, 2)).isEqualTo("a…");
    assertThat(Bounds.bounded(WHOLE, 3)).isEqualTo("a\ud83d\ude00…");
    assertThat(Bounds.bounded(WHOLE, 4)).isEqualTo(WHOLE);
  }

  @Test
  void aBriefTextTellsTheSizeOfALargeValueAndCutsALongOne() {
    var task = new TaskId(1, 2);
    var large = new Outcome.Returned(Payload.of("x".repeat(2_000)));
    assertThat(EventText.brief(new Event.Finished(task, large, 0)))
        .isEqualTo("ended -> (2004 bytes)");
    var long_ = new Outcome.Returned(Payload.of("x".repeat(1_000)));
    assertThat(EventText.brief(new Event.Finished(task, long_, 0))).hasSize(201).endsWith("x…");
    assertThat(EventText.brief(Payload.ofBytes(new byte[] {-1}))).contains("no value");
    assertThat(EventText.of(new Event.Finished(task, large, 0))).hasSize(2_011);
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(Bounds.bounded(HALF, 10)).isEqualTo("a\ufffd");
    assertThat(Bounds.bounded("\ude00x\ud83d\ude00", 10)).isEqualTo("\ufffdx\ud83d\ude00");
  }

  @Test
  void nothingThatPeopleWriteKeepsAnEventOutOfTheLog() {
    var task = new TaskId(1, 2);
    var change = new Change(HALF, HALF);
    var failure = new Failure(HALF, HALF, null, List.of(HALF), null);
    for (var event :
        List.of(
            new Event.Recorded(
                task,
                new Place(Branch.ROOT, 0),
                new Effect.LogLine(Level.INFO, HALF),
                new Outcome.Threw(failure)),
            new Event.Paused(task, change, 1),
            new Event.Crashed(task, HALF, 0, 1),
            new Event.BranchCancelled(task, Branch.ROOT, HALF),
            new Event.Finished(task, new Outcome.Cancelled(HALF), 1),
            new Event.Diverged(
                task, new Divergence(Divergence.Kind.EFFECT, null, HALF, HALF, "", ""), 1))) {
      assertThatCode(() -> EventCodec.encode(event, new Encoder())).doesNotThrowAnyException();
    }
  }

  @Test
  void optionsThatAreNoTextAreRefused() {
    var key = StartOptions.NONE.withKey(HALF);
    var attribute = StartOptions.NONE.withAttributes(Map.of("shop", HALF));
    assertThatThrownBy(() -> Bounds.check(key)).hasMessageContaining("VALUE_INVALID");
    assertThatThrownBy(() -> Bounds.check(attribute)).hasMessageContaining("VALUE_INVALID");
    assertThatCode(() -> Bounds.check(StartOptions.NONE.withKey(WHOLE))).doesNotThrowAnyException();
  }
}
