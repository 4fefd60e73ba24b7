package dev.perdure.cli;

import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;

/// A whole answer.
final class Got {
  private static final int GOING_ON = 202;
  private final int status;
  private final byte[] body;

  /// @param status of HTTP
  Got(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  byte[] body() {
    return body;
  }

  /// Whether what was asked for is not over yet.
  boolean goesOn() {
    return status == GOING_ON;
  }

  /// The object that the answer is.
  Fields fields() {
    if (JsonReader.readAnswer(body) instanceof JsonTree.Fields fields) {
      return new Fields(fields);
    }
    throw new IllegalStateException("the engine's answer is no JSON object");
  }
}
