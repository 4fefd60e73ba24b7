package dev.perdure.engine;

import dev.perdure.value.Int;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import org.jspecify.annotations.Nullable;

/// When and by which code a line was written: the outcome of [Effect.LogLine], a vector of the time
/// and the three parts of the author. The code that wrote it is not told.
///
/// @param atMillis by the engine's clock, in milliseconds since 1970
public record Written(long atMillis, Author author) {
  private static final int PARTS = 4;

  /// As it is recorded.
  public Outcome.Returned outcome() {
    return new Outcome.Returned(
        Payload.ofVec(
            new Int(atMillis),
            new Str(author.function()),
            new Str(author.version()),
            new Str(author.position())));
  }

  /// Reads it back; null if the outcome does not say: earlier releases recorded nil.
  public static @Nullable Written of(Outcome outcome) {
    return outcome instanceof Outcome.Returned r
            && r.value().value() instanceof Vec parts
            && parts.size() == PARTS
            && parts.get(0) instanceof Int at
            && parts.get(1) instanceof Str function
            && parts.get(2) instanceof Str version
            && parts.get(3) instanceof Str position
        ? new Written(at.value(), new Author(function.value(), version.value(), position.value()))
        : null;
  }
}
