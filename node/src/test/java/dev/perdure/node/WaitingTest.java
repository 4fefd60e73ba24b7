package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingTest {
  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration SHORT = Duration.ofMillis(30);

  private final Waiting waiting = new Waiting("perdure waits");

  @BeforeEach
  void start() {
    waiting.start();
  }

  @AfterEach
  void end() {
    waiting.end(WaitingTest::stopped);
  }

  private static PerdureException stopped() {
    return Problem.of(NodeCode.ENGINE_STOPPED, "nobody answers any more", "Ask another")
        .exception();
  }

  private static PerdureException refused() {
    return Problem.of(NodeCode.OVERLOADED, "no", "Ask later").exception();
  }

  @Test
  void anAnswerThatComesInTimeIsReturned() {
    var answer = new CompletableFuture<String>();
    assertThat(waiting.await(answer, () -> answer.complete("yes"), LONG)).contains("yes");
    var other = new CompletableFuture<String>();
    assertThat(waiting.await(other, () -> other.complete("yes"))).isEqualTo("yes");
  }

  @Test
  void anAnswerThatComesLaterIsThereStill() {
    var answer = new CompletableFuture<String>();
    assertThat(waiting.await(answer, () -> {}, SHORT)).isEmpty();
    answer.complete("late");
    assertThat(answer.getNow("none")).isEqualTo("late");
  }

  @Test
  void whatIsThrownInsteadOfAnAnswerIsThrownAsItIs() {
    var refused = refused();
    var answer = new CompletableFuture<String>();
    assertThatThrownBy(
            () -> waiting.await(answer, () -> answer.completeExceptionally(refused), LONG))
        .isSameAs(refused);
    assertThatThrownBy(() -> waiting.await(answer, () -> {})).isSameAs(refused);
  }

  @Test
  void aWaitOfNoTimeIsOverWhenTheQuestionHasBeenAsked() {
    var asked = new AtomicBoolean();
    var none = waiting.await(new CompletableFuture<>(), () -> asked.set(true), Duration.ZERO);
    assertThat(none).isEmpty();
    assertThat(asked).isTrue();
    var answer = new CompletableFuture<String>();
    var there = waiting.await(answer, () -> answer.complete("yes"), Duration.ofSeconds(-1));
    assertThat(there).contains("yes");
  }

  @Test
  void aWaitForLongerThanAnybodyLivesIsNoMistake() {
    var answer = new CompletableFuture<String>();
    var forEver = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(waiting.await(answer, () -> answer.complete("yes"), forEver)).contains("yes");
  }

  @Test
  void whoeverComesWhenNobodyHasForAWhileIsToldWhenTheirTimeIsOver() {
    await().until(waiting::sleeps);
    assertThat(waiting.await(new CompletableFuture<>(), () -> {}, SHORT)).isEmpty();
  }

  @Test
  void ofManyEachGetsTheirOwn() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<CompletableFuture<Integer>>();
      var got = new ArrayList<Future<Optional<Integer>>>();
      for (int i = 0; i < 1_000; i++) {
        var answer = new CompletableFuture<Integer>();
        answers.add(answer);
        var atMost = i % 2 == 0 ? LONG : SHORT;
        got.add(threads.submit(() -> waiting.await(answer, () -> {}, atMost)));
      }
      for (int i = 1; i < 1_000; i += 2) {
        assertThat(got.get(i).get()).as("the answer to " + i).isEmpty();
      }
      for (int i = 0; i < 1_000; i += 2) {
        answers.get(i).complete(i);
        assertThat(got.get(i).get()).as("the answer to " + i).contains(i);
      }
    }
  }

  @Test
  void whoWaitsIsToldWhenThereWillBeNoAnswer() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = new CompletableFuture<Boolean>();
      var second = new CompletableFuture<Boolean>();
      var forGood =
          threads.submit(
              () -> waiting.await(new CompletableFuture<>(), () -> first.complete(true)));
      var forSomeTime =
          threads.submit(
              () -> waiting.await(new CompletableFuture<>(), () -> second.complete(true), LONG));
      first.get();
      second.get();
      waiting.end(WaitingTest::stopped);
      assertStopped(forGood);
      assertStopped(forSomeTime);
    }
  }

  private static void assertStopped(Future<?> waiting) {
    assertThatThrownBy(waiting::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(PerdureException.class)
        .hasMessageContaining("nobody answers any more");
  }

  @Test
  void whoComesAfterwardsAsksNothing() {
    waiting.end(WaitingTest::stopped);
    var asked = new AtomicBoolean();
    assertThatThrownBy(() -> waiting.await(new CompletableFuture<>(), () -> asked.set(true), LONG))
        .isInstanceOf(PerdureException.class)
        .hasMessageContaining("nobody answers any more");
    assertThat(asked).isFalse();
  }

  @Test
  void whoIsInterruptedIsToldSo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waiting.await(new CompletableFuture<>(), () -> {}, LONG))
        .isInstanceOf(PerdureException.class)
        .satisfies(e ->
            assertThat(((PerdureException) e).problem().code())
                .isEqualTo(NodeCode.CALL_INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }
}
