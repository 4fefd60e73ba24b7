package dev.perdure.examples.orders;

import dev.perdure.api.Effect;
import dev.perdure.api.Idempotent;
import dev.perdure.api.ReadOnly;
import java.math.BigDecimal;

/// The warehouse's stock.
@Effect
public interface Stock {
  @ReadOnly
  BigDecimal price(String sku);

  void reserve(String orderId, Line line);

  @Idempotent
  void release(String orderId);
}
