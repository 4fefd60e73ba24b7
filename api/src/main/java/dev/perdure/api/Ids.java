package dev.perdure.api;

import java.util.UUID;

/// Fresh identifiers that a replay sees again.
public interface Ids {
  /// A random UUID (version 4).
  UUID uuid();
}
