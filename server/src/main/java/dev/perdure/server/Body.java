package dev.perdure.server;

import org.jspecify.annotations.Nullable;

/// What an endpoint reads.
///
/// @param type its media type; null if it reads nothing
/// @param schema the form of JSON
/// @param says what it is
/// @param edn whether EDN is read too
record Body(@Nullable String type, Schema schema, String says, boolean edn) {
  static final String JSON = "application/json";
  static final String EDN = "application/edn";
  static final String JAR = "application/java-archive";

  static final Body NONE = new Body(null, Schema.any(), "", false);

  static Body json(Schema schema, String says) {
    return new Body(JSON, schema, says, false);
  }

  /// Values, in JSON by their types or in EDN as they are.
  static Body values(Schema schema, String says) {
    return new Body(JSON, schema, says, true);
  }

  static Body jar(String says) {
    return bytes(JAR, says);
  }

  /// A file.
  static Body bytes(String type, String says) {
    return new Body(type, Schema.bytes(), says, false);
  }

  /// Whether a body of this media type is read.
  boolean reads(String media) {
    return media.equals(type) || (edn && media.equals(EDN));
  }
}
