package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final long BUDGET = 40;

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
}
