package dev.perdure.server;

/// What somebody may do. Each may do what those before it may.
public enum Role {
  /// Looks at tasks, routes, universes and events.
  READ,
  /// Calls functions and starts, pauses, resumes and cancels tasks.
  OPERATE,
  /// Changes routes and universes.
  DEPLOY;

  /// Whether this role is enough for what needs another.
  boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
