package dev.perdure.engine;

import java.util.Comparator;

/// A version that served a call of a function.
public record Served(FunctionName function, Version version) implements Comparable<Served> {
  private static final Comparator<Served> ORDER =
      Comparator.comparing(Served::function).thenComparing(Served::version);

  @Override
  public int compareTo(Served other) {
    return ORDER.compare(this, other);
  }
}
