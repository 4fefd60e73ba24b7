package dev.perdure.api;

import java.util.NoSuchElementException;
import java.util.function.Function;

/// What came of something that may fail as a matter of course: a value, or why there is none. It is
/// the `Result` of functions in wat, and crosses to them and back.
///
/// @param <T> what it is if all went well
/// @param <E> what tells why it did not
public sealed interface Result<T, E> {
  /// It went well.
  record Ok<T, E>(T value) implements Result<T, E> {}

  /// It failed.
  record Err<T, E>(E error) implements Result<T, E> {}

  /// One that went well.
  static <T, E> Result<T, E> ok(T value) {
    return new Ok<>(value);
  }

  /// One that failed.
  static <T, E> Result<T, E> err(E error) {
    return new Err<>(error);
  }

  /// Whether it went well.
  default boolean isOk() {
    return this instanceof Ok;
  }

  /// The value, or another one if there is none.
  default T orElse(T other) {
    return switch (this) {
      case Ok<T, E>(T value) -> value;
      case Err<T, E> _ -> other;
    };
  }

  /// The value.
  ///
  /// @throws NoSuchElementException with the error if there is none
  default T orElseThrow() {
    return switch (this) {
      case Ok<T, E>(T value) -> value;
      case Err<T, E>(E error) -> throw new NoSuchElementException("it failed: " + error);
    };
  }

  /// The same with what a function makes of the value.
  default <U> Result<U, E> map(Function<? super T, ? extends U> function) {
    return switch (this) {
      case Ok<T, E>(T value) -> new Ok<>(function.apply(value));
      case Err<T, E>(E error) -> new Err<>(error);
    };
  }
}
