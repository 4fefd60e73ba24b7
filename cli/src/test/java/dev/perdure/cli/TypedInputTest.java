package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Lines typed at a terminal, key by key.
@Timeout(30)
class TypedInputTest {
  private static final String UP = "\u001b[A";
  private static final String TAB = "\t";

  private static List<String> lines(String keys) throws IOException {
    var in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    var terminal =
        new DumbTerminal("test", "ansi", in, new ByteArrayOutputStream(), StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 24));
    var lines = new ArrayList<String>();
    try (var input = TypedInput.on(terminal, DebugVerb.words())) {
      assertThat(input.isTyped()).isTrue();
      for (var line = input.read("> "); line != null; line = input.read("> ")) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void linesAreReadUntilTheInputEnds() throws IOException {
    assertThat(lines("step\n\nback 2\n")).containsExactly("step", "", "back 2");
  }

  @Test
  void theArrowKeyBringsBackWhatWasTypedBefore() throws IOException {
    assertThat(lines("step 7\n" + UP + "\n")).containsExactly("step 7", "step 7");
  }

  @Test
  void theTabKeyCompletesACommand() throws IOException {
    assertThat(lines("rev" + TAB + "\n")).first().asString().isEqualTo("reverse-continue ");
  }
}
