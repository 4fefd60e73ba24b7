package dev.perdure.log;

import dev.perdure.value.Problem;
import dev.perdure.value.Referred;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the records of one batch, already in the layout they have in the log. Reused from batch
/// to batch by its one thread: [#begin] empties it, [#add] costs a copy of the payload, and where
/// the log has a [PayloadCodec], its encryption.
public final class Batch {
  private static final int INITIAL_BYTES = 16 << 10;

  private ByteBuffer buffer = allocate(INITIAL_BYTES);
  private Offset first = Offset.NONE;
  private long timeMillis;
  private int count;

  private final @Nullable RecordSealer sealer;
  private final Values values;
  private final RecordLayout.Form plain;

  /// Keeps what is referred to.
  @FunctionalInterface
  interface Values {
    /// Keeps a value, durably, at least until the batch is appended that refers to it.
    Reference refer(Referred value);
  }

  /// A batch that holds nothing yet and has to be begun, for a log that seals nothing and whose
  /// records refer to nothing: see [Log#newBatch].
  public Batch() {
    this(
        null,
        _ -> {
          throw new IllegalStateException("this batch is of no log that keeps values");
        });
  }

  Batch(@Nullable RecordSealer sealer, Values values) {
    this.sealer = sealer;
    this.values = values;
    this.plain = new RecordLayout.Form(sealer != null, 0);
  }

  /// Empties the batch and says where it will be appended.
  ///
  /// @param first the log's end: the offset the first record gets
  /// @param timeMillis the time of this batch, in milliseconds since 1970 UTC
  /// @return this batch
  public Batch begin(Offset first, long timeMillis) {
    if (first.isNone()) {
      throw new IllegalArgumentException("a batch begins at the end of a log");
    }
    this.first = first;
    this.timeMillis = timeMillis;
    count = 0;
    buffer.clear().position(BatchHeader.BYTES);
    return this;
  }

  /// Adds one record.
  ///
  /// @param previous the offset of the stream's record before, which may be in this batch, or
  ///   [Offset#NONE]
  /// @param payload copied
  /// @return the offset the record has once the batch is appended
  /// @throws dev.perdure.value.PerdureException `LOG_TOO_LARGE` if the batch would exceed
  ///   [Limits#BATCH_BYTES_MAX]; the batch is then as it was before
  public Offset add(RecordKind kind, StreamKey stream, Offset previous, byte[] payload) {
    return add(kind, stream, previous, ByteBuffer.wrap(payload), List.of());
  }

  /// The same with a payload between the position and the limit of a buffer, which is left as it
  /// is.
  public Offset add(RecordKind kind, StreamKey stream, Offset previous, ByteBuffer payload) {
    return add(kind, stream, previous, payload, List.of());
  }

  /// The same with a payload that refers to values.
  ///
  /// @param referred kept as long as a record refers to them. One that is not kept yet is written
  ///   now, durably, which takes as long as the disk does: see [ValueStore#keep]
  /// @throws dev.perdure.value.PerdureException `LOG_WRITE_FAILED` if such a one cannot be written,
  ///   and as above; the batch is then as it was before
  public Offset add(
      RecordKind kind,
      StreamKey stream,
      Offset previous,
      ByteBuffer payload,
      List<Referred> referred) {
    var references =
        referred.isEmpty()
            ? List.<Reference>of()
            : referred.stream().map(values::refer).distinct().toList();
    int overhead = sealer == null ? 0 : sealer.overhead();
    var form =
        references.isEmpty() ? plain : new RecordLayout.Form(sealer != null, references.size());
    var offset = head(kind, stream, previous, payload.remaining() + overhead, form);
    if (sealer == null) {
      int bytes = payload.remaining();
      buffer.put(buffer.position(), payload, payload.position(), bytes);
      buffer.position(buffer.position() + bytes);
    } else {
      sealer.seal(payload, buffer, offset);
    }
    if (!references.isEmpty()) {
      RecordLayout.putReferences(buffer, references);
    }
    return offset;
  }

  private Offset head(
      RecordKind kind,
      StreamKey stream,
      Offset previous,
      int payloadBytes,
      RecordLayout.Form form) {
    if (first.isNone()) {
      throw new IllegalStateException("begin the batch before adding to it");
    }
    var offset = first.plus(count);
    if (!previous.isBefore(offset)) {
      throw new IllegalArgumentException("record " + offset + " cannot follow " + previous);
    }
    reserve((long) RecordLayout.HEAD_BYTES + payloadBytes + form.bytes());
    RecordLayout.putHead(buffer, kind, stream, previous, payloadBytes, form);
    count++;
    return offset;
  }

  private void reserve(long bytes) {
    long need = buffer.position() + bytes + BatchHeader.ALIGNMENT;
    if (need <= buffer.capacity()) {
      return;
    }
    if (need > Limits.BATCH_BYTES_MAX) {
      throw tooLarge(need);
    }
    var larger =
        allocate((int) Math.min(Limits.BATCH_BYTES_MAX, Math.max(need, 2L * buffer.capacity())));
    buffer = larger.put(buffer.flip());
  }

  private static RuntimeException tooLarge(long bytes) {
    return Problem.of(
            LogCode.LOG_TOO_LARGE,
            "A batch of " + bytes + " bytes exceeds the limit of " + Limits.BATCH_BYTES_MAX,
            "Keep large values outside of the log and record a reference to them")
        .exception();
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Whether its records can be read by a log.
  ///
  /// @param codec null: the log seals nothing
  boolean fits(@Nullable PayloadCodec codec, long identity) {
    if (codec == null || sealer == null) {
      return codec == null && sealer == null;
    }
    return sealer.isOf(codec, identity);
  }

  /// The offset of the first record.
  public Offset first() {
    return first;
  }

  /// The time of this batch, in milliseconds since 1970 UTC.
  public long timeMillis() {
    return timeMillis;
  }

  /// How many records were added.
  public int count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /// How many bytes the records take so far, their heads included: what a writer bounds its batches
  /// by.
  public int bytes() {
    return first.isNone() ? 0 : buffer.position() - BatchHeader.BYTES;
  }

  /// The records in the log's record layout: a read-only view, valid until the next [#begin].
  public ByteBuffer records() {
    return buffer.slice(BatchHeader.BYTES, bytes()).asReadOnlyBuffer();
  }

  /// The whole batch as it is written to a segment, header and padding included: a view, valid
  /// until the next [#begin].
  ByteBuffer image(BatchHeader.Chain chain) {
    return BatchHeader.image(buffer, this, chain);
  }
}
