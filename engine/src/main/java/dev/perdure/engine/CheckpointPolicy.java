package dev.perdure.engine;

/// When an attempt leaves checkpoints: often enough that what lies behind the last one is soon
/// replayed, and so seldom that all of them together cost the log and the processor no more than
/// the effects between them. For the thread of the root branch.
public final class CheckpointPolicy {
  private final int effects;
  private int wait;
  private long due;

  /// Of an attempt that begins at the beginning of its task.
  ///
  /// @param effects that are asked from one checkpoint to the next at least, 1 or more
  public CheckpointPolicy(int effects) {
    this.effects = effects;
    this.wait = effects;
    this.due = effects;
  }

  /// Whether it is worth a checkpoint before the effect with this sequence number.
  public boolean due(int next) {
    return next >= due;
  }

  /// A checkpoint was left there, or the attempt goes on from it.
  ///
  /// @param bytes that it has
  public void left(int next, int bytes) {
    wait = effects;
    due = next + Math.max(effects, (long) bytes / Limits.CHECKPOINT_BYTES_AN_EFFECT);
  }

  /// What the code holds could not be written down there, or was too much: it is tried again later,
  /// after ever longer times.
  public void missed(int next) {
    wait = Math.min(2 * wait, Limits.CHECKPOINT_WAIT_MAX);
    due = (long) next + wait;
  }
}
