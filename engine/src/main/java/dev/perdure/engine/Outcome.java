package dev.perdure.engine;

/// How an effect, a call or a task ended.
public sealed interface Outcome {

  /// It returned a value.
  record Returned(Payload value) implements Outcome {}

  /// It threw an exception, kept as data.
  record Threw(Failure failure) implements Outcome {}

  /// It was cancelled before it ended by itself.
  ///
  /// @param why what is too long of it is cut off
  record Cancelled(String why) implements Outcome {
    public Cancelled {
      why = Bounds.bounded(why, Limits.REASON_CHARS_MAX);
    }
  }

  /// The same in memory, whatever becomes of what it was read from.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISSING`, `VALUE_DAMAGED` if a large value
  ///   of it cannot be read
  default Outcome held() {
    return switch (this) {
      case Returned r -> r.value() instanceof LargePayload large ? new Returned(large.held()) : r;
      case Threw t -> new Threw(t.failure().held());
      case Cancelled c -> c;
    };
  }

  /// Whether two outcomes are the same to a program: values by content, failures by type, message
  /// and data (not by stack trace).
  default boolean same(Outcome other) {
    return switch (this) {
      case Returned r -> other instanceof Returned o && r.value().equals(o.value());
      case Threw t -> other instanceof Threw o && t.failure().same(o.failure());
      case Cancelled _ -> other instanceof Cancelled;
    };
  }
}
