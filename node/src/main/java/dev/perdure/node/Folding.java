package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.log.Log;
import dev.perdure.log.PayloadCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A state that is folded from a snapshot, if there is one, and the log behind it. For one thread.
final class Folding {
  private static final int EVENTS_A_COOLING = 1 << 12;

  private final EngineState state;
  private final Histories histories;
  private final long recovered;

  /// The bytes of the newest snapshot.
  @FunctionalInterface
  interface Bytes {
    /// Null if there is none.
    @Nullable InputStream newest() throws IOException;
  }

  /// Where the newest snapshot comes from.
  ///
  /// @param codec opens it; null: it is in clear
  record Source(Bytes bytes, @Nullable PayloadCodec codec) {
    /// There is never one.
    static Source none() {
      return new Source(() -> null, null);
    }
  }

  private Folding(EngineState state, Histories histories) {
    this.state = state;
    this.histories = histories;
    this.recovered = state.lastOffset() + 1;
  }

  /// Begins with the newest snapshot if it is sound and of this log.
  static Folding of(Log log, Histories histories, MemoryLimits memory, Source snapshots) {
    EngineState state = null;
    try (var in = snapshots.bytes().newest()) {
      state = in == null ? null : Snapshot.read(in, log, snapshots.codec(), histories, memory);
    } catch (IOException damaged) {
      // the log has it all
    }
    return new Folding(
        state != null ? state : new EngineState(histories::each, memory.warmBytes()), histories);
  }

  /// How many events the snapshot had folded in; 0 if there was none.
  long recovered() {
    return recovered;
  }

  /// Folds events in up to an offset, or until somebody says no.
  Folding to(long end, BooleanSupplier goOn) {
    try (var cursor = histories.from(state.lastOffset() + 1)) {
      while (state.lastOffset() + 1 < end) {
        var record = cursor.next();
        if (record == null) {
          break;
        }
        long offset = record.offset().value();
        state.apply(Histories.decode(record), offset);
        if (offset % EVENTS_A_COOLING == 0) {
          state.cool(offset, _ -> false);
          if (!goOn.getAsBoolean()) {
            break;
          }
        }
      }
    }
    return this;
  }

  EngineState state() {
    return state;
  }
}
