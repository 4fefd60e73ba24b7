package dev.perdure.examples.orders;

import java.math.BigDecimal;

/// What became of an order.
public sealed interface Decision {
  /// It is reserved and paid.
  record Accepted(String receipt, BigDecimal total) implements Decision {}

  /// It is refused, and nothing of it is reserved.
  record Declined(Reason reason, String text) implements Decision {}

  /// Why an order is refused.
  enum Reason {
    OUT_OF_STOCK,
    NO_CREDIT
  }
}
