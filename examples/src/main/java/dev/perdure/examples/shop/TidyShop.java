package dev.perdure.examples.shop;

import dev.perdure.api.Routed;
import java.util.List;

/// Version 3: the whole shop, with the names tidied as version 2 meant to.
public final class TidyShop {
  private final Catalog catalog;
  private final Warehouse warehouse;

  public TidyShop(Catalog catalog, Warehouse warehouse) {
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
    var user = catalog.user(id);
    return new User(user.id(), user.name().replace("\"", ""));
  }

  @Routed
  public List<Item> listItems(String userId) {
    return catalog.items(userId);
  }
}
