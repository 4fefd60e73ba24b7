package dev.perdure.server.view;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a configuration file holds, whatever its syntax: a text, or a map of names to more of it,
/// each with the place where it stands.
public sealed interface Doc {
  /// Where it stands, such as `routes.yaml:3:14`.
  String where();

  /// A word or number, as written.
  record Text(String text, String where) implements Doc {}

  /// Names and what they mean, in the order of the file.
  record Section(Map<String, Doc> entries, String where) implements Doc {
    public Section {
      entries = new LinkedHashMap<>(entries);
    }
  }
}
