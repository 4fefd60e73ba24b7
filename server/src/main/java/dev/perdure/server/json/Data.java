package dev.perdure.server.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object under construction, in the order in which its fields are put.
public final class Data {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private Data() {}

  public static Data of(String name, @Nullable Object value) {
    return new Data().with(name, value);
  }

  public static Data empty() {
    return new Data();
  }

  /// Adds a field.
  ///
  /// @param value what [Json] writes
  public Data with(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /// Adds a field unless its value is null or an empty text.
  public Data withAny(String name, @Nullable Object value) {
    return value == null || value.equals("") ? this : with(name, value);
  }

  /// The fields.
  public Map<String, @Nullable Object> fields() {
    return fields;
  }
}
