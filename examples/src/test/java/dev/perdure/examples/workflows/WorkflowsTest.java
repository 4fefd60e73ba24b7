package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.StartOptions;
import dev.perdure.testkit.Crashes;
import dev.perdure.testkit.TestPerdure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each workflow, undisturbed and with a crash at every step: whenever the process dies, the same
/// comes of it, nothing is done twice and nothing is left out.
class WorkflowsTest {
  @TempDir Path dir;

  /// @param binds the effects of the functions to the outside
  /// @param receives the name of the messages that are sent to it
  /// @param messages what they say, one after the other
  /// @param result what the task is expected to end with
  /// @param done what is expected to be done, in some order
  record Workflow(
      Class<?> functions,
      BiConsumer<Crashes.Node, Outside> binds,
      String function,
      List<?> arguments,
      String receives,
      List<Object> messages,
      String result,
      List<String> done) {
    Workflow(
        Class<?> functions,
        BiConsumer<Crashes.Node, Outside> binds,
        String function,
        List<?> arguments,
        String result,
        List<String> done) {
      this(functions, binds, function, arguments, "", List.of(), result, done);
    }

    /// The same, to which messages of a name are sent.
    Workflow withMessages(String name, Object... newMessages) {
      return new Workflow(
          functions, binds, function, arguments, name, List.of(newMessages), result, done);
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
            .withMessages("decision", new Approval.Decision(true, "ada")),
        approval("Returned[value=\"nobody has decided\"]"),
        new Workflow(
                Cart.class,
                (effects, outside) -> {},
                "cart",
                List.of("ada"),
                "Returned[value=[\"pear\"]]",
                List.of())
            .withMessages(
                "act",
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

  private static void accounts(Crashes.Node effects, Outside outside) {
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

  private static void bookings(Crashes.Node effects, Outside outside) {
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

  private static void exports(Crashes.Node effects, Outside outside) {
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
                () -> outside.done().size() > 2 ? Optional.of(export + ".csv") : Optional.empty());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowComesToItsEndAndACrashAtAnyStepChangesNothing(Workflow workflow) {
    int crashes = Crashes.atEveryStep(dir, () -> new Course(workflow, new Outside()));
    assertThat(crashes).isGreaterThanOrEqualTo(2 * workflow.done().size());
  }

  /// One run of a workflow, in a world of its own.
  record Course(Workflow workflow, Outside outside) implements Crashes.Scenario {
    @Override
    public void prepare(Crashes.Node node) {
      workflow.binds().accept(node, outside);
      node.deploy("v1", workflow.functions());
    }

    @Override
    public void run(TestPerdure test) {
      var once = StartOptions.NONE.withKey("the only one");
      var task = test.perdure().start(workflow.function(), workflow.arguments(), once);
      for (int i = 0; i < workflow.messages().size() && test.isLive(task); i++) {
        var message = workflow.messages().get(i);
        test.perdure().send(task, workflow.receives(), message, "message " + i);
      }
      assertThat(test.end(task)).hasToString(workflow.result());
      assertThat(outside.done()).containsExactlyInAnyOrderElementsOf(workflow.done());
    }
  }
}
