package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import java.util.ArrayList;
import java.util.List;

/// A shopping cart that lives as long as its customer wants, told what to do by signals.
public final class Cart {
  private final Customer customer;

  public Cart(Customer customer) {
    this.customer = customer;
  }

  /// What the customer does.
  @Effect
  public interface Customer {
    /// The next thing that the customer does.
    @Signal
    Act act();
  }

  /// One thing that a customer can do.
  public sealed interface Act {
    /// Puts something into the cart.
    record Add(String item) implements Act {}

    /// Takes something out.
    record Remove(String item) implements Act {}

    /// Buys what is in it.
    record CheckOut() implements Act {}
  }

  @Routed
  public List<String> cart(String name) {
    var items = new ArrayList<String>();
    while (true) {
      switch (customer.act()) {
        case Act.Add add -> items.add(add.item());
        case Act.Remove remove -> items.remove(remove.item());
        case Act.CheckOut _ -> {
          return items;
        }
      }
    }
  }
}
