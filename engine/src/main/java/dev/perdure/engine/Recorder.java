package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// Notes the span of a call: the effects of its branch from `start` on, and the branches forked
/// there. Calls nest, so a note goes to the recorders around this one too.
record Recorder(Journal span, int start, @Nullable Recorder outer) {

  /// @param outcome null if it is not known
  void add(Effect effect, @Nullable Outcome outcome, String position) {
    for (@Nullable Recorder r = this; r != null; r = r.outer()) {
      r.span().add(effect, outcome, position);
    }
  }

  /// The recorder of a branch forked at `seq`, numbered from the start of the span.
  Recorder branch(int seq, int index) {
    var above = outer == null ? null : outer.branch(seq, index);
    return new Recorder(span.branch(seq - start, index), 0, above);
  }
}
