package dev.perdure.wat.machine;

import dev.perdure.value.Span;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.library.Library;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One activation of a lowered function: its slots, the step where it stands, and who called it.
/// Only the machine that it belongs to changes it.
final class Frame {
  final Lowered lowered;
  final Object[] slots;
  final @Nullable Frame caller;

  /// In how many calls within circles of functions it is nested.
  final int depth;

  /// Where the program itself called what led here, if that is code of the library; null if not.
  final @Nullable Span place;

  /// The number of the step that is next, or that waits.
  int at;

  /// The stream that is being forced; null if there is none.
  @Nullable Forcing forcing;

  Frame(Lowered lowered, Object[] slots, @Nullable Frame caller, int depth, @Nullable Span place) {
    this.lowered = lowered;
    this.slots = slots;
    this.caller = caller;
    this.depth = depth;
    this.place = place;
  }

  /// How far a stream has been forced.
  static final class Forcing {
    /// Streams that the cell that is looked for is the cell of.
    final ArrayDeque<Stream> passed = new ArrayDeque<>();

    /// The elements so far, if all are wanted.
    final @Nullable VectorBuilder elements;

    Forcing(@Nullable VectorBuilder elements) {
      this.elements = elements;
    }
  }

  /// Where it stands, if it waits there.
  Site site() {
    if (lowered.steps().get(at) instanceof Step.Waiting step) {
      return step.site();
    }
    throw new IllegalStateException("nothing waits here");
  }

  /// Where code that is called here was called by the program.
  @Nullable Span placeOf(Span span) {
    return span.source().startsWith(Library.SOURCES) ? place : span;
  }

  /// Where a raise here is said to be: in the program rather than in the library.
  Span shown(Span span) {
    var shown = placeOf(span);
    return shown == null ? span : shown;
  }
}
