package dev.perdure.server;

import org.jspecify.annotations.Nullable;

/// What an endpoint reads.
///
/// @param type its media type; null if it reads nothing
/// @param schema the form of JSON
/// @param says what it is
record Body(@Nullable String type, Schema schema, String says) {
  static final String JSON = "application/json";
  static final String JAR = "application/java-archive";

  static final Body NONE = new Body(null, Schema.any(), "");

  static Body json(Schema schema, String says) {
    return new Body(JSON, schema, says);
  }

  static Body jar(String says) {
    return new Body(
        JAR,
        new Schema(dev.perdure.server.json.Data.of("type", "string").with("format", "binary")),
        says);
  }
}
