package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.StateCodec;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The bytes of a snapshot (E4): the state that a log folds to, up to an offset.
///
/// ```
/// magic, version            8 bytes, 4 bytes
/// identity, next offset     8 bytes each: of which log, and the offset that is folded in next
/// fingerprint               32 bytes: of the last record that is folded in
/// pieces                    4 bytes size, 4 bytes CRC32C, then the bytes; a size of 0 ends them
/// ```
///
/// A log that was cut by a salvage or restored from a backup has the same identity but goes on
/// otherwise: its record has another fingerprint then, and the snapshot is not used.
final class Snapshot {
  private static final long MAGIC = 0x5065724453746174L;
  private static final int PIECE_BYTES_MAX = 64 << 20;

  private Snapshot() {}

  /// Writes the state of a log.
  ///
  /// @param state that has at least one event, which can be read
  static void write(EngineState state, Log log, OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    long next = state.lastOffset() + 1;
    out.writeLong(MAGIC);
    out.writeInt(StateCodec.VERSION);
    out.writeLong(log.identity());
    out.writeLong(next);
    out.write(fingerprint(log, next - 1).toByteArray());
    try {
      StateCodec.write(state, piece -> write(piece, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.writeInt(0);
    out.flush();
  }

  private static void write(Encoder piece, DataOutputStream out) {
    try {
      out.writeInt(piece.size());
      out.writeInt(crc(piece.view()));
      out.write(piece.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int crc(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static Hash fingerprint(Log log, long offset) {
    try (var cursor = log.from(new Offset(offset))) {
      var record = cursor.at(new Offset(offset));
      var out = new Encoder();
      out.varint(record.batch().epoch());
      out.fixed64(record.batch().timeMillis());
      out.varint(record.batch().first().value());
      put(out, record);
      return Hash.ofBytes(out.toByteArray());
    }
  }

  private static void put(Encoder out, LogRecord record) {
    out.varint(record.kind().type());
    out.fixed64(record.stream().high());
    out.fixed64(record.stream().low());
    out.blob(record.payload());
  }

  /// The offset that is folded in next, as a snapshot says that may be none: 0 if it is not one.
  static long next(InputStream from) {
    try {
      var in = new DataInputStream(from);
      boolean ours = in.readLong() == MAGIC && in.readInt() == StateCodec.VERSION;
      in.readLong();
      return ours ? Math.max(0, in.readLong()) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// Reads the state of a log.
  ///
  /// @return null if it is that of another log or release, or damaged
  static @Nullable EngineState read(
      InputStream from, Log log, Histories histories, MemoryLimits memory) throws IOException {
    var in = new DataInputStream(from);
    if (in.readLong() != MAGIC
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
      var state = StateCodec.read(() -> piece(in), histories::each, memory.warmBytes());
      return state.lastOffset() == next - 1 ? state : null;
    } catch (PerdureException | UncheckedIOException damaged) {
      return null;
    }
  }

  private static @Nullable Decoder piece(DataInputStream in) {
    try {
      int size = in.readInt();
      if (size == 0) {
        return null;
      }
      int crc = in.readInt();
      var bytes = in.readNBytes(Math.clamp(size, 0, PIECE_BYTES_MAX));
      if (bytes.length != size || crc(ByteBuffer.wrap(bytes)) != crc) {
        throw new IOException("a piece is damaged");
      }
      return Decoder.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
