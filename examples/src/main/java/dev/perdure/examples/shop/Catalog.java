package dev.perdure.examples.shop;

import dev.perdure.api.Effect;
import dev.perdure.api.ReadOnly;
import java.util.List;

/// Customers and their lists, in a database.
@Effect
public interface Catalog {
  /// The customer.
  @ReadOnly
  User user(String id);

  /// What is on the customer's list.
  @ReadOnly
  List<Item> items(String userId);
}
