package dev.perdure.wat.machine;

import dev.perdure.value.Value;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.run.Loaded;

/// A checkpoint of this program that was read: the frames that a machine goes on with.
public final class Checkpoint {
  private final Frame frame;

  private Checkpoint(Frame frame) {
    this.frame = frame;
  }

  /// Reads what [Machine#checkpoint] wrote. The constants must have been evaluated.
  ///
  /// @throws dev.perdure.value.PerdureException `CHECKPOINT_UNREADABLE` if it is of another program
  public static Checkpoint read(Loaded loaded, Lowerings lowerings, Value checkpoint) {
    return new Checkpoint(new CheckpointReader(loaded, lowerings).read(checkpoint));
  }

  /// The innermost of them.
  Frame frame() {
    return frame;
  }
}
