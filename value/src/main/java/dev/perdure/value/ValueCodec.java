package dev.perdure.value;

/// A value as bytes: one version byte, and the value as [Decoder] draws it. Equal values have equal
/// bytes; these are the canonical bytes that [Hash#of(Value)] takes.
public final class ValueCodec {
  /// The first byte of this format. A change of the layout, of the values' hash codes or of the
  /// encoding order is a new version.
  public static final int VERSION = 1;

  /// Room for what most values take: arguments and results are encoded for each call.
  private static final int USUAL_BYTES = 32;

  private ValueCodec() {}

  /// The bytes of the value. Nested deeper than [Limits#DEPTH_CEILING] it is `CODEC_LIMIT`.
  public static byte[] encode(Value value) {
    var encoder = new Encoder(USUAL_BYTES);
    encode(value, encoder);
    return encoder.toByteArray();
  }

  /// The bytes of the vector of the elements, without that vector.
  public static byte[] encodeVec(Value... elements) {
    var encoder = new Encoder(USUAL_BYTES);
    encoder.u8(VERSION);
    encoder.vec(elements);
    return encoder.toByteArray();
  }

  static void encode(Value value, Encoder encoder) {
    encoder.u8(VERSION);
    encoder.value(value);
  }

  /// The value of bytes that Perdure wrote itself; `CODEC_CORRUPT` or `CODEC_VERSION` if it did
  /// not.
  public static Value decode(byte[] bytes) {
    return decode(bytes, Limits.OWN);
  }

  /// The same of bytes that are an [Int], without making one.
  public static long decodeInteger(byte[] bytes) {
    var decoder = opened(bytes, Limits.OWN);
    long value = decoder.integer();
    decoder.requireEnd();
    return value;
  }

  /// The value of bytes from outside.
  public static Value decode(byte[] bytes, Limits limits) {
    var decoder = opened(bytes, limits);
    var value = decoder.value();
    decoder.requireEnd();
    return value;
  }

  private static Decoder opened(byte[] bytes, Limits limits) {
    var decoder = Decoder.of(bytes, limits);
    int version = decoder.u8();
    if (version != VERSION) {
      throw new Problem(
              ValueCode.CODEC_VERSION,
              "the bytes are of version " + version + ", and this release reads version " + VERSION,
              "byte 0",
              "Read them with the release that wrote them, or a later one")
          .exception();
    }
    return decoder;
  }
}
