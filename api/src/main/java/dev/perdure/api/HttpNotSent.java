package dev.perdure.api;

/// An [Http] request did not leave: the service was not reached and has seen nothing of it.
public final class HttpNotSent extends RuntimeException {
  /// @param message what went wrong, for people
  public HttpNotSent(String message) {
    super(message);
  }
}
