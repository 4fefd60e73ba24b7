package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  /// What [Limits#DEPTH_CEILING] promises.
  private static final long STACK_BYTES = 640 << 10;

  @ParameterizedTest
  @ValueSource(strings = {"[|]", "(|)", "#{|}", "{:k |}", "{| 1}", "#t |"})
  void theDeepestValueFitsASmallStackEverywhere(String layer) throws Exception {
    var text = nested(layer, Limits.DEPTH_CEILING);
    // Interpreted first, compiled in the end: frames are of different sizes.
    for (int i = 0; i < 30; i++) {
      var task = new FutureTask<>(() -> roundTrip(text));
      var thread = new Thread(null, task, "small", STACK_BYTES);
      thread.start();
      assertThat(task.get()).isTrue();
    }
  }

  private static boolean roundTrip(String text) {
    var value = Edn.read(text);
    var again = ValueCodec.decode(ValueCodec.encode(value));
    return again.equals(value)
        && Value.order().compare(again, value) == 0
        && Edn.print(again).equals(Edn.print(value))
        && Edn.read(Edn.pretty(again)).equals(value)
        && Diff.between(value, again, 10).isEmpty();
  }

  /// `layer` around itself; the bar is where the next one goes.
  private static String nested(String layer, int depth) {
    var parts = layer.split("\\|", 2);
    return parts[0].repeat(depth) + "0" + parts[1].repeat(depth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[|]", "(|)", "#{|}", "{:k |}", "{| 1}", "#t |"})
  void oneDeeperIsRefused(String layer) {
    assertCode(ValueCode.EDN_LIMIT, () -> Edn.read(nested(layer, Limits.DEPTH_CEILING + 1)));
  }

  @Test
  void aValueBuiltTooDeepIsRefusedWhereItWouldLeave() {
    Value value = Nil.NIL;
    for (int i = 0; i <= Limits.DEPTH_CEILING; i++) {
      value = Vec.of(value);
    }
    var deep = value;
    assertCode(ValueCode.EDN_LIMIT, () -> Edn.print(deep));
    assertCode(ValueCode.EDN_LIMIT, () -> Edn.pretty(deep));
    assertCode(ValueCode.CODEC_LIMIT, () -> ValueCodec.encode(deep));
    var bytes = ValueCodec.encode(((Vec) deep).get(0));
    var deeper = new byte[bytes.length + 2];
    System.arraycopy(bytes, 1, deeper, 3, bytes.length - 1);
    System.arraycopy(new byte[] {ValueCodec.VERSION, Tag.VEC, 1}, 0, deeper, 0, 3);
    assertCode(ValueCode.CODEC_LIMIT, () -> ValueCodec.decode(deeper));
  }

  @Test
  void eachLimitOfATextHolds() {
    var limits = Limits.OUTSIDE;
    assertCode(ValueCode.EDN_LIMIT, () -> read("[1 2 3]", limits.withBytesMax(6)));
    assertCode(ValueCode.EDN_LIMIT, () -> read("[1 2 3]", limits.withElementsMax(3)));
    assertCode(ValueCode.EDN_LIMIT, () -> read("\"abcd\"", limits.withTokenMax(3)));
    assertCode(ValueCode.EDN_LIMIT, () -> read("abcd", limits.withTokenMax(3)));
    assertCode(ValueCode.EDN_LIMIT, () -> read("12345", limits.withDigitsMax(4)));
    assertThat(read("[1 2 3]", limits.withBytesMax(7).withElementsMax(4))).isNotNull();
    assertThat(read("[\"abc\" abc 123]", limits.withTokenMax(3).withDigitsMax(3))).isNotNull();
  }

  private static Value read(String text, Limits limits) {
    return Edn.read(text, "text", limits);
  }

  @Test
  void eachLimitOfBytesHolds() {
    var limits = Limits.OUTSIDE;
    var bytes = ValueCodec.encode(Edn.read("[1 2 \"abcd\" 123456789N]"));
    assertCode(ValueCode.CODEC_LIMIT, () -> decode(bytes, limits.withBytesMax(bytes.length - 1)));
    assertCode(ValueCode.CODEC_LIMIT, () -> decode(bytes, limits.withElementsMax(3)));
    assertCode(ValueCode.CODEC_LIMIT, () -> decode(bytes, limits.withTokenMax(3)));
    assertCode(ValueCode.CODEC_LIMIT, () -> decode(bytes, limits.withDigitsMax(7)));
    assertThat(decode(bytes, limits.withElementsMax(4).withTokenMax(4).withDigitsMax(8)))
        .isNotNull();
  }

  private static Value decode(byte[] bytes, Limits limits) {
    return ValueCodec.decode(bytes, limits);
  }

  @Test
  void aSizeThatTheInputCannotHoldIsRefusedBeforeRoomIsMadeForIt() {
    for (int tag : List.of(Tag.STR, Tag.BYTES, Tag.VEC, Tag.LIST, Tag.SET, Tag.MAP, Tag.BIG_INT)) {
      var encoder = new Encoder();
      encoder.u8(ValueCodec.VERSION);
      encoder.u8(tag);
      encoder.varint(Integer.MAX_VALUE);
      encoder.nil();
      assertCode(ValueCode.CODEC_CORRUPT, () -> ValueCodec.decode(encoder.toByteArray()));
    }
  }

  private static void assertCode(Code code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(PerdureException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
