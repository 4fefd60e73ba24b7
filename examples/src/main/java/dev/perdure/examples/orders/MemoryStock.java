package dev.perdure.examples.orders;

import dev.perdure.api.IdempotencyKey;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A stock in memory: five plums, enough of everything else.
public final class MemoryStock implements Stock {
  private final Map<String, Integer> plums = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  @Override
  public BigDecimal price(String sku) {
    return new BigDecimal(sku.length()).movePointLeft(1);
  }

  @Override
  public synchronized void reserve(String orderId, Line line) {
    if (!line.sku().equals("plum") || !done.add(IdempotencyKey.current())) {
      return;
    }
    int left = 5 - plums.values().stream().mapToInt(Integer::intValue).sum();
    if (line.quantity() > left) {
      throw new OutOfStock("plum", left);
    }
    plums.merge(orderId, line.quantity(), Integer::sum);
  }

  @Override
  public synchronized void release(String orderId) {
    plums.remove(orderId);
  }
}
