package dev.perdure.examples.shop;

/// A request named a customer who does not exist.
public final class NoSuchUser extends RuntimeException {
  /// @param message which one, for people
  public NoSuchUser(String message) {
    super(message);
  }
}
