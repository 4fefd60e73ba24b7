package dev.perdure.server.json;

import dev.perdure.value.Code;

/// What can be wrong with JSON texts; a page each in `docs/errors`.
public enum JsonCode implements Code {
  /// A text is not JSON.
  JSON_SYNTAX,
  /// A text exceeds a limit.
  JSON_LIMIT,
}
