package dev.perdure.wat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.start.Back;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Programs made by chance give the same compiled and interpreted, raises and their places
/// included. `-Dperdure.wat.programs=100000` runs that many; `-Dperdure.wat.seed=7` one of them.
class BackEndsTest {
  private static final World NOTHING =
      (effect, operation, args) -> {
        throw new IllegalStateException(operation);
      };

  @Test
  void compiledAndInterpretedProgramsGiveTheSame() {
    int programs = Integer.getInteger("perdure.wat.programs", 300);
    long only = Long.getLong("perdure.wat.seed", -1);
    int raised = 0;
    for (long seed = only < 0 ? 0 : only; seed < (only < 0 ? programs : only + 1); seed++) {
      var text = new ProgramGenerator(seed).program();
      var program =
          Program.check(
              Path.of("/generated.wat"),
              text,
              path -> {
                throw new IOException("nothing is loaded");
              });
      assertThat(program.errors()).as("-Dperdure.wat.seed=%d%n%s", seed, text).isEmpty();
      var checked = program.checked();
      var interpreted = result(checked, new Interpreter(checked, NOTHING));
      assertThat(result(checked, Back.end(checked, NOTHING)))
          .as("-Dperdure.wat.seed=%d%n%s", seed, text)
          .isEqualTo(interpreted);
      raised += interpreted.startsWith("raises ") ? 1 : 0;
    }
    // a program that only raises would show little
    assertThat(raised).isLessThan(Math.max(1, programs * 3 / 4));
  }

  private static String result(Checked checked, Interpreter interpreter) {
    return BigStack.call(
        "generated",
        () -> {
          try {
            interpreter.evaluateConstants(checked.constants());
            return EdnWriter.write(interpreter.call("t::main"));
          } catch (Raise raise) {
            return "raises " + raise.getMessage() + " at " + raise.diagnostic().span();
          }
        });
  }
}
