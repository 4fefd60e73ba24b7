package dev.perdure.server;

/// Something that a request may say beside its path and body.
///
/// @param name of a parameter in the query, or of a header
/// @param place where it stands
/// @param schema its form
/// @param says what it means
record Param(String name, Place place, Schema schema, String says) {
  /// Where a parameter stands.
  enum Place {
    QUERY,
    HEADER
  }

  static Param query(String name, Schema schema, String says) {
    return new Param(name, Place.QUERY, schema, says);
  }

  static Param header(String name, String says) {
    return new Param(name, Place.HEADER, Schema.text(), says);
  }
}
