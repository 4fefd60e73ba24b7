package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perdure.api.Heartbeat;
import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.Change;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Retries, timeouts and heartbeats (E12) on a real node and log.
class PoliciesTest {
  private static final Change ADA = new Change("ada", "changed my mind");

  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Function<String, String> bank = account -> "paid";
  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(NodeConfig.in(dir));
    perdure
        .effects()
        .bind(
            Payments.Bank.class,
            new Payments.Bank() {
              @Override
              public String pay(String account) {
                return perform(account);
              }

              @Override
              public String payLater(String account) {
                return perform(account);
              }

              @Override
              public String payInTime(String account) {
                return perform(account);
              }

              @Override
              public String audit(String account) {
                return perform(account);
              }
            });
    perdure.deploy("v1", Payments.class);
  }

  private String perform(String account) {
    keys.add(IdempotencyKey.current());
    tries.incrementAndGet();
    return bank.apply(account);
  }

  @AfterEach
  void close() {
    end.countDown();
    perdure.close();
  }

  private String call(String function) {
    return perdure.call(function, "1", String.class);
  }

  private TaskId start(String function) {
    return perdure.start(function, List.of("1"), StartOptions.NONE);
  }

  private void busyUntil(int succeeds) {
    bank =
        account -> {
          if (tries.get() < succeeds) {
            throw new IllegalStateException("busy " + tries);
          }
          return "paid";
        };
  }

  @Test
  void anEffectThatThrowsIsTriedAgainUnderTheSameKeyAndTheTaskSeesTheLastOutcome() {
    busyUntil(3);
    var task = start("pay");
    assertThat(perdure.node().await(task)).hasToString("Returned[value=\"paid\"]");
    assertThat(keys).hasSize(3).containsOnly(keys.getFirst());
    assertThat(perdure.node().history(task))
        .filteredOn(Event.TryFailed.class::isInstance)
        .extracting(e -> ((Event.TryFailed) e).failure().message())
        .containsExactly("busy 1", "busy 2");
    var replayed = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(replayed.divergence()).isNull();
    assertThat(replayed.outcome()).isInstanceOf(Outcome.Returned.class);
    assertThat(tries).as("a replay performs nothing").hasValue(3);
  }

  @Test
  void whenNoTryIsLeftTheLastFailureIsTheOutcome() {
    busyUntil(100);
    assertThat(call("pay")).isEqualTo("gave up: busy 3");
    assertThat(tries).hasValue(3);
  }

  @Test
  void anExceptionThatIsExcludedIsNotTriedAgainNorIsASubclassOfIt() {
    bank =
        account -> {
          throw new Payments.NoMoney("on " + account);
        };
    assertThat(call("pay")).isEqualTo("no money: on 1");
    assertThat(tries).hasValue(1);
  }

  @Test
  void aTryThatTakesTooLongIsLeftBehindEvenIfItDoesNotLetItselfBeInterrupted() {
    bank =
        account -> {
          while (tries.get() == 1 && end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return "paid at try " + tries;
        };
    assertThat(call("payInTime")).isEqualTo("paid at try 2");
    end.countDown();
  }

  @Test
  void whoeverNeverComesBackInTimeMakesTheEffectFail() {
    bank =
        account -> {
          try {
            return end.await(30, TimeUnit.SECONDS) ? "paid" : "too late";
          } catch (InterruptedException e) {
            return "what comes after the time is dropped";
          }
        };
    assertThat(call("payInTime")).isEqualTo("took longer than 50 ms");
    assertThat(tries).hasValue(3);
  }

  @Test
  void signsOfLifeKeepAnEffectGoingAndItIsGivenUpWhenTheyCease() {
    long from = System.nanoTime();
    bank =
        account -> {
          while (System.nanoTime() - from < TimeUnit.MILLISECONDS.toNanos(700)) {
            Heartbeat.beat();
            LockSupport.parkNanos(1_000_000);
          }
          return "audited";
        };
    assertThat(call("audit")).isEqualTo("audited");
    bank =
        account -> {
          while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return "audited";
        };
    assertThat(call("audit")).isEqualTo("gave no sign of life for 200 ms");
  }

  @Test
  void aWaitForTheNextTrySurvivesARestart() {
    busyUntil(2);
    var task = start("payLater");
    await().until(() -> waitsForItsNextTry(task));
    perdure.close();
    open();
    assertThat(waitsForItsNextTry(task)).isTrue();
    assertThat(tries).as("an hour has not passed").hasValue(1);
  }

  private boolean waitsForItsNextTry(TaskId task) {
    return perdure
        .node()
        .read(state ->
            state.task(task) != null
                && state.task(task).waiting().values().stream().anyMatch(w -> w.tries() == 1));
  }

  @Test
  void aTaskThatIsCancelledWhileItWaitsForItsNextTryEndsAtOnce() {
    busyUntil(2);
    var task = start("payLater");
    await().until(() -> waitsForItsNextTry(task));
    perdure.node().cancel(task, ADA);
    assertThat(perdure.node().await(task)).hasToString("Returned[value=\"cancelled\"]");
    assertThat(tries).hasValue(1);
  }
}
