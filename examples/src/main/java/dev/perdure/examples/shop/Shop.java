package dev.perdure.examples.shop;

import dev.perdure.api.Routed;
import java.util.List;

/// Version 1: plain Java, no engine in sight.
public final class Shop {
  private final Catalog catalog;
  private final Warehouse warehouse;

  public Shop(Catalog catalog, Warehouse warehouse) {
    this.catalog = catalog;
    this.warehouse = warehouse;
  }

  @Routed
  public Response handleRequest(Request request) {
    var user = lookupUser(request.userId());
    var items = listItems(user.id());
    var receipt = warehouse.reserve(user.id(), items.size());
    return new Response("Hello, " + user.name(), items, receipt);
  }

  @Routed
  public User lookupUser(String id) {
    return catalog.user(id);
  }

  @Routed
  public List<Item> listItems(String userId) {
    return catalog.items(userId);
  }
}
