package dev.perdure.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The header of a batch. A segment file is batches from byte 0 on, each at a multiple of 8, then
/// zeros. Little-endian:
///
/// ```
///  0  u32  magic "PLOG"
///  4  u16  format version, 1
///  6  u16  kind: 0 for records, 1 for a join
///  8  i64  epoch: which ownership of the log wrote it
/// 16  i64  offset of its first record
/// 24  i64  durable: every record below this offset was durable when it was written
/// 32  i64  time given by the writer, milliseconds since 1970 UTC
/// 40  u32  number of records; 0: a mark, written when the log is opened and closed
/// 44  u32  length of the records in bytes
/// 48  u32  CRC32C of the records
/// 52  u32  checksum of the batch before, also across segments; 0 before the first of all
/// 56  u32  dropped: how many records before its first are no longer kept
/// 60  u32  checksum of this batch: CRC32C of the log's identity (8 bytes), then of bytes 0 to 59
/// 64       records, then zeros to the next multiple of 8
/// ```
///
/// The checksum covers the records through their CRC and the whole past through that of the batch
/// before. It begins with the log's identity, so no other log's bytes pass for a batch of this one.
///
/// A *join* ends what [Compaction] has left of a segment. Its body is no record:
///
/// ```
/// 64  u32  the checksum that the batch after it names as that of the batch before
/// 68  u32  0
/// 72  i64  the offset below which everything had been decided when the segment was compacted
/// ```
record BatchHeader(
    boolean join,
    long epoch,
    long first,
    long durable,
    long timeMillis,
    int count,
    int recordBytes,
    int recordsCrc,
    int previous,
    int dropped,
    int checksum,
    int formatVersion) {
  static final int BYTES = 64;
  static final int ALIGNMENT = 8;
  static final int FORMAT_VERSION = 1;
  static final int MAGIC = 'P' | 'L' << 8 | 'O' << 16 | 'G' << 24;

  static final int JOIN_BYTES = 16;

  private static final int VERSION = 4;
  private static final int KIND = 6;
  private static final int EPOCH = 8;
  private static final int FIRST = 16;
  private static final int DURABLE = 24;
  private static final int TIME = 32;
  private static final int COUNT = 40;
  private static final int RECORD_BYTES = 44;
  private static final int RECORDS_CRC = 48;
  private static final int PREVIOUS = 52;
  private static final int DROPPED = 56;
  private static final int CHECKSUM = 60;

  /// What a batch is written with beyond its own records.
  ///
  /// @param identity the log's
  /// @param previous the checksum of the batch before
  record Chain(long identity, long epoch, long durable, int previous) {}

  /// The offset after the last record.
  long end() {
    return first + count;
  }

  /// The offset after the record before it, kept or dropped.
  long from() {
    return first - dropped;
  }

  /// How far the next batch is from this one, in bytes.
  int span() {
    return align(BYTES + recordBytes);
  }

  BatchInfo info() {
    return new BatchInfo(new Offset(first), count, epoch, timeMillis);
  }

  static int align(int bytes) {
    return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
  }

  /// Completes a batch whose records stand between 64 and the buffer's position: writes the header
  /// and the padding, and returns a view of the whole.
  static ByteBuffer image(ByteBuffer buffer, Batch batch, Chain chain) {
    put(buffer, batch.first(), batch.timeMillis(), batch.count(), chain);
    return padded(buffer);
  }

  private static ByteBuffer padded(ByteBuffer buffer) {
    int padded = align(buffer.position());
    for (int at = buffer.position(); at < padded; at++) {
      buffer.put(at, (byte) 0);
    }
    return buffer.slice(0, padded).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// A batch without records.
  static ByteBuffer mark(Offset first, long timeMillis, Chain chain) {
    var buffer = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(BYTES);
    put(buffer, first, timeMillis, 0, chain);
    return buffer.flip();
  }

  private static void put(ByteBuffer to, Offset first, long timeMillis, int count, Chain chain) {
    put(to, false, first.value(), 0, timeMillis, count, chain);
  }

  private static void put(
      ByteBuffer to,
      boolean join,
      long first,
      int dropped,
      long timeMillis,
      int count,
      Chain chain) {
    int end = to.position();
    to.putInt(0, MAGIC);
    to.putShort(VERSION, (short) FORMAT_VERSION).putShort(KIND, (short) (join ? 1 : 0));
    to.putLong(EPOCH, chain.epoch());
    to.putLong(FIRST, first);
    to.putLong(DURABLE, chain.durable());
    to.putLong(TIME, timeMillis);
    to.putInt(COUNT, count);
    to.putInt(RECORD_BYTES, end - BYTES);
    to.putInt(RECORDS_CRC, crc(to, BYTES, end - BYTES));
    to.putInt(PREVIOUS, chain.previous());
    to.putInt(DROPPED, dropped);
    to.putInt(CHECKSUM, checksum(to, 0, chain.identity()));
  }

  /// A batch of some of this one's records, which stand between 64 and the buffer's position.
  ///
  /// @param runFirst the offset of the first of them
  /// @param runCount how many
  /// @param runDropped how many records before them are not kept
  /// @param chained the checksum of the batch before, and the log's identity
  ByteBuffer run(ByteBuffer buffer, long runFirst, int runCount, int runDropped, Chain chained) {
    var chain = new Chain(chained.identity(), epoch, durable, chained.previous());
    put(buffer, false, runFirst, runDropped, timeMillis, runCount, chain);
    return padded(buffer);
  }

  /// The join that follows what is kept of a segment whose last batch this is.
  ///
  /// @param joinDropped how many records before the segment's end are not kept
  /// @param decided the offset for the body
  /// @param handsOn the checksum for the body
  /// @param chained the checksum of the batch before, and the log's identity
  ByteBuffer join(int joinDropped, long decided, int handsOn, Chain chained) {
    var buffer = ByteBuffer.allocate(BYTES + JOIN_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(BYTES);
    buffer.putInt(handsOn).putInt(0).putLong(decided);
    var chain = new Chain(chained.identity(), epoch, durable, chained.previous());
    put(buffer, true, end(), joinDropped, timeMillis, 0, chain);
    return buffer.flip();
  }

  /// The checksum that the batch behind this one names.
  ///
  /// @param at where in the buffer this batch begins
  int handsOn(ByteBuffer from, int at) {
    return join ? from.getInt(at + BYTES) : checksum;
  }

  /// The offset in the body of a join.
  static long decided(ByteBuffer from, int at) {
    return from.getLong(at + BYTES + Long.BYTES);
  }

  /// The checksum in a batch that [#image] or [#mark] made.
  static int checksumOf(ByteBuffer image) {
    return image.getInt(CHECKSUM);
  }

  /// The header at a position, or null if this log never wrote a header with these bytes. Its
  /// records are yet to be checked. A header of another format version may come back: see
  /// [#formatVersion].
  static @Nullable BatchHeader read(ByteBuffer from, int at, long identity) {
    if (from.getInt(at) != MAGIC || from.getInt(at + CHECKSUM) != checksum(from, at, identity)) {
      return null;
    }
    var header =
        new BatchHeader(
            from.getShort(at + KIND) == 1,
            from.getLong(at + EPOCH),
            from.getLong(at + FIRST),
            from.getLong(at + DURABLE),
            from.getLong(at + TIME),
            from.getInt(at + COUNT),
            from.getInt(at + RECORD_BYTES),
            from.getInt(at + RECORDS_CRC),
            from.getInt(at + PREVIOUS),
            from.getInt(at + DROPPED),
            from.getInt(at + CHECKSUM),
            Short.toUnsignedInt(from.getShort(at + VERSION)));
    return header.isPlausible() ? header : null;
  }

  private boolean isPlausible() {
    return first >= 0
        && first <= Long.MAX_VALUE - Integer.MAX_VALUE
        && durable >= 0
        && durable <= first
        && dropped >= 0
        && dropped <= first
        && count >= 0
        && recordBytes >= 0
        && recordBytes <= Limits.BATCH_BYTES_MAX - BYTES;
  }

  /// Whether the records behind a header at `at` are the ones it was written with.
  boolean recordsAreSound(ByteBuffer from, int at) {
    int records = at + BYTES;
    if (crc(from, records, recordBytes) != recordsCrc) {
      return false;
    }
    return join
        ? count == 0 && recordBytes == JOIN_BYTES
        : RecordLayout.isSound(from, records, records + recordBytes, first, count);
  }

  private static int checksum(ByteBuffer from, int at, long identity) {
    var crc = new CRC32C();
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      crc.update((int) (identity >>> shift) & 0xFF);
    }
    crc.update(from.slice(at, CHECKSUM));
    return (int) crc.getValue();
  }

  private static int crc(ByteBuffer from, int at, int bytes) {
    var crc = new CRC32C();
    crc.update(from.slice(at, bytes));
    return (int) crc.getValue();
  }
}
