package dev.perdure.wat.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Edn;
import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Value;
import dev.perdure.value.ValueCodec;
import dev.perdure.value.Vec;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Handle;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.machine.ResumingProcess.Numbers;
import dev.perdure.wat.machine.ResumingProcess.Stop;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Golden;
import dev.perdure.wat.thread.Back;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  /// As many as the program of the golden file asks effects.
  private static final int CHECKPOINTS = 11;

  @TempDir Path dir;

  private static String program(String text) {
    return text.replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::");
  }

  private static String value(String text, long stopBefore) {
    var loaded = ResumingProcess.loaded(program(text));
    var lowerings = Back.compile(loaded);
    var numbers = new Numbers(0, stopBefore);
    return BigStack.call(
        "test",
        () -> {
          var machine = new Machine(loaded, lowerings, numbers);
          numbers.runs(machine);
          try {
            return EdnWriter.write(machine.call("t::main"));
          } catch (Stop stop) {
            var more = new Numbers(stopBefore, -1);
            var resumed = new Machine(loaded, lowerings, more);
            more.runs(resumed);
            var checkpoint = ValueCodec.decode(numbers.checkpoint());
            return EdnWriter.write(resumed.resume(checkpoint));
          }
        });
  }

  /// Whatever effect it is stopped before, the value is the one without a stop.
  private static void resumesEverywhere(String text, int effects) {
    var expected = value(text, -1);
    for (int stop = 1; stop < effects; stop++) {
      assertThat(value(text, stop)).as("stopped before effect %d", stop).isEqualTo(expected);
    }
  }

  @Test
  void itIsResumedInsideSortBy() {
    resumesEverywhere(
        """
        (%defn :t::main [] -> :wat::core::Vector<wat::core::i64>
          (%sort-by (%fn [x <- :wat::core::i64] -> :wat::core::i64
                      (%rem (%* (%+ x (:wat::random::i64 0 9)) 7) 5))
                    [5 3 9 1 4]))
        """,
        5);
  }

  @Test
  void itIsResumedInsideReduceAndFold() {
    resumesEverywhere(
        """
        (%defn :t::main [] -> :wat::core::Vector<wat::core::i64>
          [(%reduce (%fn [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
                      (%+ (%* 3 a) (%* b (:wat::random::i64 0 9)))) [1 2 3 4])
           (%foldl (%fn [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
                     (%- a (%* b (:wat::random::i64 0 9)))) 100 [1 2 3])])
        """,
        6);
  }

  @Test
  void itIsResumedInsideALoopThatAMacroMade() {
    resumesEverywhere(
        """
        (%defmacro :t::times [n <- :wat::WatAST  e <- :wat::WatAST] -> :wat::WatAST
          `(%foldl (%fn [tmp <- :wat::core::i64  i <- :wat::core::i64] -> :wat::core::i64
                     (%+ tmp (%* i ~e))) 0 (%range 0 ~n)))
        (%defn :t::main [] -> :wat::core::i64
          (%let [tmp 5] (%+ tmp (:t::times 4 (%+ tmp (:wat::random::i64 0 9))))))
        """,
        4);
  }

  @Test
  void itIsResumedInsideStreamsThatAreForcedOnceWhoeverHoldsThem() {
    resumesEverywhere(
        """
        (%defn :t::main [] -> :wat::core::Vector<wat::core::i64>
          (%let [s (%map (%fn [x <- :wat::core::i64] -> :wat::core::i64
                           (%+ x (%* 10 (:wat::random::i64 0 9))))
                         (%filter (%fn [x <- :wat::core::i64] -> :wat::core::bool (%not= x 2))
                                  (%List/of 1 2 3 4)))]
            (%concat (%into [] s) (%take s 2))))
        """,
        3);
  }

  private static final class Door extends Handle {
    Door() {
      super("t::Door");
    }
  }

  @Test
  void framesShowFunctionPlaceAndLocals() {
    var shown = new ArrayList<String>();
    var loaded =
        ResumingProcess.loaded(
            program(
                """
                (%defn :t::inner [n <- :wat::core::i64  names <- :wat::core::Vector<wat::core::String>] -> :wat::core::i64
                  (%let [twice (%* 2 n)]
                    (%+ twice (%+ (:wat::random::i64 0 9) n))))
                (%defn :t::main [] -> :wat::core::i64
                  (%+ 1 (:t::inner 4 ["a"])))
                """));
    var machine = new Machine[1];
    World world =
        (effect, operation, args) -> {
          machine[0].stack().forEach(frame -> shown.add(frame.edn()));
          return 0L;
        };
    machine[0] = new Machine(loaded, Back.compile(loaded), world);
    machine[0].call("t::main");
    assertThat(shown)
        .containsExactly(
            "#wat.machine/Frame {:function :t::inner :place \"/resumed.wat:3:41\""
                + " :locals {n 4 names [\"a\"] twice 8}}",
            "#wat.machine/Frame {:function :t::main :place \"/resumed.wat:5:20\" :locals {}}");
  }

  private static Value checkpoint(String text) {
    return checkpoint(text, 0);
  }

  private static Value checkpoint(String text, long stopBefore) {
    var loaded = ResumingProcess.loaded(program(text));
    var numbers = new Numbers(0, stopBefore);
    var machine = new Machine(loaded, Back.compile(loaded), numbers);
    numbers.runs(machine);
    assertThatThrownBy(() -> machine.call("t::main")).isInstanceOf(Stop.class);
    return ValueCodec.decode(numbers.checkpoint());
  }

  private static final String ONE =
      "(%defn :t::main [] -> :wat::core::i64 (%+ 1 (:wat::random::i64 0 9)))";

  @Test
  void aCheckpointIsReadByTheSameFunctionHoweverItIsWritten() {
    var checkpoint = checkpoint(ONE);
    var loaded = ResumingProcess.loaded(program("; said\n\n" + ONE.replace("(%+", "(%+\n ")));
    var machine = new Machine(loaded, Back.compile(loaded), (effect, operation, args) -> 41L);
    assertThat(machine.resume(checkpoint)).isEqualTo(42L);
  }

  @Test
  void aCheckpointIsNotReadByAnotherFunction() {
    var checkpoint = checkpoint(ONE);
    for (var other : List.of(ONE.replace("1", "2"), ONE.replace("t::main", "t::other"))) {
      var loaded = ResumingProcess.loaded(program(other));
      var machine = new Machine(loaded, Back.compile(loaded), (effect, operation, args) -> 41L);
      assertThatThrownBy(() -> machine.resume(checkpoint))
          .hasMessageContaining("CHECKPOINT_UNREADABLE");
    }
    var loaded = ResumingProcess.loaded(program(ONE));
    var machine = new Machine(loaded, Back.compile(loaded), (effect, operation, args) -> 41L);
    assertThatThrownBy(() -> machine.resume(Value.of(5)))
        .hasMessageContaining("CHECKPOINT_UNREADABLE");
  }

  @Test
  void aCheckpointOfAnotherFormIsNotRead() {
    var form = Keyword.of("form");
    var checkpoint = (MapValue) checkpoint(ONE);
    assertThat(checkpoint.get(form)).isEqualTo(Value.of(Lowered.FORM));
    var loaded = ResumingProcess.loaded(program(ONE));
    var machine = new Machine(loaded, Back.compile(loaded), (effect, operation, args) -> 41L);
    assertThatThrownBy(() -> machine.resume(checkpoint.with(form, Value.of(Lowered.FORM + 1))))
        .hasMessageContaining("CHECKPOINT_UNREADABLE")
        .hasMessageContaining("another release");
  }

  /// Checkpoints name slots by their numbers, and paths. If this fails, the lowering numbers them
  /// in another way: raise [Lowered#FORM], so that no checkpoint of before is read, and write the
  /// file anew.
  @Test
  void slotsAndPathsOfAFormStayAsTheyAre() {
    var shown = new StringBuilder("form " + Lowered.FORM + "\n");
    var text = Golden.read("checkpoints.wat");
    for (int stop = 0; stop < CHECKPOINTS; stop++) {
      shown.append("\nbefore effect ").append(stop).append('\n');
      var frames = (Vec) ((MapValue) checkpoint(text, stop)).get(Keyword.of("frames"));
      for (var each : frames) {
        var frame = (MapValue) each;
        for (var key : List.of("function", "at", "slots", "forcing")) {
          shown.append(Edn.print(frame.get(Keyword.of(key)))).append(' ');
        }
        shown.append('\n');
      }
    }
    Golden.check("checkpoints.txt", shown.toString());
  }

  @Test
  void whatIsNoValueCannotBeWrittenDown() {
    var loaded =
        ResumingProcess.loaded(
            program(
                """
                (%defn :t::main [] -> :wat::core::Vector<wat::core::i64>
                  (%let [d (:wat::random::i64 0 9)  n (:wat::random::i64 0 9)] [d n]))
                """));
    var machine = new Machine[1];
    World world =
        new World() {
          private boolean isFirst = true;

          @Override
          public Object perform(String effect, String operation, Object[] args) {
            if (isFirst) {
              isFirst = false;
              return new Door();
            }
            return machine[0].checkpoint();
          }
        };
    machine[0] = new Machine(loaded, Back.compile(loaded), world);
    assertThatThrownBy(() -> machine[0].call("t::main"))
        .hasMessageContaining("CHECKPOINT_UNWRITABLE");
  }

  private String process(Path program, long first, long stopBefore) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")
                    + System.getProperty("path.separator")
                    + System.getProperty("jdk.module.path", ""),
                ResumingProcess.class.getName(),
                program.toString(),
                dir.resolve("checkpoint").toString(),
                String.valueOf(first),
                String.valueOf(stopBefore))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return said;
  }

  @Test
  void aRunOfAMillionEffectsGoesOnInAnotherProcessToTheSameValue() throws Exception {
    var program =
        Files.writeString(
            dir.resolve("program.wat"),
            program(
                """
                (%defn :t::count [n <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
                  (%if (%= n 0) sum (:t::count (%- n 1) (%+ sum (:wat::random::i64 0 9)))))
                (%defn :t::main [] -> :wat::core::i64 (:t::count 1000000 0))
                """));
    assertThat(process(program, 0, 500_000)).isEqualTo("stopped");
    assertThat(process(program, 500_000, -1)).isEqualTo(String.valueOf(999_999L * 500_000));
  }
}
