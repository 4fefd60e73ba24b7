package dev.perdure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Lines of a script.
final class PlainInput implements Input {
  private final BufferedReader reader;

  PlainInput(Reader reader) {
    this.reader = new BufferedReader(reader);
  }

  @Override
  public @Nullable String read(String prompt) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String rest(int unitsMax) throws IOException {
    return ArgumentFile.beginning(reader, unitsMax);
  }

  @Override
  public boolean isTyped() {
    return false;
  }

  @Override
  public void close() {}
}
