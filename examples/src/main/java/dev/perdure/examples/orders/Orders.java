package dev.perdure.examples.orders;

import dev.perdure.api.Clock;
import dev.perdure.api.Log;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// The shop's functions.
public final class Orders {
  private final Stock stock;
  private final Payments payments;
  private final Tasks tasks;
  private final Clock clock;
  private final Log log;

  public Orders(Stock stock, Payments payments, Tasks tasks, Clock clock, Log log) {
    this.stock = stock;
    this.payments = payments;
    this.tasks = tasks;
    this.clock = clock;
    this.log = log;
  }

  @Routed
  public Decision placeOrder(Order order) {
    try {
      order.lines().forEach(line -> stock.reserve(order.id(), line));
    } catch (OutOfStock e) {
      stock.release(order.id());
      return new Decision.Declined(
          Decision.Reason.OUT_OF_STOCK, e.left() + " of " + e.sku() + " left");
    }
    var total = total(order.lines());
    var receipt = payments.charge(order.customer(), total);
    log.info("order {} is paid: {}", order.id(), receipt);
    return new Decision.Accepted(receipt, total);
  }

  @Routed
  public BigDecimal total(List<Line> lines) {
    var prices = tasks.all(lines.stream().map(this::price).toList());
    return prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Supplier<BigDecimal> price(Line line) {
    return () -> stock.price(line.sku()).multiply(BigDecimal.valueOf(line.quantity()));
  }

  @Routed
  public BigDecimal soonest(Line line, Duration patience) {
    return tasks.within(patience, () -> tasks.any(price(line), price(line)));
  }

  @Routed
  public String hold(Order order, Duration time) {
    order.lines().forEach(line -> stock.reserve(order.id(), line));
    try {
      clock.sleep(time);
      return "nobody came for " + order.id();
    } finally {
      stock.release(order.id());
    }
  }

  @Routed
  public String quote(Order order, Duration patience) {
    return tasks.race(
        () -> "it costs " + total(order.lines()),
        () -> {
          clock.sleep(patience);
          return "ask again later";
        });
  }

  @Routed
  public List<Decision> placeAll(List<Order> orders) {
    var started = orders.stream().map(order -> tasks.<Decision>start("placeOrder", order)).toList();
    return started.stream().map(task -> task.await()).toList();
  }
}
