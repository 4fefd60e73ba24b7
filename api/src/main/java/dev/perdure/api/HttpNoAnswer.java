package dev.perdure.api;

/// An [Http] request was sent and no whole answer came back. The service may have done it; only a
/// service that knows idempotency keys may safely be asked again.
public final class HttpNoAnswer extends RuntimeException {
  /// @param message what went wrong, for people
  public HttpNoAnswer(String message) {
    super(message);
  }
}
