package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrintingTest {
  private final StringWriter err = new StringWriter();

  /// The exit code of a program that prints.
  private int run(PrintWriter out) {
    var program =
        Program.check(
            Path.of("/printing.wat"),
            "(:wat::core::defn :user::main [] -> :wat::core::nil (:wat::kernel::println 1))",
            path -> {
              throw new IOException("nothing is loaded");
            });
    var world =
        new ProcessWorld(out, new PrintWriter(err), List.of(), Clock.systemUTC(), new Random(1));
    return Entry.run(program, world, new PrintWriter(err));
  }

  @Test
  void whatNobodyReadsAnyMoreIsWriteStopped() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    assertThat(run(new PrintWriter(closed))).isEqualTo(1);
    assertThat(err.toString()).contains("#wat.runtime/WriteStopped");
  }

  @Test
  void whatSomebodyReadsIsPrinted() {
    Writer out = new StringWriter();
    assertThat(run(new PrintWriter(out))).isZero();
    assertThat(out.toString()).isEqualTo("1\n");
  }
}
