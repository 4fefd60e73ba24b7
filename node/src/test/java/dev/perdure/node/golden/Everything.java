package dev.perdure.node.golden;

import dev.perdure.api.Clock;
import dev.perdure.api.Cron;
import dev.perdure.api.Effect;
import dev.perdure.api.Ids;
import dev.perdure.api.Log;
import dev.perdure.api.Random;
import dev.perdure.api.Retry;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import dev.perdure.api.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Functions whose histories have all that a history can have.
public final class Everything {
  /// Cents for which the next version does not come to an end.
  static final long UNLUCKY = 13;

  private final World world;
  private final Words words;
  private final Tasks tasks;
  private final Clock clock;
  private final Log log;
  private final Random random;
  private final Ids ids;

  /// What they touch.
  @Effect
  public interface World {
    /// Throws for the first two times.
    @Retry(max = 3, backoff = "1ms..2ms")
    String pay(Order order);
  }

  /// What they are told.
  @Effect
  public interface Words {
    /// Waits for a word.
    @Signal
    String word();
  }

  /// A value of several kinds.
  public record Order(String id, long cents, List<Line> lines) {
    /// One thing.
    public sealed interface Line {
      /// So many.
      record Goods(String sku, int count) implements Line {}

      /// Some words.
      record Note(String text) implements Line {}
    }
  }

  public Everything(
      World world, Words words, Tasks tasks, Clock clock, Log log, Random random, Ids ids) {
    this.world = world;
    this.words = words;
    this.tasks = tasks;
    this.clock = clock;
    this.log = log;
    this.random = random;
    this.ids = ids;
  }

  @Routed
  public String order(String id) {
    log.info("order {}", id);
    var order =
        new Order(
            id,
            random.nextInt(1_000),
            List.of(new Order.Line.Goods("plum", 3), new Order.Line.Note(ids.uuid().toString())));
    return clock.now() + " " + price(order) + " " + world.pay(order);
  }

  @Routed
  public long price(Order order) {
    return order.cents();
  }

  @Routed
  public String race() {
    return tasks.race(
        () -> {
          clock.sleep(Duration.ofDays(1));
          return "slow";
        },
        () -> {
          clock.sleep(Duration.ofMillis(1));
          return "fast";
        });
  }

  @Routed
  public String word() {
    return words.word();
  }

  @Routed
  public String parent() {
    return tasks.<String>start("word").await() + "!";
  }

  @Routed
  public String sleep(Duration time) {
    clock.sleep(time);
    return "rested";
  }

  @Routed
  public int deep(int depth) {
    return depth == 0 ? 0 : 1 + deep(depth - 1);
  }

  @Routed
  public String fails() {
    throw new IllegalStateException("on purpose", new RuntimeException("the cause"));
  }

  @Routed
  @Cron(value = "30 2 * * *", zone = "Europe/Berlin")
  public String nightly(Instant due) {
    return "nightly of " + due;
  }

  /// The next version of two of them.
  public static final class Next {
    private final Words words;

    public Next(Words words) {
      this.words = words;
    }

    @Routed
    public long price(Order order) {
      long cents = order.cents();
      while (cents == UNLUCKY) {
        cents = order.cents();
      }
      return cents + 1;
    }

    @Routed
    public String word() {
      return "a " + words.word();
    }
  }
}
