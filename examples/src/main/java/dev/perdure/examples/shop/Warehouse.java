package dev.perdure.examples.shop;

import dev.perdure.api.Effect;

/// The warehouse's service.
@Effect
public interface Warehouse {
  /// Puts the items aside; returns the receipt.
  String reserve(String userId, int items);
}
