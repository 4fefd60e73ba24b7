package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.StateCodec;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.PayloadCodec;
import dev.perdure.value.Decoder;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.ValueSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The bytes of a snapshot (E4): the state that a log folds to, up to an offset.
///
/// ```
/// magic, version            8 bytes, 4 bytes; the magic says whether it is sealed
/// identity, next offset     8 bytes each: of which log, and the offset that is folded in next
/// fingerprint               32 bytes: of the last record that is folded in
/// pieces                    4 bytes size, 4 bytes CRC32C, then the bytes; a size of 0 ends them
/// ```
///
/// In a sealed one the bytes of each piece are sealed, bound to identity, next offset and its
/// number among the pieces, and an empty sealed piece ends them: none can be put in another place
/// or be missing.
///
/// A log that was cut by a salvage or restored from a backup has the same identity but goes on
/// otherwise: its record has another fingerprint then, and the snapshot is not used.
final class Snapshot {
  private static final long MAGIC = 0x5065724453746174L;
  private static final long MAGIC_SEALED = 0x506572445365616cL;

  private Snapshot() {}

  private static long magic(boolean sealed) {
    return sealed ? MAGIC_SEALED : MAGIC;
  }

  /// Writes the state of a log.
  ///
  /// @param state that has at least one event, which can be read
  /// @param codec seals it; null: it is in clear
  static void write(EngineState state, Log log, @Nullable PayloadCodec codec, OutputStream to)
      throws IOException {
    var out = new DataOutputStream(to);
    long next = state.lastOffset() + 1;
    out.writeLong(magic(codec != null));
    out.writeInt(StateCodec.VERSION);
    out.writeLong(log.identity());
    out.writeLong(next);
    out.write(fingerprint(log, next - 1).toByteArray());
    var pieces = new SnapshotPieces(codec, log.identity(), next).to(out);
    try {
      StateCodec.write(state, pieces::write);
      pieces.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  private static Hash fingerprint(Log log, long offset) {
    try (var cursor = log.from(new Offset(offset))) {
      return cursor.fingerprint(new Offset(offset));
    }
  }

  /// The offset that is folded in next, as a snapshot says that may be none: 0 if it is not one.
  ///
  /// @param sealed whether it has to be
  static long next(InputStream from, boolean sealed) {
    try {
      var in = new DataInputStream(from);
      boolean ours = in.readLong() == magic(sealed) && in.readInt() == StateCodec.VERSION;
      in.readLong();
      return ours ? Math.max(0, in.readLong()) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static @Nullable Decoder with(@Nullable Decoder piece, ValueSource values) {
    return piece == null ? null : piece.with(values);
  }

  /// Reads the state of a log.
  ///
  /// @param codec opens it; null: it is in clear
  /// @return null if it is that of another log or release, sealed where it should not be or in
  ///   clear where it should, or damaged
  static @Nullable EngineState read(
      InputStream from,
      Log log,
      @Nullable PayloadCodec codec,
      Histories histories,
      MemoryLimits memory)
      throws IOException {
    var in = new DataInputStream(from);
    if (in.readLong() != magic(codec != null)
        || in.readInt() != StateCodec.VERSION
        || in.readLong() != log.identity()) {
      return null;
    }
    long next = in.readLong();
    var fingerprint = in.readNBytes(Hash.SIZE);
    if (next < 1
        || next > log.end().value()
        || next <= log.droppedBelow().value()
        || !Hash.fromBytes(fingerprint).equals(fingerprint(log, next - 1))) {
      return null;
    }
    try {
      var pieces = new SnapshotPieces(codec, log.identity(), next).from(in);
      var state =
          StateCodec.read(
              () -> with(pieces.read(), log.values()), histories::each, memory.warmBytes());
      return state.lastOffset() == next - 1 ? state : null;
    } catch (PerdureException | UncheckedIOException damaged) {
      return null;
    }
  }
}
