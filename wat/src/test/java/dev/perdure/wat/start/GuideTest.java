package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("```(wat|text)\n(.*?)```", Pattern.DOTALL);

  private record Block(boolean isProgram, String text) {}

  @Test
  void eachProgramOfTheGuideIsSoundAndPrintsWhatStandsBelowIt() throws IOException {
    var blocks = blocks();
    int programs = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).isProgram()) {
        boolean isPrinting = i + 1 < blocks.size() && !blocks.get(i + 1).isProgram();
        check(blocks.get(i).text(), isPrinting ? blocks.get(i + 1).text() : "");
        programs++;
      }
    }
    assertThat(programs).isGreaterThan(4);
  }

  private static List<Block> blocks() throws IOException {
    var page = Path.of(System.getProperty("perdure.root"), "docs", "guide", "wat.md");
    var blocks = new ArrayList<Block>();
    var found = BLOCK.matcher(Files.readString(page));
    while (found.find()) {
      blocks.add(new Block(found.group(1).equals("wat"), found.group(2)));
    }
    return blocks;
  }

  private static void check(String text, String printed) {
    var program =
        Program.check(
            Path.of("/guide.wat"),
            text,
            path -> {
              throw new IOException("the guide loads nothing");
            });
    assertThat(program.errors()).isEmpty();
    if (text.contains(":user::main")) {
      var out = new StringWriter();
      var err = new StringWriter();
      var world =
          new ProcessWorld(
              new PrintWriter(out),
              new PrintWriter(err),
              List.of(),
              Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
              new Random(1));
      assertThat(Entry.run(program, world, new PrintWriter(err))).as(err.toString()).isZero();
      assertThat(out.toString()).isEqualTo(printed);
    }
  }
}
