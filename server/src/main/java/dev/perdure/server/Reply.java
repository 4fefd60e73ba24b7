package dev.perdure.server;

/// What an endpoint answers if all is well.
///
/// @param status of HTTP
/// @param type its media type
/// @param schema its form
/// @param says what it is
record Reply(int status, String type, Schema schema, String says) {
  static Reply json(int status, Schema schema, String says) {
    return new Reply(status, Body.JSON, schema, says);
  }
}
