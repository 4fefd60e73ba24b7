package dev.perdure.examples.orders;

import java.math.BigDecimal;

/// A bank that trusts everybody.
public final class MemoryPayments implements Payments {
  @Override
  public String charge(String customer, BigDecimal amount) {
    return customer + " paid " + amount;
  }
}
