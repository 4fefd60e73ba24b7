package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.Tried;
import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.java.JavaCode;
import dev.perdure.java.codec.CodecCode;
import dev.perdure.value.Edn;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What older versions wrote is read through the functions of the newer ones' types (E26).
class ValueMigrationsTest {
  private static final Change ADA = new Change("ada", "");

  private static final String BUYER =
      """
      package shop;
      import dev.perdure.api.*;

      @Effect interface Market { Price price(String sku); }

      @Effect interface Offers { @Signal Price offer(); @Promise Price limit(); @Signal String go(); }

      public final class Buyer {
        private final Market market;
        private final Offers offers;
        private final Tasks tasks;

        Buyer(Market market, Offers offers, Tasks tasks) {
          this.market = market;
          this.offers = offers;
          this.tasks = tasks;
        }

        @Routed
        String buy(Price budget) {
          Price price = null;
          try {
            price = market.price("plum");
          } catch (Exception e) {
            return "caught " + e;
          }
          var offer = offers.offer();
          var limit = offers.limit();
          var tax = tasks.<Price>start("tax", 3).await();
          var word = offers.go();
          return word + budget + price + offer + limit + tax + tax(4);
        }

        @Routed
        Price tax(int percent) {
          return new Price(percent OF);
        }
      }

      record Price(COMPONENTS) {
        record V1(double euros) {}

        MIGRATES

        @Override
        public String toString() {
          return " " + euros + CURRENCY;
        }
      }
      """;

  @TempDir Path dir;
  private Perdure perdure;
  private String price = "{:euros 2.0}";

  @BeforeEach
  void open() throws IOException {
    perdure = Perdure.open(NodeConfig.in(dir.resolve("data")));
    bindMarket();
    deploy(
        "v1",
        BUYER
            .replace("COMPONENTS", "double euros")
            .replace("OF", "")
            .replace("MIGRATES", "")
            .replace("CURRENCY", "\"\""));
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private void bindMarket() {
    perdure
        .node()
        .bind(
            "shop.Market",
            (effect, now) -> Tried.of(new Outcome.Returned(Payload.of(Edn.read(price)))));
  }

  private void deployWith(String version, String migration) throws IOException {
    deploy(
        version,
        BUYER
            .replace("COMPONENTS", "double euros, String currency")
            .replace("OF", ", \"%\"")
            .replace("CURRENCY", "currency")
            .replace("MIGRATES", "@Migrates static Price of(V1 old) { " + migration + " }"));
  }

  private void deploy(String version, String source) throws IOException {
    perdure
        .node()
        .deploy(
            new Version(version), ClassSource.memory(compiled(version, source)), List.of(), ADA);
  }

  private Map<String, byte[]> compiled(String version, String source) throws IOException {
    var out = Files.createDirectories(dir.resolve(version));
    var file = Files.writeString(out.resolve("Buyer.java"), source);
    var path =
        System.getProperty("java.class.path")
            + System.getProperty("path.separator")
            + System.getProperty("jdk.module.path", "");
    int rc =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-g",
                "-proc:none",
                "-cp",
                path,
                "-d",
                out.toString(),
                file.toString());
    assertThat(rc).isZero();
    var classes = new HashMap<String, byte[]>();
    try (var files = Files.list(out.resolve("shop"))) {
      for (var each : files.toList()) {
        var name = each.getFileName().toString();
        classes.put(
            "shop." + name.substring(0, name.length() - ".class".length()),
            Files.readAllBytes(each));
      }
    }
    return classes;
  }

  private static final String EUROS = "return new Price(old.euros(), \"EUR\");";

  private static Value edn(String text) {
    return Edn.read(text);
  }

  private TaskId start(String budget) {
    return perdure
        .node()
        .start(new FunctionName("buy"), Payload.ofVec(edn(budget)), StartOptions.NONE);
  }

  private void send(TaskId task, String name, String value) {
    perdure.send(task, name, edn(value));
  }

  /// A task of the first version that has everything but the word to go on.
  private TaskId halfWay() {
    var task = start("{:euros 1.0}");
    send(task, "offer", "{:euros 3.0}");
    send(task, "limit", "{:euros 4.0}");
    await()
        .until(() ->
            perdure
                .node()
                .<Boolean>read(state ->
                    state.task(task).waiting().values().stream()
                        .anyMatch(w -> w.effect().toString().contains("go"))));
    return task;
  }

  private TaskStatus status(TaskId task) {
    return perdure.node().<TaskStatus>read(state -> state.task(task).status());
  }

  @Test
  void aTaskGoesOnWithAVersionToWhichAllItsValuesHaveAnotherShape() throws IOException {
    var task = halfWay();
    deployWith("v2", EUROS);
    perdure.primary("tax", "v2");
    perdure.migrate(task, "v2");
    send(task, "go", "\"bought\"");
    assertThat(perdure.await(task, String.class))
        .isEqualTo("bought 1.0EUR 2.0EUR 3.0EUR 4.0EUR 3.0EUR 4.0%");
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.asRecorded()).as("%s", report).isTrue();
  }

  @Test
  void whatAnotherVersionReturnsIsReadThroughTheFunctionToo() throws IOException {
    deployWith("v2", EUROS);
    perdure.primary("buy", "v2");
    var task = start("{:euros 1.0 :currency \"GBP\"}");
    send(task, "offer", "{:euros 3.0}");
    send(task, "limit", "{:euros 4.0 :currency \"USD\"}");
    send(task, "go", "\"bought\"");
    assertThat(perdure.await(task, String.class))
        .isEqualTo("bought 1.0GBP 2.0EUR 3.0EUR 4.0USD 3.0EUR 4.0EUR");
  }

  @Test
  void anArgumentThatTheFunctionFailsOnStartsNoTask() throws IOException {
    deployWith("v2", "throw new IllegalStateException(\"no \" + old.euros());");
    perdure.primary("buy", "v2");
    assertThatThrownBy(() -> start("{:euros 1.0}"))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(CodecCode.MIGRATION_FAILED);
              assertThat(e.problem().where()).contains("argument 1 of buy");
              assertThat(e.problem().what()).contains("Price.of threw").contains("no 1.0");
            });
    assertThat(perdure.node().<Integer>read(state -> state.tasks().size())).isZero();
  }

  @Test
  void aTaskWhoseRecordedValueTheFunctionFailsOnStopsAndGoesOnWithAWholeOne() throws IOException {
    deployWith("v2", "if (old.euros() == 2) { throw new IllegalStateException(\"odd\"); }" + EUROS);
    perdure.primary("buy", "v2");
    var task = start("{:euros 1.0}");
    await().until(() -> status(task) == TaskStatus.PAUSED);
    assertThat(perdure.node().history(task).toString())
        .contains("MIGRATION_FAILED: Price.of threw java.lang.IllegalStateException: odd");
    deployWith("v3", EUROS);
    perdure.migrate(task, "v3");
    perdure.node().resume(task, ADA);
    send(task, "offer", "{:euros 3.0}");
    send(task, "limit", "{:euros 4.0}");
    send(task, "go", "\"bought\"");
    assertThat(perdure.await(task, String.class)).startsWith("bought 1.0EUR 2.0EUR");
  }

  @Test
  void aVersionThatDoesNotReadWhatIsSentIsRefusedWithTheWayOut() {
    assertThatThrownBy(() ->
            deploy(
                "v2",
                BUYER
                    .replace("COMPONENTS", "double euros, String currency")
                    .replace("OF", ", \"\"")
                    .replace("CURRENCY", "currency")
                    .replace("MIGRATES", "")))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(JavaCode.JAVA_INCOMPATIBLE);
              assertThat(e.problem().what()).contains("argument 1.currency is not written");
              assertThat(e.problem().remedy()).contains("@Migrates");
            });
  }
}
