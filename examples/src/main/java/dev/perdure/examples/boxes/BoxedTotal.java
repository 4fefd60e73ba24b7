package dev.perdure.examples.boxes;

import dev.perdure.api.Routed;
import dev.perdure.examples.orders.Stock;
import java.math.BigDecimal;
import java.util.List;

/// Another version of one function: it counts boxes.
public final class BoxedTotal {
  private final Stock stock;

  public BoxedTotal(Stock stock) {
    this.stock = stock;
  }

  @Routed("total")
  public BigDecimal total(List<BoxedLine> lines) {
    return lines.stream().map(this::price).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal price(BoxedLine line) {
    long things = (long) line.boxes() * line.perBox();
    return stock.price(line.sku()).multiply(BigDecimal.valueOf(things));
  }
}
