package dev.perdure.engine;

import java.time.Duration;

/// The only ways in which a function touches the world. The family is closed; users extend it
/// through the data of [Perform].
public sealed interface Effect {

  /// Writes a line for people. Outcome: when and by which code, [Written].
  record LogLine(Level level, String text) implements Effect {
    public LogLine {
      text = Bounds.bounded(text, Limits.TEXT_CHARS_MAX);
    }
  }

  /// Reads the clock. Outcome: an instant.
  record ReadClock() implements Effect {}

  /// Draws 64 random bits. Outcome: an integer.
  record RandomBits() implements Effect {}

  /// Makes a unique id. Outcome: a UUID.
  record NewId() implements Effect {}

  /// Chooses the version that serves a call; asked only where more than one could. Outcome: its
  /// name.
  record Choose(FunctionName function) implements Effect {}

  /// Splits the branch into `branches` that run side by side. Outcome: nil.
  record Fork(int branches) implements Effect {}

  /// Decides which branch of the fork before it came in first. Outcome: its index.
  record Winner() implements Effect {}

  /// Starts a child task. Outcome: its id.
  ///
  /// @param atMillis when it begins, in milliseconds since 1970; 0 or less: at once
  record StartTask(FunctionName function, Payload arguments, long atMillis) implements Effect {
    /// One that begins at once.
    public StartTask(FunctionName function, Payload arguments) {
      this(function, arguments, 0);
    }
  }

  /// Asks a task to stop. Outcome: nil, at once; await it to know that it has.
  record CancelTask(TaskId task) implements Effect {}

  /// Waits. Outcome: nil.
  ///
  /// @param duration from zero to [Limits#SLEEP_MAX], what lies outside becomes the nearer of them;
  ///   counted from the moment the effect is first asked
  record Sleep(Duration duration) implements Effect {
    public Sleep {
      duration = duration.isNegative() ? Duration.ZERO : duration;
      duration = duration.compareTo(Limits.SLEEP_MAX) > 0 ? Limits.SLEEP_MAX : duration;
    }
  }

  /// Waits for a task's end. Outcome: that task's; it throws `TaskCancelled` if that was cancelled.
  record Await(TaskId task) implements Effect {}

  /// Waits for a message from outside. Outcome: its value.
  ///
  /// @param name such as `decision`
  record Receive(Message kind, String name) implements Effect {}

  /// Calls a method of a user's effect interface. Outcome: what the implementation returned or
  /// threw.
  ///
  /// @param name of the effect interface, such as `shop.Catalog`
  /// @param method the method's name, with a suffix if it is overloaded
  /// @param arguments a vector, one value an argument
  /// @param guard when it may start; like the options, no part of what is asked
  /// @param options how it is performed
  record Perform(String name, String method, Payload arguments, Guard guard, PerformOptions options)
      implements Effect {
    /// An effect that is tried once, as long as it takes.
    public Perform(String name, String method, Payload arguments, Guard guard) {
      this(name, method, arguments, guard, PerformOptions.NONE);
    }
  }

  /// When a user's effect may start.
  enum Guard {
    /// Starts only when every earlier event of its task is durable.
    DURABLE,
    /// Declared read-only or idempotent: starts at once.
    NONE
  }

  /// Whether the outcome is known at once on the task's own thread: one event, no waiting.
  default boolean local() {
    return switch (this) {
      case LogLine l -> true;
      case ReadClock c -> true;
      case RandomBits r -> true;
      case NewId n -> true;
      case Choose c -> true;
      case Fork f -> true;
      case Winner w -> true;
      case StartTask s -> true;
      case CancelTask c -> true;
      case Sleep s -> false;
      case Await a -> false;
      case Receive r -> false;
      case Perform p -> false;
    };
  }
}
