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
public final class Payload {
  /// The value nil.
  public static final Payload NIL = of(Nil.NIL);

  /// A vector without elements: the arguments of a function that takes none.
  public static final Payload NO_ARGUMENTS = of(Vec.EMPTY);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The payload that carries a value.
  public static Payload of(Value value) {
    return new Payload(ValueCodec.encode(value));
  }

  /// The payload that carries the vector of some values.
  public static Payload ofVec(Value... elements) {
    return new Payload(ValueCodec.encodeVec(elements));
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
    return new Payload(encoder.toByteArray());
  }

  /// The payload with these canonical bytes, which must not be changed afterwards.
  public static Payload ofBytes(byte[] bytes) {
    return new Payload(bytes);
  }

  /// The value.
  ///
  /// @throws dev.perdure.value.PerdureException if the bytes are no value
  public Value value() {
    return ValueCodec.decode(bytes);
  }

  /// Reads the value part by part.
  public Decoder decoder() {
    return Decoder.of(bytes);
  }

  /// The string it carries.
  public String text() {
    return ((Str) value()).value();
  }

  /// The integer it carries.
  public long number() {
    return ((Int) value()).value();
  }

  /// The id it carries.
  public TaskId taskId() {
    var uuid = ((Uuid) value()).value();
    return new TaskId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  /// The hash of the value.
  public Hash hash() {
    return Hash.ofBytes(bytes);
  }

  /// How many bytes it takes.
  public int size() {
    return bytes.length;
  }

  void writeTo(Encoder encoder) {
    encoder.blob(bytes);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return this == o || (o instanceof Payload other && Arrays.equals(bytes, other.bytes));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// The value as EDN.
  @Override
  public String toString() {
    return Edn.print(value());
  }
}
