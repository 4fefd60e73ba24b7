package dev.perdure.log;

import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The layout of a record in a batch. Little-endian, unaligned:
///
/// ```
///  0  u32  payload length in bytes
///  4  i32  type
///  8  u16  schema version
/// 10  u16  flags: bit 0 must-understand, bit 1 sealed, bit 2 refers to values; the others are 0
/// 12  i64  stream key, upper half
/// 20  i64  stream key, lower half
/// 28  i64  offset of the stream's previous record; −1: none
/// 36       payload; if it is sealed, as a [PayloadCodec] has written it
/// ```
///
/// The last bytes of the payload of a record that refers to values say to which, in clear:
///
/// ```
///          for each: name of its file, 32 bytes; length of the file, u32
///          u16  how many
/// ```
final class RecordLayout {
  static final int HEAD_BYTES = 36;

  /// Of what a value takes behind the payload of a record that refers to it.
  static final int REFERENCE_BYTES = Hash.SIZE + Integer.BYTES;

  private static final int COUNT_BYTES = Short.BYTES;

  private static final int TYPE = 4;
  private static final int VERSION = 8;
  private static final int FLAGS = 10;
  private static final int STREAM_HIGH = 12;
  private static final int STREAM_LOW = 20;
  private static final int PREVIOUS = 28;
  private static final int FLAG_MUST_UNDERSTAND = 1;
  private static final int FLAG_SEALED = 2;
  private static final int FLAG_REFERS = 4;
  private static final int FLAGS_KNOWN = FLAG_MUST_UNDERSTAND | FLAG_SEALED | FLAG_REFERS;

  private RecordLayout() {}

  /// What a record is beside its kind.
  ///
  /// @param sealed whether its payload is
  /// @param references to how many values it refers
  record Form(boolean sealed, int references) {
    /// How many bytes stand behind the payload.
    int bytes() {
      return references == 0 ? 0 : references * REFERENCE_BYTES + COUNT_BYTES;
    }

    private int flags() {
      return (sealed ? FLAG_SEALED : 0) | (references > 0 ? FLAG_REFERS : 0);
    }
  }

  /// Writes the head at the buffer's position, which then stands where the payload goes.
  ///
  /// @param payloadBytes of the payload alone
  static void putHead(
      ByteBuffer to,
      RecordKind kind,
      StreamKey stream,
      Offset previous,
      int payloadBytes,
      Form form) {
    int at = to.position();
    to.putInt(at, payloadBytes + form.bytes());
    to.putInt(at + TYPE, kind.type());
    to.putShort(at + VERSION, (short) kind.version());
    int flags = (kind.mustUnderstand() ? FLAG_MUST_UNDERSTAND : 0) | form.flags();
    to.putShort(at + FLAGS, (short) flags);
    to.putLong(at + STREAM_HIGH, stream.high());
    to.putLong(at + STREAM_LOW, stream.low());
    to.putLong(at + PREVIOUS, previous.value());
    to.position(at + HEAD_BYTES);
  }

  /// Writes to which values a record refers, at the buffer's position, behind its payload.
  static void putReferences(ByteBuffer to, List<Reference> references) {
    for (var reference : references) {
      to.put(reference.name().toByteArray()).putInt(reference.bytes());
    }
    to.putShort((short) references.size());
  }

  /// The values that the record at a position refers to.
  static List<Reference> references(ByteBuffer from, int at) {
    int count = referenceCount(from, at, bytesAt(from, at));
    if (count == 0) {
      return List.of();
    }
    var references = new ArrayList<Reference>(count);
    int end = at + bytesAt(from, at) - COUNT_BYTES;
    for (int i = end - count * REFERENCE_BYTES; i < end; i += REFERENCE_BYTES) {
      var name = new byte[Hash.SIZE];
      from.get(i, name);
      references.add(new Reference(Hash.fromBytes(name), from.getInt(i + Hash.SIZE)));
    }
    return references;
  }

  /// @param bytes of the record, head included
  private static int referenceCount(ByteBuffer from, int at, int bytes) {
    boolean refers = (from.getShort(at + FLAGS) & FLAG_REFERS) != 0;
    return refers ? Short.toUnsignedInt(from.getShort(at + bytes - COUNT_BYTES)) : 0;
  }

  /// The length in bytes of the payload of the record at a position; 0 for one that is not
  /// [#isSound].
  static int payloadBytes(ByteBuffer from, int at) {
    int references = referenceCount(from, at, bytesAt(from, at));
    return Math.max(0, from.getInt(at) - new Form(false, references).bytes());
  }

  /// The length in bytes of the record at a position, head included.
  static int bytesAt(ByteBuffer from, int at) {
    return HEAD_BYTES + from.getInt(at);
  }

  /// The type of the record at a position.
  static int type(ByteBuffer from, int at) {
    return from.getInt(at + TYPE);
  }

  /// The schema version of the payload of the record at a position.
  static int version(ByteBuffer from, int at) {
    return Short.toUnsignedInt(from.getShort(at + VERSION));
  }

  /// The payload of the record at a position, as it stands there: a copy.
  static byte[] payload(ByteBuffer from, int at) {
    var payload = new byte[payloadBytes(from, at)];
    from.get(at + HEAD_BYTES, payload);
    return payload;
  }

  /// The stream of the record at a position.
  static StreamKey stream(ByteBuffer from, int at) {
    return new StreamKey(from.getLong(at + STREAM_HIGH), from.getLong(at + STREAM_LOW));
  }

  /// The offset of the stream's record before the one at a position; −1 if there is none.
  static long previous(ByteBuffer from, int at) {
    return from.getLong(at + PREVIOUS);
  }

  /// Whether the record at a position is sealed.
  static boolean isSealed(ByteBuffer from, int at) {
    return (from.getShort(at + FLAGS) & FLAG_SEALED) != 0;
  }

  /// The payload of the record at a position, as it stands there: a view.
  static ByteBuffer stored(ByteBuffer from, int at) {
    return from.slice(at + HEAD_BYTES, payloadBytes(from, at));
  }

  /// What a sealed record is bound to, all but its offset and its log: the bytes of its head behind
  /// the length.
  static void head(ByteBuffer from, int at, byte[] to, int toAt) {
    from.get(at + TYPE, to, toAt, HEAD_BYTES - TYPE);
  }

  /// What tells the record at a position from any other that might have its offset.
  static Hash fingerprint(ByteBuffer from, int at, BatchInfo batch) {
    var bytes = ByteBuffer.allocate(3 * Long.BYTES + bytesAt(from, at));
    bytes.putLong(batch.epoch()).putLong(batch.timeMillis()).putLong(batch.first().value());
    return Hash.ofBytes(bytes.put(from.slice(at, bytesAt(from, at))).array());
  }

  /// Reads the record at a position of a batch that [#isSound] accepted.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_KEY_MISSING`, `LOG_SEAL_BROKEN`
  static LogRecord read(
      ByteBuffer from, int at, Offset offset, BatchInfo batch, RecordOpener opener) {
    var payload = isSealed(from, at) ? opener.open(from, at, offset) : payload(from, at);
    var mustUnderstand = (from.getShort(at + FLAGS) & FLAG_MUST_UNDERSTAND) != 0;
    var kind = new RecordKind(type(from, at), mustUnderstand, version(from, at));
    return new LogRecord(
        offset,
        batch,
        kind,
        stream(from, at),
        new Offset(previous(from, at)),
        payload,
        opener.values());
  }

  /// Whether exactly `count` well-formed records fill the bytes from `at` to `end`: what a checksum
  /// does not say about bytes that were never written by this code.
  static boolean isSound(ByteBuffer from, int at, int end, long first, int count) {
    int position = at;
    for (int i = 0; i < count; i++) {
      if (end - position < HEAD_BYTES) {
        return false;
      }
      int payloadBytes = from.getInt(position);
      long previous = from.getLong(position + PREVIOUS);
      if (payloadBytes < 0 || payloadBytes > end - position - HEAD_BYTES) {
        return false;
      }
      if (previous < -1 || previous >= first + i) {
        return false;
      }
      if ((from.getShort(position + FLAGS) & ~FLAGS_KNOWN) != 0) {
        return false;
      }
      if (!referencesAreSound(from, position, payloadBytes)) {
        return false;
      }
      position += HEAD_BYTES + payloadBytes;
    }
    return position == end;
  }

  private static boolean referencesAreSound(ByteBuffer from, int at, int payloadBytes) {
    if ((from.getShort(at + FLAGS) & FLAG_REFERS) == 0) {
      return true;
    }
    int count =
        payloadBytes < COUNT_BYTES ? 0 : referenceCount(from, at, HEAD_BYTES + payloadBytes);
    return count > 0 && new Form(false, count).bytes() <= payloadBytes;
  }
}
