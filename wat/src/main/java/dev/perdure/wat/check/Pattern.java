package dev.perdure.wat.check;

import dev.perdure.wat.syntax.Form;
import java.util.List;

/// What a pattern lets through, as far as that decides whether a match is exhaustive.
sealed interface Pattern {

  /// Whatever there is.
  record Any() implements Pattern {}

  /// One variant of an enum, of Option, of Result, or a tuple, with patterns below.
  ///
  /// @param constructor its name among those of its type
  record Of(String constructor, List<Pattern> parts) implements Pattern {
    public Of {
      parts = List.copyOf(parts);
    }
  }

  /// One value of a type that has more of them.
  record Literal(Form value) implements Pattern {}

  /// Whatever has certain fields. A match may end with it, although nothing else may fit it.
  record Fields() implements Pattern {}
}
