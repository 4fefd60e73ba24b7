package dev.perdure.node;

import dev.perdure.log.Durability;
import dev.perdure.log.PayloadCodec;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a data directory is kept.
///
/// @param durability what an acknowledgement promises
/// @param index whether tables are kept in step with the log while the directory is open. Off by
///   default, for it loads native code; the command line brings the tables up to date when it needs
///   them and nobody owns the directory
/// @param snapshotEvents new events after which there is a new snapshot, 1 or more
/// @param checkpointEffects effects of a task after which its code leaves a checkpoint, if it can;
///   1 or more
/// @param codec seals what the directory holds of arguments, results and the like; null: nothing is
///   sealed
/// @param retain for how long tasks are kept after their ends, 1 ms or more; null: for ever
public record Keeping(
    Durability durability,
    boolean index,
    long snapshotEvents,
    int checkpointEffects,
    @Nullable PayloadCodec codec,
    @Nullable Duration retain) {
  public Keeping {
    Objects.requireNonNull(durability);
  }

  /// Durable, without tables, in clear, for ever.
  public static Keeping defaults() {
    return new Keeping(
        Durability.fsync(), false, Limits.SNAPSHOT_EVENTS, Limits.CHECKPOINT_EFFECTS, null, null);
  }

  /// The same with another durability.
  public Keeping withDurability(Durability newDurability) {
    return new Keeping(newDurability, index, snapshotEvents, checkpointEffects, codec, retain);
  }

  /// The same with tables.
  public Keeping withIndex() {
    return new Keeping(durability, true, snapshotEvents, checkpointEffects, codec, retain);
  }

  /// The same with a snapshot after so many new events.
  public Keeping withSnapshotEvents(long count) {
    return new Keeping(durability, index, count, checkpointEffects, codec, retain);
  }

  /// The same with a checkpoint of a task after so many of its effects.
  public Keeping withCheckpointEffects(int count) {
    return new Keeping(durability, index, snapshotEvents, count, codec, retain);
  }

  /// The same, sealed.
  public Keeping withCodec(PayloadCodec newCodec) {
    return new Keeping(durability, index, snapshotEvents, checkpointEffects, newCodec, retain);
  }

  /// The same, forgetting tasks some time after their ends.
  public Keeping withRetention(Duration after) {
    return new Keeping(durability, index, snapshotEvents, checkpointEffects, codec, after);
  }
}
