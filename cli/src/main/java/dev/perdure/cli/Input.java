package dev.perdure.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a command that talks with a person gets its lines from.
interface Input extends AutoCloseable {
  /// The next line; null if there is none.
  ///
  /// @param prompt what is shown before it
  @Nullable String read(String prompt);

  /// The lines that are left as one text, or more than so many units of it.
  String rest(int unitsMax) throws IOException;

  /// Whether a person types, who sees what they have typed.
  boolean isTyped();

  @Override
  void close();

  /// Opens the lines of one conversation.
  interface Source {
    /// @param words that a line can begin with
    Input open(List<String> words);
  }
}
