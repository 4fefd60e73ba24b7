package dev.perdure.examples.orders;

import dev.perdure.api.Previous;
import dev.perdure.api.Routed;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// Another version of one function: a tenth off from ten things on.
public final class DiscountedTotal {
  private final Function<List<Line>, BigDecimal> previous;

  public DiscountedTotal(@Previous Function<List<Line>, BigDecimal> previous) {
    this.previous = previous;
  }

  @Routed("total")
  public BigDecimal total(List<Line> lines) {
    var total = previous.apply(lines);
    var things = lines.stream().mapToInt(Line::quantity).sum();
    return things < 10 ? total : total.multiply(new BigDecimal("0.9"));
  }
}
