package dev.perdure.wat.machine;

import dev.perdure.value.Span;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.lower.Site;
import dev.perdure.wat.lower.Step;
import dev.perdure.wat.run.Standing;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One activation of a lowered function: where it stands, and who called it. Only the machine that
/// it belongs to changes it.
final class Frame extends Standing {
  final Lowered lowered;

  final @Nullable Frame caller;

  /// Where the program itself called what led here, if that is code of the library; null if not.
  final @Nullable Span place;

  /// The stream that is being forced; null if there is none.
  @Nullable Forcing forcing;

  Frame(Lowered lowered, Object[] slots, @Nullable Frame caller, int depth, @Nullable Span place) {
    super(slots, depth);
    this.lowered = lowered;
    this.caller = caller;
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

  /// The step that is next, or that waits.
  Step step() {
    return lowered.step(at);
  }

  /// Where it stands, if it waits there.
  Site site() {
    if (step() instanceof Step.Waiting step) {
      return step.site();
    }
    throw new IllegalStateException("nothing waits here");
  }

  /// Where code that is called here was called by the program.
  @Nullable Span placeOf(Site site) {
    return site.isLibrary() ? place : site.span();
  }

  /// Where a raise here is said to be: in the program rather than in the library.
  Span shown(Site site) {
    var shown = placeOf(site);
    return shown == null ? site.span() : shown;
  }
}
