package dev.perdure.node;

import dev.perdure.engine.Payload;
import dev.perdure.value.Problem;

/// The bound of what crosses into the log.
final class Payloads {
  private Payloads() {}

  /// @param what for the problem, such as `the arguments of handleRequest`
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE`
  static void check(Payload payload, String what) {
    if (payload.size() > Limits.PAYLOAD_BYTES_MAX) {
      throw tooLarge(payload, what).exception();
    }
  }

  static Problem tooLarge(Payload payload, String what) {
    return Problem.of(
        NodeCode.VALUE_TOO_LARGE,
        what + " take " + payload.size() + " bytes, more than " + Limits.PAYLOAD_BYTES_MAX,
        "Keep large values elsewhere and pass a reference to them");
  }
}
