package dev.perdure.wat.diagnostic;

import org.jspecify.annotations.Nullable;

/// A text that, put in place of a diagnostic's span, mends it.
///
/// @param form the text
/// @param kind why it is proposed
/// @param score how far it is from what was written, in edits; the best have the least
/// @param note what to know about it; null if the text says it all
public record Remedy(String form, Kind kind, int score, @Nullable String note) {

  /// Why a text is proposed.
  public enum Kind {
    /// A name that exists looks like the one that does not.
    TYPO,
    /// What was written is the word of another Lisp, or of an earlier wat.
    RETIREMENT,
    /// Something was left out.
    MISSING
  }
}
