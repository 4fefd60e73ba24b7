package dev.perdure.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An exception as data: what crosses a boundary instead of a throwable.
///
/// @param type the exception's class name, such as `shop.CardDeclined`
/// @param message its message; empty if it has none
/// @param data the exception's own fields as a value, if its type is one that can be rebuilt
/// @param trace stack lines for people, innermost first; no part of what is compared
/// @param cause what led to it
public record Failure(
    String type,
    String message,
    @Nullable Payload data,
    List<String> trace,
    @Nullable Failure cause) {
  public Failure {
    type = Bounds.bounded(type, Limits.TEXT_CHARS_MAX);
    message = Bounds.bounded(message, Limits.TEXT_CHARS_MAX);
    trace = trace.stream().map(line -> Bounds.bounded(line, Limits.TEXT_CHARS_MAX)).toList();
  }

  /// A failure without data, trace or cause.
  public static Failure of(String type, String message) {
    return new Failure(type, message, null, List.of(), null);
  }

  /// The same in memory, as [Outcome#held].
  Failure held() {
    var heldData = data == null ? null : data.held();
    var heldCause = cause == null ? null : cause.held();
    return new Failure(type, message, heldData, trace, heldCause);
  }

  /// Whether a program could not tell the two apart.
  public boolean same(Failure other) {
    return type.equals(other.type)
        && message.equals(other.message)
        && Objects.equals(data, other.data);
  }

  @Override
  public String toString() {
    return message.isEmpty() ? type : type + ": " + message;
  }
}
