package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodecTest {
  @Test
  void whatTheMethodsOfAnEncoderWriteTheSameMethodsOfADecoderRead() {
    Seeds.check(
        2000,
        gen -> {
          var encoder = new Encoder(gen.below(20));
          long n = gen.integer();
          var text = gen.string();
          var bytes = gen.bytes(40);
          var keyword = gen.keyword();
          var instant = Instant.ofEpochSecond(n >> 30, gen.below(1_000_000_000));
          encoder.u8(200);
          encoder.varint(n);
          encoder.zigzag(n);
          encoder.fixed64(n);
          encoder.utf8(text);
          encoder.blob(bytes);
          encoder.raw(bytes);
          encoder.nil();
          encoder.bool(true);
          encoder.integer(n);
          encoder.real(n);
          encoder.str(text);
          encoder.keyword(keyword);
          encoder.symbol(Symbol.of("s"));
          encoder.inst(instant);
          encoder.uuid(new UUID(n, n));
          encoder.bytes(bytes);
          encoder.tagHead(Symbol.of("t"));
          encoder.mapHead(1);
          encoder.setHead(2);
          encoder.vecHead(3);
          encoder.listHead(4);
          var padding = new byte[20];
          encoder.raw(padding);
          var decoder = decoder(gen, encoder);
          assertThat(decoder.u8()).isEqualTo(200);
          assertThat(decoder.varint()).isEqualTo(n);
          assertThat(decoder.zigzag()).isEqualTo(n);
          assertThat(decoder.fixed64()).isEqualTo(n);
          assertThat(decoder.utf8()).isEqualTo(text);
          assertThat(decoder.blob()).isEqualTo(bytes);
          assertThat(decoder.raw(bytes.length)).isEqualTo(bytes);
          decoder.nil();
          assertThat(decoder.bool()).isTrue();
          assertThat(decoder.integer()).isEqualTo(n);
          assertThat(decoder.real()).isEqualTo(n);
          assertThat(decoder.str()).isEqualTo(text);
          assertThat(decoder.keyword()).isEqualTo(keyword);
          assertThat(decoder.symbol()).isEqualTo(Symbol.of("s"));
          assertThat(decoder.inst()).isEqualTo(instant);
          assertThat(decoder.uuid()).isEqualTo(new UUID(n, n));
          assertThat(decoder.peek()).isEqualTo(Kind.BYTES);
          assertThat(decoder.bytes()).isEqualTo(bytes);
          assertThat(decoder.tagHead()).isEqualTo(Symbol.of("t"));
          assertThat(decoder.mapHead()).isEqualTo(1);
          assertThat(decoder.setHead()).isEqualTo(2);
          assertThat(decoder.vecHead()).isEqualTo(3);
          assertThat(decoder.listHead()).isEqualTo(4);
          assertThat(decoder.remaining()).isEqualTo(20);
          decoder.skip(20);
          decoder.requireEnd();
          assertThat(decoder.offset()).isEqualTo(encoder.size());
        });
  }

  /// A decoder of the array, or of a buffer that starts within a larger one.
  private static Decoder decoder(Gen gen, Encoder encoder) {
    if (gen.chance(3)) {
      return Decoder.of(encoder.toByteArray());
    }
    int size = encoder.size();
    var buffer =
        gen.chance(2) ? ByteBuffer.allocate(size + 7) : ByteBuffer.allocateDirect(size + 7);
    buffer.position(3);
    encoder.copyTo(buffer);
    return Decoder.of(buffer.flip().position(3), Limits.OWN);
  }

  @Test
  void aMapWrittenByHandInEncodingOrderHasTheCanonicalBytes() {
    var map = (MapValue) Edn.read("{:id 7 :name \"Ada\" :tags [1 2]}");
    var encoder = new Encoder();
    encoder.u8(ValueCodec.VERSION);
    encoder.mapHead(3);
    java.util.stream.Stream.of("id", "name", "tags")
        .map(Keyword::of)
        .sorted(Value.encodingOrder())
        .forEach(key -> {
          encoder.keyword(key);
          encoder.value(map.get(key, Nil.NIL));
        });
    assertThat(encoder.toByteArray()).isEqualTo(ValueCodec.encode(map));
  }

  @Test
  void elementsAreEncodedAsTheirVectorIs() {
    var elements = new Value[] {Int.of(7), new Str("x"), Vec.of(Nil.NIL)};
    assertThat(ValueCodec.encodeVec(elements)).isEqualTo(ValueCodec.encode(Vec.of(elements)));
    assertThat(ValueCodec.encodeVec()).isEqualTo(ValueCodec.encode(Vec.EMPTY));
    Value deep = Nil.NIL;
    for (int i = 0; i < Limits.DEPTH_CEILING; i++) {
      deep = Vec.of(deep);
    }
    var deepest = deep;
    assertThat(ValueCodec.encode(deepest)).isNotEmpty();
    assertThatThrownBy(() -> ValueCodec.encodeVec(deepest))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(ValueCode.CODEC_LIMIT));
  }

  @Test
  void whatWasEncodedIsFoundWhereItStands() {
    var encoder = new Encoder();
    encoder.utf8("ab");
    var bytes = new byte[] {9, 2, 'a', 'b', 2, 'a'};
    assertThat(encoder.standsIn(bytes, 1)).isTrue();
    assertThat(encoder.standsIn(bytes, 0)).isFalse();
    assertThat(encoder.standsIn(bytes, 4)).isFalse();
    var copy = new byte[5];
    encoder.copyTo(copy, 2);
    assertThat(copy).containsExactly(0, 0, 2, 'a', 'b');
    assertThat(Decoder.of(bytes, 1, 4).utf8()).isEqualTo("ab");
    assertThatThrownBy(() -> Decoder.of(bytes, 1, 3).utf8()).isInstanceOf(PerdureException.class);
  }

  @Test
  void aReferenceIsWrittenByItsHashAndSaysWhatHasToBeKept() {
    var bytes = ValueCodec.encode(new Str("far away"));
    record Far(Hash hash, int size, byte[] bytes) implements Referred {}

    var far = new Far(Hash.ofBytes(bytes), bytes.length, bytes);
    var out = new Encoder();
    out.reference(far);
    out.u8(7);
    assertThat(out.references()).containsExactly(far);
    var in = Decoder.of(out.toByteArray()).with((_, _) -> bytes);
    var hash = in.hash();
    assertThat(hash).isEqualTo(far.hash());
    assertThat(in.values().bytes(hash, (int) in.varint())).isEqualTo(bytes);
    assertThat(in.u8()).isEqualTo(7);
    assertThatThrownBy(() -> Decoder.of(new byte[0]).values().bytes(hash, 9))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(ValueCode.VALUE_MISSING));
    out.clear();
    assertThat(out.references()).isEmpty();
  }

  @Test
  void entriesOutOfOrderOrTwiceAreRefused() {
    for (var pair : new int[][] {{1, 2}, {2, 1}, {1, 1}}) {
      var encoder = new Encoder();
      encoder.u8(ValueCodec.VERSION);
      encoder.setHead(2);
      encoder.integer(pair[0]);
      encoder.integer(pair[1]);
      boolean inOrder = Value.encodingOrder().compare(Value.of(pair[0]), Value.of(pair[1])) < 0;
      if (inOrder) {
        assertThat(ValueCodec.decode(encoder.toByteArray())).isEqualTo(Edn.read("#{1 2}"));
      } else {
        assertRefused(encoder.toByteArray(), ValueCode.CODEC_CORRUPT, "byte 5");
      }
    }
  }

  @Test
  void otherFormsOfANumberAreRefused() {
    assertRefused(bytes(1, Tag.INT, 0x80, 0x00), ValueCode.CODEC_CORRUPT, "byte 2");
    assertRefused(bytes(1, Tag.BIG_INT, 2, 0, 1), ValueCode.CODEC_CORRUPT, "byte 2");
    assertRefused(bytes(1, Tag.BIG_INT, 0), ValueCode.CODEC_CORRUPT, "byte 2");
    assertRefused(bytes(1, Tag.RATIO, 1, 2, 1, 4), ValueCode.CODEC_CORRUPT, "byte 1");
    assertRefused(
        bytes(1, Tag.REAL, 0x7F, 0xF8, 0, 0, 0, 0, 0, 1), ValueCode.CODEC_CORRUPT, "byte 2");
  }

  @Test
  void malformedUtf8AndUnknownVersionsAndTagsAreRefused() {
    assertRefused(bytes(1, Tag.STR, 1, 0xFF), ValueCode.CODEC_CORRUPT, "byte 3");
    assertRefused(bytes(1, Tag.STR, 3, 0xED, 0xA0, 0x80), ValueCode.CODEC_CORRUPT, "byte 3");
    assertRefused(bytes(2, Tag.NIL), ValueCode.CODEC_VERSION, "byte 0");
    assertRefused(bytes(1, 0x14), ValueCode.CODEC_CORRUPT, "byte 1");
    assertRefused(bytes(1, Tag.NIL, Tag.NIL), ValueCode.CODEC_CORRUPT, "byte 2");
    assertThat(ValueCodec.decode(bytes(1, Tag.STR, 3, 0xEF, 0xBF, 0xBD)))
        .isEqualTo(new Str("\uFFFD"));
  }

  @Test
  void halfOfASurrogatePairHasNoBytes() {
    for (var text : new String[] {"a\uD800", "\uDC00".repeat(100), "😀\uD83D"}) {
      assertThatThrownBy(() -> new Encoder().utf8(text)).isInstanceOf(PerdureException.class);
      assertThatThrownBy(() -> new Str(text)).isInstanceOf(PerdureException.class);
    }
    assertThat(new Str("😀").value()).isEqualTo("😀");
  }

  private static byte[] bytes(int... content) {
    var bytes = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return bytes;
  }

  private static void assertRefused(byte[] bytes, Code code, String where) {
    assertThatThrownBy(() -> ValueCodec.decode(bytes))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.problem().where()).isEqualTo(where);
            });
  }
}
