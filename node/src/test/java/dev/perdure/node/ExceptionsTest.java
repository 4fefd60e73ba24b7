package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Effect;
import dev.perdure.api.Previous;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.StartOptions;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is left of an exception that crosses from an effect, a task or a version to another.
class ExceptionsTest {
  private final Perdure perdure = Perdure.inMemory();

  record Sku(String code) {}

  static class Refusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
    private final int status;

    Refusal(String message, int status, Throwable cause) {
      super(message, cause);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /// Says its message itself, from its fields and those of its superclass.
  static final class OutOfStock extends Refusal {
    @Serial private static final long serialVersionUID = 1;
    private final transient Object detail = new Object();
    private final Sku sku;
    private final Optional<Integer> left;

    OutOfStock(int status, Sku sku, Optional<Integer> left) {
      super("no " + sku.code(), status, null);
      this.sku = sku;
      this.left = left;
    }

    String text() {
      return getMessage() + " " + status() + " " + sku + " " + left + " " + (detail != null);
    }
  }

  /// Has a field that is no value.
  static final class Broken extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
    private final Thread by;

    public Broken(String message) {
      super(message);
      this.by = null;
    }

    Broken(String message, Thread by) {
      super(message);
      this.by = by;
    }

    boolean known() {
      return by != null;
    }
  }

  @Effect
  interface Stock {
    int take(String code);
  }

  static final class Orders {
    private final Stock stock;
    private final Tasks tasks;

    Orders(Stock stock, Tasks tasks) {
      this.stock = stock;
      this.tasks = tasks;
    }

    @Routed
    String order(String code) {
      try {
        return "took " + stock.take(code);
      } catch (OutOfStock e) {
        return e.text();
      } catch (Refusal e) {
        return e.getMessage() + " " + e.status() + ", for " + e.getCause().getMessage();
      } catch (Broken e) {
        return e.getMessage() + " " + e.known();
      }
    }

    @Routed
    int take(String code) {
      return stock.take(code);
    }

    @Routed
    String byChild(String code) {
      try {
        return "took " + tasks.<Integer>start("take", code).await();
      } catch (OutOfStock e) {
        return e.text();
      }
    }
  }

  static final class TakeTwo {
    private final Function<String, Integer> previous;

    TakeTwo(@Previous Function<String, Integer> previous) {
      this.previous = previous;
    }

    @Routed("take")
    int take(String code) {
      try {
        return previous.apply(code) + previous.apply(code);
      } catch (OutOfStock e) {
        return -e.status();
      }
    }
  }

  @BeforeEach
  void deploy() {
    perdure.effects().bind(Stock.class, ExceptionsTest::taken);
    perdure.deploy("v1", Orders.class);
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private static int taken(String code) {
    return switch (code) {
      case "pear" -> throw new OutOfStock(404, new Sku(code), Optional.of(3));
      case "plum" -> throw new Refusal("not you", 403, new IllegalStateException("reasons"));
      case "fig" -> throw new Broken("dropped", Thread.currentThread());
      default -> 1;
    };
  }

  @Test
  void theFieldsOfAnExceptionCrossWithItAndItsMessageIsMadeAgain() {
    assertThat(perdure.call("order", "pear", String.class))
        .isEqualTo("no pear 404 Sku[code=pear] Optional[3] true");
  }

  @Test
  void aConstructorWithMessageFieldsAndCauseIsGivenAllThree() {
    assertThat(perdure.call("order", "plum", String.class)).isEqualTo("not you 403, for reasons");
  }

  @Test
  void anExceptionWithAFieldThatIsNoValueCrossesByItsMessage() {
    assertThat(perdure.call("order", "fig", String.class)).isEqualTo("dropped false");
  }

  @Test
  void aTaskThatFailedHasTheFieldsInItsOutcomeAndInItsReplay() {
    var task = perdure.start("take", List.of("pear"), StartOptions.NONE);
    var outcome = (Outcome.Threw) perdure.node().await(task);
    assertThat(outcome.failure().data()).hasToString("{:left 3 :sku {:code \"pear\"} :status 404}");
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.divergence()).isNull();
    assertThat(report.outcome()).isNotNull().matches(o -> o.same(outcome));
    assertThatThrownBy(() -> perdure.await(task, Integer.class))
        .hasMessageContaining("OutOfStock: no pear");
  }

  @Test
  void aChildTasksExceptionReachesWhoAwaitsItWithItsFields() {
    assertThat(perdure.call("byChild", "pear", String.class))
        .isEqualTo("no pear 404 Sku[code=pear] Optional[3] true");
  }

  @Test
  void anExceptionOfAnotherVersionIsCaughtByItsTypeWithItsFields() {
    perdure.deploy("v2", TakeTwo.class);
    perdure.primary("take", "v2");
    assertThat(perdure.call("take", "pear", Integer.class)).isEqualTo(-404);
    assertThat(perdure.call("take", "apple", Integer.class)).isEqualTo(2);
  }
}
