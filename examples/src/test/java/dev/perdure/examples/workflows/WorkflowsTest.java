package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each workflow, undisturbed and with a crash at every step: from each moment at which it touches
/// the world a future begins in which the process died there, and all futures come to the same.
class WorkflowsTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir Path dir;

  /// @param binds the effects of the functions to the outside
  /// @param messages what is sent to it, one after the other, when it waits for a message
  /// @param result what the task is expected to end with
  /// @param done what is expected to be done, in some order
  record Workflow(
      Class<?> functions,
      BiConsumer<Perdure.EffectBindings, Outside> binds,
      String function,
      List<?> arguments,
      List<Object> messages,
      String result,
      List<String> done) {
    Workflow(
        Class<?> functions,
        BiConsumer<Perdure.EffectBindings, Outside> binds,
        String function,
        List<?> arguments,
        String result,
        List<String> done) {
      this(functions, binds, function, arguments, List.of(), result, done);
    }

    /// The same, to which messages are sent as soon as it waits for one.
    Workflow withMessages(Object... newMessages) {
      return new Workflow(
          functions, binds, function, arguments, List.of(newMessages), result, done);
    }

    @Override
    public String toString() {
      return function + arguments;
    }
  }

  static List<Workflow> workflows() {
    return List.of(
        new Workflow(
            Transfer.class,
            WorkflowsTest::accounts,
            "transfer",
            List.of("ada", "bob", 5),
            "Returned[value=105]",
            List.of("withdraw 5 from ada", "deposit 5 to bob")),
        new Workflow(
            Transfer.class,
            WorkflowsTest::accounts,
            "transfer",
            List.of("ada", "closed", 5),
            "Threw[failure=dev.perdure.examples.workflows.Transfer$Refused: closed]",
            List.of("withdraw 5 from ada", "deposit 5 to ada")),
        new Workflow(
            OrderSaga.class,
            WorkflowsTest::bookings,
            "bookTrip",
            List.of("ada"),
            "Returned[value={:car \"car of ada\" :flight \"flight of ada\" :hotel \"hotel of"
                + " ada\"}]",
            List.of("book flight", "book hotel", "book car")),
        new Workflow(
            OrderSaga.class,
            WorkflowsTest::bookings,
            "bookTrip",
            List.of("a walker"),
            "Threw[failure=java.lang.IllegalStateException: no car for a walker]",
            List.of(
                "book flight",
                "book hotel",
                "cancel hotel of a walker",
                "cancel flight of a walker")),
        new Workflow(
            Polling.class,
            WorkflowsTest::exports,
            "export",
            List.of("sales"),
            "Returned[value=\"sales.csv\"]",
            List.of("begin sales", "ask", "ask", "ask")),
        new Workflow(
            Reminder.class,
            (effects, outside) ->
                effects.bind(
                    Reminder.Letters.class,
                    (customer, text) -> outside.once(text + " to " + customer, () -> "")),
            "remind",
            List.of("ada"),
            "Returned[value=nil]",
            List.of("Welcome to ada", "Your trial ends today to ada")),
        new Workflow(
            FanOut.class,
            (effects, outside) ->
                effects.bind(
                    FanOut.Carriers.class,
                    (company, grams) ->
                        outside.once("ask " + company, () -> (long) company.length() * grams)),
            "cheapest",
            List.of(List.of("swift", "slow", "dear old"), 10),
            "Returned[value=40]",
            List.of("ask swift", "ask slow", "ask dear old")),
        new Workflow(
            Batch.class,
            (effects, outside) ->
                effects.bind(
                    Batch.Printer.class,
                    document -> outside.once("print " + document, document::length)),
            "printAll",
            List.of(List.of("a", "bb", "ccc")),
            "Returned[value=6]",
            List.of("print a", "print bb", "print ccc")),
        approval("Returned[value=\"approved by ada\"]")
            .withMessages(new Approval.Decision(true, "ada")),
        approval("Returned[value=\"nobody has decided\"]"),
        new Workflow(
                Cart.class,
                (effects, outside) -> {},
                "cart",
                List.of("ada"),
                "Returned[value=[\"pear\"]]",
                List.of())
            .withMessages(
                new Cart.Act.Add("plum"),
                new Cart.Act.Add("pear"),
                new Cart.Act.Remove("plum"),
                new Cart.Act.CheckOut()));
  }

  private static Workflow approval(String result) {
    return new Workflow(
        Approval.class,
        (effects, outside) ->
            effects.bind(
                Approval.Mail.class,
                (person, order) -> outside.once("ask " + person + " about " + order, () -> "")),
        "approve",
        List.of("order 7"),
        result,
        List.of("ask the manager about order 7"));
  }

  private static void accounts(Perdure.EffectBindings effects, Outside outside) {
    effects.bind(
        Transfer.Accounts.class,
        new Transfer.Accounts() {
          @Override
          public long withdraw(String account, long amount) {
            outside.busyAtFirst();
            return outside.once("withdraw " + amount + " from " + account, () -> 100 - amount);
          }

          @Override
          public long deposit(String account, long amount) {
            outside.busyAtFirst();
            if (account.equals("closed")) {
              throw new Transfer.Refused(account);
            }
            return outside.once("deposit " + amount + " to " + account, () -> 100 + amount);
          }
        });
  }

  private static void bookings(Perdure.EffectBindings effects, Outside outside) {
    effects.bind(
        OrderSaga.Bookings.class,
        new OrderSaga.Bookings() {
          @Override
          public String book(String what, String traveller) {
            if (what.equals("car") && traveller.equals("a walker")) {
              throw new IllegalStateException("no car for " + traveller);
            }
            return outside.once("book " + what, () -> what + " of " + traveller);
          }

          @Override
          public void cancel(String booking) {
            outside.once("cancel " + booking, () -> "");
          }
        });
  }

  private static void exports(Perdure.EffectBindings effects, Outside outside) {
    effects.bind(
        Polling.Exports.class,
        new Polling.Exports() {
          @Override
          public String begin(String what) {
            return outside.once("begin " + what, () -> what);
          }

          @Override
          public Optional<String> finished(String export) {
            return outside.once(
                "ask",
                () ->
                    outside.now().isAfter(START.plusSeconds(2))
                        ? Optional.of(export + ".csv")
                        : Optional.empty());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowComesToItsEndAndACrashAtAnyStepChangesNothing(Workflow workflow) {
    var futures = new ArrayList<Outside>();
    var now =
        new Outside(
            START,
            outside -> {
              Copies.copy(dir.resolve("now"), dir.resolve("" + futures.size()));
              futures.add(outside.copy());
            });
    assertCourse(workflow, now, dir.resolve("now"));
    assertThat(futures).hasSizeGreaterThanOrEqualTo(workflow.done().size());
    for (int i = 0; i < futures.size(); i++) {
      assertCourse(workflow, futures.get(i), dir.resolve("" + i));
    }
  }

  /// Runs the workflow on a data directory, which may hold the beginning of it.
  private static void assertCourse(Workflow workflow, Outside outside, Path directory) {
    try (var perdure = Perdure.open(NodeConfig.in(directory).withClock(outside::now))) {
      workflow.binds().accept(perdure.effects(), outside);
      perdure.deploy("v1", workflow.functions());
      var once = StartOptions.NONE.withKey("the only one");
      var task = perdure.start(workflow.function(), workflow.arguments(), once);
      int sent = 0;
      while (!perdure.node().<Boolean>read(state -> state.endedTask(task) != null)) {
        if (sent < workflow.messages().size()) {
          sent += send(perdure, task, workflow.messages().get(sent), "message " + sent, outside);
        } else {
          passTime(perdure, outside);
        }
      }
      assertThat(end(perdure, task)).isEqualTo(workflow.result());
      assertThat(outside.done()).containsExactlyInAnyOrderElementsOf(workflow.done());
    }
  }

  /// Sends a message if the task waits for one; returns how many were sent.
  private static int send(
      Perdure perdure, TaskId task, Object message, String key, Outside outside) {
    var name = perdure.node().<Optional<String>>read(state -> receives(state, task));
    if (name.isEmpty()) {
      return 0;
    }
    outside.aroundMessage();
    perdure.send(task, name.get(), message, key);
    outside.aroundMessage();
    return 1;
  }

  private static Optional<String> receives(EngineState state, TaskId task) {
    var live = state.task(task);
    return live == null
        ? Optional.empty()
        : live.waiting().values().stream()
            .map(TaskState.Waiting::effect)
            .filter(Effect.Receive.class::isInstance)
            .map(effect -> ((Effect.Receive) effect).name())
            .findFirst();
  }

  private static String end(Perdure perdure, TaskId task) {
    return perdure.node().await(task).toString();
  }

  /// Lets time pass until something is due, if all that happens is waiting.
  private static void passTime(Perdure perdure, Outside outside) {
    long now = outside.now().toEpochMilli();
    var due = perdure.node().<OptionalLong>read(WorkflowsTest::due);
    if (due.isPresent() && due.getAsLong() > now) {
      outside.pass(Duration.ofMillis(due.getAsLong() - now));
    }
  }

  private static OptionalLong due(EngineState state) {
    return state.tasks().values().stream()
        .flatMap(task -> task.waiting().values().stream())
        .flatMapToLong(WorkflowsTest::due)
        .min();
  }

  private static LongStream due(TaskState.Waiting waiting) {
    var failed = waiting.failed();
    if (waiting.effect() instanceof Effect.Sleep sleep) {
      return LongStream.of(waiting.sinceMillis() + sleep.duration().toMillis());
    }
    return failed == null ? LongStream.empty() : LongStream.of(failed.retryAtMillis());
  }
}
