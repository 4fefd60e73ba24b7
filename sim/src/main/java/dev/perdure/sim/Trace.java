package dev.perdure.sim;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// What happened, for people who replay a seed. Costs nothing when nobody reads it.
final class Trace {
  private final @org.jspecify.annotations.Nullable Consumer<String> reader;

  private Trace(@org.jspecify.annotations.Nullable Consumer<String> reader) {
    this.reader = reader;
  }

  static Trace none() {
    return new Trace(null);
  }

  static Trace to(Consumer<String> reader) {
    return new Trace(reader);
  }

  void say(Supplier<String> line) {
    if (reader != null) {
      reader.accept(line.get());
    }
  }
}
