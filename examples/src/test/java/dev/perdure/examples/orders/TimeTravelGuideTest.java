package dev.perdure.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.travel.SideBySide;
import dev.perdure.node.Perdure;
import dev.perdure.value.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Runs what the guide to debugging shows of programs.
class TimeTravelGuideTest {
  private static final Order ORDER =
      new Order("1", "ada", List.of(new Line("plum", 2), new Line("pear", 1)), Optional.empty());

  private static Outcome returned(String total) {
    return new Outcome.Returned(Payload.of(new Decimal(new BigDecimal(total))));
  }

  @Test
  void aTaskIsWalkedForwardAndBack() {
    try (var perdure = Perdure.inMemory()) {
      perdure.effects().bind(Stock.class, new MemoryStock());
      perdure.effects().bind(Payments.class, new MemoryPayments());
      perdure.deploy("v1", Orders.class);
      var task = perdure.start("placeOrder", List.of(ORDER), StartOptions.NONE);
      perdure.await(task, Decision.class);
      var visited = new ArrayList<String>();
      var travel = perdure.timeTravel(task);
      while (travel.forward()) {
        visited.add(travel.moment().kind() + " " + travel.moment().name());
      }
      assertThat(visited)
          .startsWith("EFFECT dev.perdure.examples.orders.Stock/reserve")
          .contains("CALL total", "FORK fork", "LINE log")
          .endsWith("RETURN placeOrder", "END ");
      travel.to(0);
      travel.next(moment -> moment.name().equals("total"));
      assertThat(travel.moment().frame().call().arguments().toString()).contains("plum");
      travel.out();
      assertThat(travel.moment().outcome()).isEqualTo(returned("1.2"));
      travel.back();
      assertThat(travel.moment().name()).endsWith("Stock/price");
      perdure.deploy("v2", DiscountedTotal.class);
      var switched = perdure.timeTravel(task, "total", "v2");
      var both = SideBySide.first(switched.timeline());
      assertThat(both.compared().result().divergences()).isEmpty();
    }
  }
}
