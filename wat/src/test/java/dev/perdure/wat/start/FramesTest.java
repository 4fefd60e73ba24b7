package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.EdnReader;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.type.TypeTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final long BUDGET = 100;

  private static final List<String> PIECES =
      List.of(
          "(", ")", "[", "]", "{", "}", "\"", "\\", ";", "#{", "#a/b ", "#inst ", "a", "1", " ",
          ":k", "\n");

  private static Frames of(byte[] bytes) {
    return new Frames(new ByteArrayInputStream(bytes));
  }

  private static List<String> texts(String stream) throws IOException {
    var frames = of(stream.getBytes(StandardCharsets.UTF_8));
    var texts = new ArrayList<String>();
    for (var frame = frames.next(BUDGET); frame != null; frame = frames.next(BUDGET)) {
      texts.add(frame.fault() == null ? frame.text() : "bad");
    }
    return texts;
  }

  @Test
  void aFrameEndsAtTheFirstNewlineAtWhichItsValueIsWhole() throws IOException {
    assertThat(texts("1\n[1\n 2]\n\"a\nb\"\n#acme/P\n{:x 1}\n"))
        .containsExactly("1", "[1\n 2]", "\"a\nb\"", "#acme/P\n{:x 1}");
  }

  @Test
  void whatBelongsToNoValueBelongsToTheNext() throws IOException {
    assertThat(texts("\n; (\n1\n \n")).containsExactly("\n; (\n1");
  }

  @Test
  void theEndOfTheStreamEndsTheLastFrame() throws IOException {
    assertThat(texts("1\n[2")).containsExactly("1", "[2");
    assertThat(texts("")).isEmpty();
  }

  @Test
  void aFrameOverItsBudgetIsBadAndTheNextIsTaken() throws IOException {
    var vector = "[" + "1\n".repeat((int) BUDGET) + "]";
    assertThat(texts(vector + "\n2\n")).containsExactly("bad", "2");
    assertThat(texts("x".repeat((int) BUDGET) + "\n")).containsExactly("x".repeat((int) BUDGET));
    assertThat(texts("x".repeat((int) BUDGET + 1) + "\n")).containsExactly("bad");
  }

  @Test
  void aFrameThatNeverEndsIsGivenUp() throws IOException {
    assertThat(texts("(".repeat((int) BUDGET * 20) + "\n2\n")).containsExactly("bad", "2");
  }

  @Test
  void aFrameThatIsNotUtf8IsBadAndTheNextIsTaken() throws IOException {
    var frames = of(new byte[] {'"', (byte) 0xC3, '"', '\n', '2', '\n'});
    assertThat(frames.next(BUDGET).fault()).isEqualTo("the frame is not UTF-8");
    assertThat(frames.next(BUDGET).text()).isEqualTo("2");
    assertThat(frames.next(BUDGET)).isNull();
  }

  /// Texts made by chance: nothing is lost, and the reader never misses the rest of a value. What
  /// ends in a backslash is wrong, whatever follows the newline.
  @Test
  void framesEndWhereTheReaderOfValuesSaysThatTheyEnd() throws IOException {
    for (int seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var stream = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        stream.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      stream.append("\n1\n");
      var texts = texts(stream.toString());
      assertThat(stream.toString()).as("seed %d", seed).startsWith(String.join("\n", texts));
      for (var text : texts.subList(0, Math.max(0, texts.size() - 1))) {
        assertThat(text.endsWith("\\") || !isIncomplete(text))
            .as("seed %d: %s", seed, text)
            .isTrue();
      }
    }
  }

  private static boolean isIncomplete(String text) {
    try {
      var _ = new EdnReader(new Shapes(new TypeTable(_ -> null))).readForeign(text);
      return false;
    } catch (EdnFault fault) {
      return fault.isIncomplete();
    }
  }
}
