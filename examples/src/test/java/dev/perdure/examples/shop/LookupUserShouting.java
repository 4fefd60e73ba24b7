package dev.perdure.examples.shop;

import dev.perdure.api.Routed;
import java.util.Locale;

/// A candidate that asks the same and answers otherwise.
public final class LookupUserShouting {
  private final Catalog catalog;

  public LookupUserShouting(Catalog catalog) {
    this.catalog = catalog;
  }

  @Routed("lookupUser")
  public User lookupUser(String id) {
    var user = catalog.user(id);
    return new User(user.id(), user.name().toUpperCase(Locale.ROOT));
  }
}
