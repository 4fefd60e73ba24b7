package dev.perdure.node;

import dev.perdure.log.PayloadCodec;
import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The pieces of a snapshot, one after the other, sealed if there is a codec: [Snapshot] draws
/// them. For one thread.
final class SnapshotPieces {
  private static final int PIECE_BYTES_MAX = 64 << 20;

  private final @Nullable PayloadCodec codec;
  private final ByteBuffer bound = ByteBuffer.allocate(3 * Long.BYTES);

  /// @param codec null: they are in clear
  /// @param identity of the log
  /// @param next the offset that is folded in next
  SnapshotPieces(@Nullable PayloadCodec codec, long identity, long next) {
    this.codec = codec;
    bound.putLong(0, identity).putLong(Long.BYTES, next);
  }

  private byte[] bound(long number) {
    return bound.putLong(2 * Long.BYTES, number).array();
  }

  /// Writes pieces as they come.
  Writer to(DataOutputStream out) {
    return new Writer(out);
  }

  /// Reads pieces as they are wanted.
  Reader from(DataInputStream in) {
    return new Reader(in);
  }

  final class Writer {
    private final DataOutputStream out;
    private final PayloadCodec.@Nullable Sealer sealer = codec == null ? null : codec.sealer();
    private long number;

    private Writer(DataOutputStream out) {
      this.out = out;
    }

    /// @throws UncheckedIOException if it cannot be written
    void write(Encoder piece) {
      try {
        put(sealed(piece.view()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Writes that there are no more.
    void end() throws IOException {
      if (sealer == null) {
        out.writeInt(0);
      } else {
        put(sealed(ByteBuffer.allocate(0)));
      }
    }

    private ByteBuffer sealed(ByteBuffer piece) {
      if (codec == null || sealer == null) {
        return piece;
      }
      var to = ByteBuffer.allocate(piece.remaining() + codec.overhead());
      sealer.seal(bound(number++), piece, to);
      return to.flip();
    }

    private void put(ByteBuffer bytes) throws IOException {
      out.writeInt(bytes.remaining());
      out.writeInt(crc(bytes.duplicate()));
      var copy = new byte[bytes.remaining()];
      bytes.get(copy);
      out.write(copy);
    }
  }

  final class Reader {
    private final DataInputStream in;
    private final PayloadCodec.@Nullable Opener opener = codec == null ? null : codec.opener();
    private long number;

    private Reader(DataInputStream in) {
      this.in = in;
    }

    /// The next piece; null if there are no more.
    ///
    /// @throws UncheckedIOException if it is not what was written
    @Nullable Decoder read() {
      try {
        int size = in.readInt();
        if (size == 0 && opener == null) {
          return null;
        }
        var piece = opened(stored(size));
        return piece.length == 0 ? null : Decoder.of(piece);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] stored(int size) throws IOException {
      int crc = in.readInt();
      var bytes = in.readNBytes(Math.clamp(size, 0, PIECE_BYTES_MAX));
      if (bytes.length != size || crc(ByteBuffer.wrap(bytes)) != crc) {
        throw new IOException("a piece is damaged");
      }
      return bytes;
    }

    private byte[] opened(byte[] stored) throws IOException {
      if (opener == null) {
        return stored;
      }
      var piece = opener.open(bound(number++), ByteBuffer.wrap(stored));
      if (piece == null) {
        throw new IOException("a piece does not open");
      }
      return piece;
    }
  }

  private static int crc(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
