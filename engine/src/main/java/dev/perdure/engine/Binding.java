package dev.perdure.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What decides which versions serve a task's calls, as far as its history does not say so.
///
/// @param version of the task's own function
/// @param routes the revision that binds its calls
/// @param overrides versions that serve functions whatever the routes say
public record Binding(Version version, Revision routes, Map<FunctionName, Version> overrides) {
  public Binding {
    overrides =
        overrides.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  /// What binds a task that was started, or migrated last, so.
  static Binding of(Event.Started start) {
    return new Binding(start.version(), start.routes(), start.options().overrides());
  }
}
