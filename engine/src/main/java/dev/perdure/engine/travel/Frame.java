package dev.perdure.engine.travel;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A call of a function that has not returned, on top of those that it was made in. Frames are
/// shared by all moments inside them. Equal if all down to the first are.
public final class Frame {
  private final @Nullable Frame caller;
  private final Step.Called call;
  private final int depth;

  Frame(@Nullable Frame caller, Step.Called call) {
    this.caller = caller;
    this.call = call;
    this.depth = caller == null ? 1 : caller.depth + 1;
  }

  /// The call below it; null for the task's own function.
  public @Nullable Frame caller() {
    return caller;
  }

  /// What was called, with which arguments, and from where.
  public Step.Called call() {
    return call;
  }

  /// How many frames there are down to the first; 1 for that.
  public int depth() {
    return depth;
  }

  /// This frame and those below it, the newest first.
  ///
  /// @param atMost how many
  public List<Frame> down(int atMost) {
    var frames = new ArrayList<Frame>();
    for (@Nullable Frame f = this; f != null && frames.size() < atMost; f = f.caller) {
      frames.add(f);
    }
    return frames;
  }

  Branch branch() {
    return call.at().place().branch();
  }

  Seam.Mode mode() {
    return call.at().mode();
  }

  /// The newest frame here that `outer` is still around: a step made at `at` leaves all others.
  static @Nullable Frame around(@Nullable Frame top, Step.At at) {
    var frame = top;
    while (frame != null && !frame.holds(at)) {
      frame = frame.caller;
    }
    return frame;
  }

  /// Whether a step made there is made inside this call. A branch that stops leaves its calls
  /// without returning from them; the places of the other version are not those of the task.
  private boolean holds(Step.At at) {
    if (mode() == Seam.Mode.NORMAL && at.mode() == Seam.Mode.STANDING_IN) {
      return true;
    }
    return (mode() == at.mode() || mode() == Seam.Mode.NORMAL)
        && at.place().branch().within(branch());
  }

  /// Whether this is `other`, or a call made inside it.
  boolean within(Frame other) {
    @Nullable Frame frame = this;
    while (frame != null && frame.depth > other.depth) {
      frame = frame.caller;
    }
    return other.equals(frame);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    if (!(o instanceof Frame other) || depth != other.depth) {
      return false;
    }
    @Nullable Frame mine = this;
    @Nullable Frame theirs = other;
    while (mine != theirs && mine != null && theirs != null) {
      if (!mine.call.equals(theirs.call)) {
        return false;
      }
      mine = mine.caller;
      theirs = theirs.caller;
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(call, depth);
  }

  @Override
  public String toString() {
    return call.function() + " " + call.version() + " at depth " + depth;
  }
}
