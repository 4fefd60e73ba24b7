package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Limits;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HostileTextTest {
  private static final String PIECES =
      "()[]{}#\"\\;:,'`~<> \n-+.0123456789/NeEaunil\u0000\u00e9\ud83d\ude00_";
  private static final EdnReader READER = new EdnReader(World.SHAPES);

  @Test
  void anyTextIsReadOrRefused() {
    Seeds.check(
        20_000,
        gen -> {
          var text = new StringBuilder();
          for (int i = gen.below(30); i > 0; i--) {
            text.append(PIECES.charAt(gen.below(PIECES.length())));
          }
          readOrRefuse(text.toString(), gen.type(2));
        });
  }

  @Test
  void aDamagedTextIsReadOrRefused() {
    Seeds.check(
        5000,
        gen -> {
          var type = gen.type(3);
          var value = gen.value(type);
          var text = new StringBuilder(gen.chance(2) ? EdnWriter.write(value) : Json.write(value));
          for (int i = gen.below(4); i >= 0 && !text.isEmpty(); i--) {
            int at = gen.below(text.length());
            switch (gen.below(3)) {
              case 0 -> text.deleteCharAt(at);
              case 1 -> text.insert(at, PIECES.charAt(gen.below(PIECES.length())));
              default -> text.setLength(at);
            }
          }
          readOrRefuse(text.toString(), type);
        });
  }

  private static void readOrRefuse(String text, Type type) {
    for (var expected : new Type[] {type, Basic.VALUE, Basic.AST}) {
      try {
        var value = READER.read(text, expected);
        assertThat(READER.read(EdnWriter.write(value), expected)).isEqualTo(value);
      } catch (EdnFault fault) {
        assertThat(fault).hasNoCause();
      }
    }
    try {
      READER.readForeign(text);
    } catch (EdnFault fault) {
      assertThat(fault.getMessage()).isNotEmpty();
    }
    try {
      Json.read(text, type, World.SHAPES);
    } catch (EdnFault fault) {
      assertThat(fault.getMessage()).isNotEmpty();
    }
  }

  @Test
  void aPrefixOfATextIsIncompleteOrAValue() {
    Seeds.check(
        1000,
        gen -> {
          var text = EdnWriter.write(Vector.of(gen.value(gen.type(3))));
          int end = gen.below(text.length());
          assertThatThrownBy(() -> READER.readForeign(text.substring(0, end)))
              .isInstanceOf(EdnFault.class);
        });
  }

  @Test
  void whatExceedsALimitIsRefused() {
    assertRefused("[".repeat(100_000));
    assertRefused("#a ".repeat(100_000) + "1");
    assertRefused("[" + "1".repeat(20_000) + "]");
    assertRefused("[\"" + "a".repeat(2 << 20) + "\"]");
    assertRefused("[:" + "a".repeat(2 << 20) + "]");
    assertRefused("[" + "1 ".repeat(5 << 20) + "]");
    assertRefused(" ".repeat(17 << 20));
    assertThatThrownBy(() -> Json.read("[".repeat(100_000), Basic.VALUE, World.SHAPES))
        .isInstanceOf(EdnFault.class);
    assertThatThrownBy(() -> Json.read("{\"a\":".repeat(100_000), Basic.VALUE, World.SHAPES))
        .isInstanceOf(EdnFault.class);
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> READER.read(text, Basic.VALUE)).isInstanceOf(EdnFault.class);
  }

  @Test
  void theDeepestTextFitsASmallStack() throws InterruptedException {
    int depth = Limits.DEPTH_CEILING - 1;
    var text = "[".repeat(depth) + "1" + "]".repeat(depth);
    var forms = "(".repeat(depth) + "1" + ")".repeat(depth);
    var json = "[".repeat(depth) + "1" + "]".repeat(depth);
    var failure = new AtomicReference<Throwable>();
    var thread =
        new Thread(
            null,
            () -> {
              var value = READER.read(text, Basic.VALUE);
              assertThat(EdnWriter.write(value)).isEqualTo(text);
              assertThat(EdnWriter.writePretty(value)).contains("1");
              var sent = Portable.toValue(value);
              assertThat(Portable.fromValue(sent, Basic.VALUE, World.SHAPES)).isEqualTo(value);
              assertThat(EdnWriter.write(READER.read(forms, Basic.AST))).isEqualTo(forms);
              assertThat(Json.write(Json.read(json, Basic.VALUE, World.SHAPES))).isEqualTo(json);
            },
            "small",
            768 << 10);
    thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  @Test
  void manyDistinctTagsOrEqualHashesCostNoQuadraticTime() {
    var text = new StringBuilder("#{");
    for (int i = 0; i < 1 << 14; i++) {
      text.append('"');
      for (int bit = 1 << 13; bit > 0; bit >>= 1) {
        text.append((i & bit) == 0 ? "Aa" : "BB");
      }
      text.append("\" ");
    }
    assertThat(((HashSet) READER.read(text + "}", Basic.VALUE)).size()).isEqualTo(1 << 14);
  }
}
