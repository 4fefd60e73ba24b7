package dev.perdure.examples.orders;

import dev.perdure.api.Effect;
import java.math.BigDecimal;

/// The bank.
@Effect
public interface Payments {
  /// @return the receipt
  String charge(String customer, BigDecimal amount);
}
