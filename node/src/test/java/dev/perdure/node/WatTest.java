package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.api.Routed;
import dev.perdure.engine.Author;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.Step;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.engine.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs in wat on a node: their functions are tasks, and versions of functions in Java.
class WatTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path dir;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private Perdure open() {
    var perdure =
        Perdure.open(
            NodeConfig.in(dir.resolve("data"))
                .withLines(line -> lines.add(line.text()))
                .withShadowLimits(
                    ShadowLimits.defaults().onBusyMachine().withRun(2_000, 64 << 20)));
    perdure
        .effects()
        .bind(
            Mailer.class,
            new Mailer() {
              @Override
              public long sendMail(String to, String text) {
                sent.add(to + ": " + text);
                try {
                  assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                  throw new IllegalStateException("interrupted");
                }
                return sent.size();
              }

              @Override
              public long quota() {
                return 10 - sent.size();
              }

              @Override
              public String trySend(String to) {
                throw new MailError("full", 7);
              }
            });
    return perdure;
  }

  private Path wat(String text) {
    try {
      return Files.writeString(
          dir.resolve("program.wat"), text.replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String MAILER =
      """
      (%defrecord :t::MailError {:doc "What the interface throws."} [size <- :wat::core::i64])
      (%defeffect :dev::perdure::node::Mailer
        [(send-mail [to <- :wat::core::String  text <- :wat::core::String] -> :wat::core::i64)
         (quota {:read-only true} [] -> :wat::core::i64)
         (try-send [to <- :wat::core::String] -> :wat::core::Result<wat::core::String,t::MailError>)])
      """;

  @Test
  void aFunctionIsATaskWhoseEffectsAreRecordedAndReplayed() {
    try (var perdure = open()) {
      perdure.deploy(
          "v1",
          wat(
              """
              (%defn :t::dice [n <- :wat::core::i64] -> :wat::core::Vector<wat::core::i64>
                (%do (:wat::kernel::println (%format "rolling {n}" :n n))
                     (:wat::time::now)
                     (%mapv (%fn [i <- :wat::core::i64] -> :wat::core::i64 (:wat::random::i64 0 6))
                            (%into [] (%range 0 n)))))
              """));
      var task = perdure.start("t::dice", List.of(50L), StartOptions.NONE);
      var rolled = perdure.await(task, new TypeToken<List<Long>>() {});
      assertThat(rolled).hasSize(50).allMatch(n -> n >= 0 && n < 6).contains(0L, 5L);
      assertThat(lines).contains("\"rolling 50\"");
      assertThat(perdure.node().history(task))
          .filteredOn(Event.Recorded.class::isInstance)
          .hasSize(52);
      assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
    }
  }

  @Test
  void operationsOfAnInterfaceAreAskedOnceThoughTheNodeIsClosedWhileOneIsPerformed() {
    gate = new CountDownLatch(1);
    TaskId task;
    var program =
        wat(
            MAILER
                + """
                (%defn :t::send-all [to <- :wat::core::Vector<wat::core::String>] -> :wat::core::String
                  (%str (%mapv (%fn [t <- :wat::core::String] -> :wat::core::i64
                                 (%+ (:dev::perdure::node::Mailer/send-mail t "hi")
                                     (%* 100 (:dev::perdure::node::Mailer/quota))))
                               to)))
                """);
    try (var perdure = open()) {
      perdure.deploy("v1", program);
      task = perdure.start("t::send-all", List.of(List.of("ada", "bob", "cyd")), StartOptions.NONE);
      await().atMost(LONG).until(() -> sent.size() == 1);
    }
    gate.countDown();
    try (var perdure = open()) {
      // the first was cut short, so it is performed again: at least once
      assertThat(perdure.await(task, String.class)).isEqualTo("[802 703 604]");
    }
    assertThat(sent).containsExactly("ada: hi", "ada: hi", "bob: hi", "cyd: hi");
  }

  @Test
  void whatAnImplementationThrowsIsTheErrOfAnOperationWhoseErrorHasItsNameAndFields() {
    try (var perdure = open()) {
      perdure.deploy(
          "v1",
          wat(
              MAILER
                  + """
                  (%defn :t::try [] -> :wat::core::i64
                    (%match (:dev::perdure::node::Mailer/try-send "ada")
                      ((Ok s) 0)
                      ((Err e) (:t::MailError/size e))))
                  """));
      assertThat(perdure.call("t::try", List.of(), Long.class, StartOptions.NONE)).isEqualTo(7);
    }
  }

  @Test
  void aRaiseIsTheFailureOfTheTaskWithKindAndPlace() {
    try (var perdure = open()) {
      perdure.deploy(
          "v1", wat("(%defn :t::f [n <- :wat::core::i64] -> :wat::core::i64\n  (%quot 1 n))"));
      assertThatThrownBy(() -> perdure.call("t::f", 0L, Long.class))
          .hasMessageContaining("wat.runtime/DivisionByZero");
      var task = perdure.start("t::f", List.of(0L), StartOptions.NONE);
      assertThatThrownBy(() -> perdure.await(task, Long.class)).isNotNull();
      var finished = (Event.Finished) perdure.node().history(task).getLast();
      assertThat(((Outcome.Threw) finished.outcome()).failure().trace())
          .containsExactly(dir.resolve("program.wat") + ":2:3");
    }
  }

  @Test
  void argumentsOfAnotherTypeAreRefusedBeforeATaskStarts() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat("(%defn :t::f [n <- :wat::core::u8] -> :wat::core::u8 n)"));
      assertThatThrownBy(() -> perdure.call("t::f", 300L, Long.class))
          .hasMessageContaining("VALUE_MISMATCH")
          .hasMessageContaining("argument 1");
      assertThat(perdure.call("t::f", 200L, Long.class)).isEqualTo(200);
    }
  }

  /// Version 1 of a function, in Java.
  public static final class Prices {
    /// What is ordered.
    public record Order(String itemId, int count, Optional<String> coupon) {}

    /// What it costs.
    public record Price(long cents) {}

    @Routed("price")
    public static Price price(Order order) {
      long each = order.itemId().length() * 100L;
      return new Price(order.count() * each - (order.coupon().isPresent() ? 50 : 0));
    }
  }

  private static final String PRICES =
      """
      (%defrecord :shop::Order
        [item-id <- :wat::core::String  count <- :wat::core::i64
         coupon <- :wat::core::Option<wat::core::String>])
      (%defrecord :shop::Price [cents <- :wat::core::i64])
      """;

  private static final String PRICE =
      PRICES
          + """
          (%defn :shop::price {:route "price"} [o <- :shop::Order] -> :shop::Price
            (%let [each (%* 100 (%string::length (:shop::Order/item-id o)))
                   off (%match (:shop::Order/coupon o) ((Some _) 50) (:None 0))]
              (:shop::Price' (%- (%* each (:shop::Order/count o)) off))))
          """;

  private List<Divergence> shadowed(String program) {
    try (var perdure = open()) {
      perdure.deploy("v1", Prices.class);
      perdure.deploy("v2", wat(program));
      perdure.shadow("price", "v1", "v2");
      var order = new Prices.Order("pear", 3, Optional.of("x"));
      var task = perdure.start("price", List.of(order), StartOptions.NONE);
      assertThat(perdure.await(task, Prices.Price.class)).isEqualTo(new Prices.Price(1150));
      assertThat(perdure.node().awaitShadows(LONG)).isTrue();
      var reports =
          perdure.node().history(task).stream().filter(Event.Shadowed.class::isInstance).toList();
      assertThat(reports).hasSize(1);
      return ((Event.Shadowed) reports.getFirst()).report().divergences();
    }
  }

  @Test
  void version1InJavaIsShadowedByVersion2InWat() {
    assertThat(shadowed(PRICE)).isEmpty();
  }

  @Test
  void anotherResultOfTheWatVersionIsFound() {
    assertThat(shadowed(PRICE.replace("50", "60")))
        .extracting(Divergence::kind)
        .containsExactly(Divergence.Kind.RESULT);
  }

  @Test
  void aCandidateInWatWithoutBoundsIsStopped() {
    var loops =
        PRICES
            + """
            (%defn :shop::price {:route "price"} [o <- :shop::Order] -> :shop::Price
              (:shop::price (:shop::Order' "x" 1 :wat::core::None)))
            """;
    assertThat(shadowed(loops))
        .extracting(Divergence::kind)
        .containsExactly(Divergence.Kind.STOPPED);
  }

  @Test
  void watCallsJavaThroughTheRouter() {
    try (var perdure = open()) {
      perdure.deploy("v1", Prices.class);
      perdure.deploy(
          "w1",
          wat(
              PRICES
                  + """
                  (%defextern :shop::price {:route "price"} [o <- :shop::Order] -> :shop::Price)
                  (%defn :shop::total [items <- :wat::core::Vector<wat::core::String>] -> :wat::core::i64
                    (%foldl (%fn [sum <- :wat::core::i64  item <- :wat::core::String] -> :wat::core::i64
                              (%+ sum (:shop::Price/cents
                                        (:shop::price (:shop::Order' item 1 :wat::core::None)))))
                            0 items))
                  """));
      assertThat(perdure.call("shop::total", List.of("pear", "fig"), Long.class)).isEqualTo(700);
      // version 2 in wat serves the same call
      perdure.deploy("v2", wat(PRICE.replace("100", "1")));
      perdure.primary("price", "v2");
      assertThat(perdure.call("shop::total", List.of("pear", "fig"), Long.class)).isEqualTo(7);
    }
  }

  private static final String STEPS =
      """
      (%defn :t::inner [n <- :wat::core::i64] -> :wat::core::i64
        (%+ n (:wat::random::i64 0 6)))
      (%defn :t::main [] -> :wat::core::i64
        (%do
          (:wat::kernel::println "begins")
          (%foldl (%fn [sum <- :wat::core::i64  i <- :wat::core::i64] -> :wat::core::i64
                    (%+ sum (:t::inner i)))
                  0 [1 2])))
      """;

  @Test
  void stepsAndLinesOfATaskSayWhereInTheFileTheyWereAsked() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(STEPS));
      var task = perdure.start("t::main", List.of(), StartOptions.NONE);
      perdure.await(task, Long.class);
      var asked = new ArrayList<String>();
      perdure
          .node()
          .replay(
              task,
              Map.of(),
              Extras.none(),
              step -> {
                if (step instanceof Step.Asked a) {
                  asked.add(a.at().position());
                }
              });
      assertThat(asked).containsExactly("program.wat:5", "program.wat:2", "program.wat:2");
      assertThat(perdure.node().history(task))
          .filteredOn(
              event -> event instanceof Event.Recorded r && r.effect() instanceof Effect.LogLine)
          .singleElement()
          .extracting(event -> Written.of(((Event.Recorded) event).outcome()).author())
          .isEqualTo(new Author("t::main", "v1", "program.wat:5"));
    }
  }

  @Test
  void aDivergenceSaysWhereTheCandidateAsks() {
    var more = "\n  (%do\n    (:wat::time::now)\n    (%+ n (:wat::random::i64 0 6))))";
    try (var perdure = open()) {
      perdure.deploy("v1", wat(STEPS));
      perdure.deploy("v2", wat(STEPS.replace("\n  (%+ n (:wat::random::i64 0 6)))", more)));
      perdure.shadow("t::inner", "v1", "v2");
      var task = perdure.start("t::inner", List.of(4L), StartOptions.NONE);
      perdure.await(task, Long.class);
      assertThat(perdure.node().awaitShadows(LONG)).isTrue();
      assertThat(perdure.node().history(task))
          .filteredOn(Event.Shadowed.class::isInstance)
          .singleElement()
          .extracting(event -> ((Event.Shadowed) event).report().divergences().getFirst())
          .extracting(Divergence::askedAt)
          .isEqualTo("program.wat:3");
    }
  }

  private static final String RATES =
      """
      (%defn :t::rate [n <- :wat::core::i64] -> :wat::core::i64 (%* n 2))
      (%defn :t::both [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
        (%+ (:t::rate a) (:t::rate b)))
      (%defn :t::all [ns <- :wat::core::Vector<wat::core::i64>] -> :wat::core::Vector<wat::core::i64>
        (%mapv :t::rate ns))
      (%defn :t::down [n <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
        (%if (%= n 0) sum (:t::down (%- n 1) (%+ sum (:t::rate n)))))
      """;

  private static final String RATES_2 =
      "(%defn :t::rate [n <- :wat::core::i64] -> :wat::core::i64 (%* n 3))";

  @Test
  void aRouteHoldsForCallsInsideAProgramToo() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(RATES));
      perdure.deploy("v2", wat(RATES_2));
      assertThat(perdure.call("t::both", List.of(1L, 2L), Long.class, StartOptions.NONE))
          .isEqualTo(6);
      perdure.primary("t::rate", "v2");
      var both = perdure.start("t::both", List.of(1L, 2L), StartOptions.NONE);
      assertThat(perdure.await(both, Long.class)).isEqualTo(9);
      var all = perdure.start("t::all", List.of(List.of(1L, 2L)), StartOptions.NONE);
      assertThat(perdure.await(all, new TypeToken<List<Long>>() {})).containsExactly(3L, 6L);
      var down = perdure.start("t::down", List.of(1_000L, 0L), StartOptions.NONE);
      assertThat(perdure.await(down, Long.class)).isEqualTo(3 * 500_500);
      perdure.primary("t::rate", "v1");
      assertThat(perdure.call("t::both", List.of(1L, 2L), Long.class, StartOptions.NONE))
          .isEqualTo(6);
      for (var task : List.of(both, all, down)) {
        assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
      }
    }
  }

  @Test
  void aFunctionInsideAProgramIsSharedBetweenVersionsTaskByTask() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(RATES));
      perdure.deploy("v2", wat(RATES_2));
      perdure.percent("t::rate", "v1", "v2", 50);
      var results = new TreeSet<Long>();
      var tasks = new ArrayList<TaskId>();
      for (int i = 0; i < 40; i++) {
        var task = perdure.start("t::both", List.of(1L, 2L), StartOptions.NONE);
        tasks.add(task);
        results.add(perdure.await(task, Long.class));
      }
      assertThat(results).containsExactly(6L, 9L);
      perdure.primary("t::rate", "v1");
      for (var task : tasks) {
        assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
      }
    }
  }

  @Test
  void aFunctionInsideAProgramIsShadowedAndSwitchedInAReplay() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(RATES));
      perdure.deploy("v2", wat(RATES_2));
      var before = perdure.start("t::both", List.of(1L, 2L), StartOptions.NONE);
      assertThat(perdure.await(before, Long.class)).isEqualTo(6);
      perdure.shadow("t::rate", "v1", "v2");
      var task = perdure.start("t::both", List.of(1L, 2L), StartOptions.NONE);
      assertThat(perdure.await(task, Long.class)).isEqualTo(6);
      assertThat(perdure.node().awaitShadows(LONG)).isTrue();
      assertThat(perdure.node().history(task))
          .filteredOn(Event.Shadowed.class::isInstance)
          .hasSize(2)
          .allMatch(event ->
              ((Event.Shadowed) event).report().divergences().getFirst().kind()
                  == Divergence.Kind.RESULT);
      var switched =
          perdure
              .node()
              .replay(
                  before, Map.of(new FunctionName("t::rate"), new Version("v2")), Extras.none());
      assertThat(switched.calls()).hasSize(2);
      assertThat(switched.outcome()).isEqualTo(new Outcome.Returned(Payload.of(9)));
    }
  }

  @Test
  void aRoutedVersionMayDoMoreThanTheOneInTheProgram() {
    TaskId task;
    try (var perdure = open()) {
      perdure.deploy("v1", wat(RATES));
      perdure.deploy(
          "v2", wat(RATES_2.replace("(%* n 3)", "(%+ (%* n 3) (:wat::random::i64 0 1))")));
      perdure.primary("t::rate", "v2");
      task = perdure.start("t::down", List.of(100L, 0L), StartOptions.NONE);
      assertThat(perdure.await(task, Long.class)).isEqualTo(3 * 5_050);
    }
    try (var perdure = open()) {
      assertThat(perdure.node().history(task))
          .filteredOn(Event.Recorded.class::isInstance)
          .hasSize(100);
      assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
    }
  }

  @Test
  void aVersionThatDoesMoreThanCallersInsideAProgramMayIsNotRoutedTo() {
    var bounded = RATES.replace("(%defn :t::both [", "(%defn :t::both {:effects []} [");
    var noisy = RATES_2.replace("(%* n 3)", "(%+ (%* n 3) (:wat::random::i64 0 1))");
    try (var perdure = open()) {
      perdure.deploy("v1", wat(bounded));
      perdure.deploy("v2", wat(noisy));
      perdure.deploy("v3", wat(RATES_2));
      assertThatThrownBy(() -> perdure.primary("t::rate", "v2"))
          .hasMessageContaining("ROUTE_EFFECTS")
          .hasMessageContaining(":t::both may do [], and does random")
          .hasMessageContaining("program.wat:");
      perdure.primary("t::rate", "v3");
      assertThat(perdure.call("t::both", List.of(1L, 2L), Long.class, StartOptions.NONE))
          .isEqualTo(9);
    }
  }

  private static final String TOTAL =
      """
      (%defn :shop::total [items <- :wat::core::Vector<wat::core::String>] -> :wat::core::i64
        (%count items))
      """;

  private static String extern(String metadata) {
    return PRICES
        + "(%defextern :shop::price {:route \"price\""
        + metadata
        + "} [o <- :shop::Order] -> :shop::Price)\n"
        + TOTAL;
  }

  @Test
  void aFunctionThatIsDeclaredAndThatNoVersionHasIsRefusedAtDeploy() {
    try (var perdure = open()) {
      assertThatThrownBy(() -> perdure.deploy("w1", wat(extern(""))))
          .hasMessageContaining("EXTERN_UNKNOWN")
          .hasMessageContaining(":shop::price is declared, and no version has the function price")
          .hasMessageContaining("program.wat:5:24");
      perdure.deploy("v1", Prices.class);
      perdure.deploy("w1", wat(extern("")));
    }
  }

  @Test
  void aFunctionThatIsDeclaredWithOtherTypesThanItHasIsRefusedAtDeploy() {
    try (var perdure = open()) {
      perdure.deploy("v1", Prices.class);
      var other = extern("").replace("count <- :wat::core::i64", "count <- :wat::core::String");
      assertThatThrownBy(() -> perdure.deploy("w1", wat(other)))
          .hasMessageContaining("EXTERN_INCOMPATIBLE")
          .hasMessageContaining("argument 1.count")
          .hasMessageContaining("program.wat:5:24");
    }
  }

  private static final String NOISY =
      PRICES
          + """
          (%defn :shop::price {:route "price"} [o <- :shop::Order] -> :shop::Price
            (:shop::Price' (:wat::random::i64 0 9)))
          """;

  @Test
  void aFunctionThatDoesMoreThanItsCallersDeclareIsRefusedWhereverItWouldServeThem() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(NOISY));
      assertThatThrownBy(() -> perdure.deploy("w1", wat(extern(" :effects [time]"))))
          .hasMessageContaining("EXTERN_INCOMPATIBLE")
          .hasMessageContaining("it does [random], of which :effects [time] allows nothing");
      perdure.deploy("w1", wat(extern(" :effects [time random]")));
    }
  }

  @Test
  void aVersionThatDoesMoreThanCallersDeclareIsNeitherLetInNorRoutedTo() {
    try (var perdure = open()) {
      perdure.deploy("v1", Prices.class);
      perdure.deploy("v2", wat(NOISY));
      perdure.deploy("w1", wat(extern(" :effects []")));
      assertThatThrownBy(() -> perdure.primary("price", "v2"))
          .hasMessageContaining("EXTERN_INCOMPATIBLE")
          .hasMessageContaining("The function price of v2 is not what w1 declares as :shop::price");
      assertThatThrownBy(() -> perdure.deploy("v3", wat(NOISY.replace("9", "8"))))
          .hasMessageContaining("EXTERN_INCOMPATIBLE");
      perdure.deploy("v3", wat(PRICE));
      perdure.primary("price", "v3");
    }
  }

  @Test
  void aVersionWhoseTypesDoNotFitIsRefusedWithThePathAndThePlace() {
    try (var perdure = open()) {
      perdure.deploy("v1", Prices.class);
      var other =
          wat(
              PRICES.replace("count <- :wat::core::i64", "count <- :wat::core::String")
                  + """
                  (%defn :shop::price {:route "price"} [o <- :shop::Order] -> :shop::Price
                    (:shop::Price' 1))
                  """);
      assertThatThrownBy(() -> perdure.deploy("v2", other))
          .hasMessageContaining("JAVA_INCOMPATIBLE")
          .hasMessageContaining("argument 1.count is written as int");
    }
  }

  @Test
  void aProgramWithAMistakeIsRefusedWithItsPlace() {
    try (var perdure = open()) {
      var wrong = wat("(%defn :t::f [] -> :wat::core::i64\n  \"x\")");
      assertThatThrownBy(() -> perdure.deploy("v1", wrong))
          .hasMessageContaining("WAT_REFUSED")
          .hasMessageContaining("wat.check/ReturnTypeMismatch")
          .hasMessageContaining("program.wat:2:3");
    }
  }

  @Test
  void aUniverseIsFrozenAgainFromWhatIsKeptWithTheFilesThatItLoads() throws IOException {
    Files.writeString(
        dir.resolve("part.wat"),
        "(:wat::core::defn :t::half [n <- :wat::core::i64] -> :wat::core::i64\n"
            + "  (:wat::core::quot n 2))");
    var program =
        wat(
            "(:wat::load-file! \"part.wat\")\n"
                + "(%defn :t::f [n <- :wat::core::i64] -> :wat::core::i64 (:t::half n))");
    try (var perdure = open()) {
      perdure.deploy("v1", program);
    }
    Files.delete(dir.resolve("part.wat"));
    Files.delete(program);
    try (var perdure = open()) {
      assertThat(perdure.call("t::f", 10L, Long.class)).isEqualTo(5);
    }
  }
}
