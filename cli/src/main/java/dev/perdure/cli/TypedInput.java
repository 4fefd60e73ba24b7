package dev.perdure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Lines that a person types, with what was typed before at the arrow keys, and words completed at
/// the tab key.
final class TypedInput implements Input {
  private final Terminal terminal;
  private final LineReader reader;

  private TypedInput(Terminal terminal, List<String> words) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .completer(new StringsCompleter(words))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /// Takes the terminal of the process.
  static TypedInput open(List<String> words) {
    try {
      // Without the library's own native code, which would be unpacked into a temporary directory.
      return new TypedInput(
          TerminalBuilder.builder().system(true).jni(false).dumb(true).build(), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a terminal.
  static TypedInput on(Terminal terminal, List<String> words) {
    return new TypedInput(terminal, words);
  }

  /// Null at the end of the input (ctrl-D), and when a person presses ctrl-C.
  @Override
  public @Nullable String read(String prompt) {
    try {
      return reader.readLine(prompt);
    } catch (EndOfFileException | UserInterruptException _) {
      return null;
    }
  }

  @Override
  public String rest(int unitsMax) {
    var text = new StringBuilder();
    for (var line = read(""); line != null && text.length() <= unitsMax; line = read("")) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  @Override
  public boolean isTyped() {
    return true;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
