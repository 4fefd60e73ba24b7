package dev.perdure.examples.shop;

import dev.perdure.api.Log;
import dev.perdure.api.Previous;
import dev.perdure.api.Routed;
import java.util.function.Function;

/// A version of one function for looking into a task: does what the version it stands in for does,
/// and says so.
public final class LookupUserDebug {
  private final Function<String, User> previous;
  private final Log log;

  public LookupUserDebug(@Previous Function<String, User> previous, Log log) {
    this.previous = previous;
    this.log = log;
  }

  @Routed("lookupUser")
  public User lookupUser(String id) {
    log.info("lookupUser called with {}", id);
    try {
      var user = previous.apply(id);
      log.info("lookupUser returns {}", user);
      return user;
    } catch (RuntimeException e) {
      log.warn("lookupUser throws: {}", e.getMessage());
      throw e;
    }
  }
}
