package dev.perdure.examples.shop;

import dev.perdure.api.Routed;

/// Version 2 of one function: takes quotation marks off the names that an old system left there. It
/// has a mistake, which a shadow run finds: the apostrophe in `O'Brien` is not one of them.
public final class LookupUserTidy {
  private final Catalog catalog;

  public LookupUserTidy(Catalog catalog) {
    this.catalog = catalog;
  }

  @Routed("lookupUser")
  public User lookupUser(String id) {
    var user = catalog.user(id);
    return new User(user.id(), user.name().replace("\"", "").replace("'", ""));
  }
}
