package dev.perdure.api;

import org.jspecify.annotations.Nullable;

/// Writes lines for people, recorded with the task and written once however often it is replayed.
///
/// Each `{}` in a text stands for the next argument.
public interface Log {
  /// Something only a person hunting a bug wants to read.
  void debug(String text, @Nullable Object... arguments);

  /// Something normal.
  void info(String text, @Nullable Object... arguments);

  /// Something a person should look at some day.
  void warn(String text, @Nullable Object... arguments);

  /// Something a person should look at now.
  void error(String text, @Nullable Object... arguments);
}
