package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Edn;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.Int;
import dev.perdure.value.Nil;
import dev.perdure.value.Str;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import dev.perdure.value.ValueCodec;
import dev.perdure.value.Vec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A value on its way through the engine, which carries it without looking inside: its canonical
/// bytes. Equal values have equal bytes, so payloads are compared without being decoded.
///
/// A value of more than [Limits#INLINE_BYTES_MAX] bytes is written as its hash, wherever a payload
/// is written; its bytes are kept once, beside what refers to them.
public abstract sealed class Payload permits Payload.Small, LargePayload {
  /// The value nil.
  public static final Payload NIL = of(Nil.NIL);

  /// A vector without elements: the arguments of a function that takes none.
  public static final Payload NO_ARGUMENTS = of(Vec.EMPTY);

  Payload() {}

  /// The payload that carries a value.
  public static Payload of(Value value) {
    return ofBytes(ValueCodec.encode(value));
  }

  /// The payload that carries the vector of some values.
  public static Payload ofVec(Value... elements) {
    return ofBytes(ValueCodec.encodeVec(elements));
  }

  /// The payload that carries an integer.
  public static Payload of(long number) {
    return of(Int.of(number));
  }

  /// The payload that carries a string.
  public static Payload of(String text) {
    return of(new Str(text));
  }

  /// The payload that carries a task's id.
  public static Payload of(TaskId id) {
    return of(new Uuid(id.uuid()));
  }

  /// The payload that carries what was encoded; the encoder may be used again.
  public static Payload of(Encoder encoder) {
    return ofBytes(encoder.toByteArray());
  }

  /// The payload with these canonical bytes, which must not be changed afterwards.
  public static Payload ofBytes(byte[] bytes) {
    return bytes.length > Limits.INLINE_BYTES_MAX ? new LargePayload(bytes) : new Small(bytes);
  }

  /// Reads what [#writeTo] wrote.
  static Payload read(Decoder in) {
    var bytes = in.blob();
    return bytes.length > 0 ? ofBytes(bytes) : LargePayload.read(in);
  }

  /// The value.
  ///
  /// @throws dev.perdure.value.PerdureException if the bytes are no value; `VALUE_MISSING`,
  ///   `VALUE_DAMAGED` if it is a large one that cannot be read
  public Value value() {
    return ValueCodec.decode(bytes());
  }

  /// Reads the value part by part.
  public Decoder decoder() {
    return Decoder.of(bytes());
  }

  /// The canonical bytes, not to be changed: of a large value they may be read from where it is
  /// kept.
  abstract byte[] bytes();

  /// The string it carries.
  public String text() {
    return ((Str) value()).value();
  }

  /// The integer it carries.
  public long number() {
    return ValueCodec.decodeInteger(bytes());
  }

  /// The id it carries.
  public TaskId taskId() {
    var uuid = ((Uuid) value()).value();
    return new TaskId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  /// The hash of the value.
  public abstract Hash hash();

  /// How many bytes it has.
  public abstract int size();

  /// About the bytes that it takes in memory.
  int heldBytes() {
    return size();
  }

  /// The same in memory, whatever becomes of what it was read from.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISSING`, `VALUE_DAMAGED` if it is a large
  ///   one that cannot be read
  public Payload held() {
    return this;
  }

  /// Writes its length and its bytes; of a large one a length of 0, which no value has, and a
  /// reference.
  abstract void writeTo(Encoder encoder);

  /// One whose bytes are written with what it belongs to.
  static final class Small extends Payload {
    private final byte[] bytes;

    private Small(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    byte[] bytes() {
      return bytes;
    }

    @Override
    public Hash hash() {
      return Hash.ofBytes(bytes);
    }

    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    void writeTo(Encoder encoder) {
      encoder.blob(bytes);
    }

    @Override
    public boolean equals(@Nullable Object o) {
      return this == o || (o instanceof Small other && Arrays.equals(bytes, other.bytes));
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /// The value as EDN.
  @Override
  public String toString() {
    return Edn.print(value());
  }
}
