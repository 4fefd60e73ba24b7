package dev.perdure.wat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.ValueCodec;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.emit.CompiledCalls;
import dev.perdure.wat.emit.Compiler;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.thread.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Programs made by chance give the same interpreted as compiled and on the machine, and ask the
/// world the same in the same order, raises and their places included; whatever is pure in them
/// runs compiled, unless it raises. `-Dperdure.wat.programs=100000` runs that many, beside each
/// other; `-Dperdure.wat.seed=7` begins with that seed, and runs it alone unless told how many.
class BackEndsTest {
  /// Writes down what it is asked; answers by how often it was.
  private static final class Recorder implements World {
    private final StringJoiner asked = new StringJoiner("\n");
    private int count;

    @Override
    public Object perform(String effect, String operation, Object[] args) {
      var line = new StringJoiner(" ").add(operation);
      for (var arg : args) {
        line.add(EdnWriter.write(arg));
      }
      asked.add(line.toString());
      return operation.equals("wat::random::i64") ? (Object) (count++ * 7L % 11 - 5) : Nothing.NIL;
    }
  }

  /// What a number of programs did.
  private record Seen(long raised, long asked, long compiledCalls) {
    Seen and(Seen more) {
      return new Seen(raised + more.raised, asked + more.asked, compiledCalls + more.compiledCalls);
    }
  }

  @Test
  void theBackEndsGiveTheSame() {
    long first = Long.getLong("perdure.wat.seed", -1);
    long programs = Long.getLong("perdure.wat.programs", first < 0 ? 300 : 1);
    var seen =
        LongStream.range(0, programs)
            .parallel()
            .mapToObj(seed -> sees(Math.max(0, first) + seed))
            .reduce(new Seen(0, 0, 0), Seen::and);
    // programs that only raise, or never ask, would show little
    if (programs > 1) {
      assertThat(seen.compiledCalls).isGreaterThan(programs);
      assertThat(seen.raised).isLessThan(programs * 3 / 4);
      assertThat(seen.asked).isGreaterThan(programs / 4);
    }
  }

  private static Seen sees(long seed) {
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
    var interpreted =
        result((world, function) -> Interpreter.of(new Loaded(checked), world).call(function));
    var loaded = new Loaded(checked);
    var lowerings = new Lowerings(loaded, Set.of());
    var calls = Compiler.compile(loaded, lowerings.all());
    loaded.use(calls);
    assertThat(result((world, function) -> Threads.of(loaded, lowerings, world).call(function)))
        .as("-Dperdure.wat.seed=%d%n%s", seed, text)
        .isEqualTo(interpreted);
    assertThat(interrupted(loaded, lowerings))
        .as("interrupted at each effect, -Dperdure.wat.seed=%d%n%s", seed, text)
        .isEqualTo(interpreted);
    boolean isRaised = interpreted.contains("raises ");
    long compiledCalls = 0;
    if (calls instanceof CompiledCalls compiled && !isRaised) {
      assertThat(compiled.left())
          .as("pure calls that were interpreted, -Dperdure.wat.seed=%d%n%s", seed, text)
          .isZero();
      compiledCalls = compiled.calls();
    }
    return new Seen(isRaised ? 1 : 0, interpreted.contains("println") ? 1 : 0, compiledCalls);
  }

  /// Ends the run of a machine in the middle.
  private static final class Interrupted extends RuntimeException {}

  /// Runs a program on a machine that is thrown away at each effect: the next one goes on from a
  /// checkpoint.
  private static String interrupted(Loaded loaded, Lowerings lowerings) {
    return result((world, function) -> {
      var interrupting = new Interrupting(world);
      var machine = new Machine(loaded, lowerings, interrupting);
      interrupting.machine = machine;
      while (true) {
        try {
          return interrupting.checkpoint == null
              ? machine.call(function)
              : machine.resume(ValueCodec.decode(interrupting.checkpoint));
        } catch (Interrupted interrupted) {
          machine = new Machine(loaded, lowerings, interrupting);
          interrupting.machine = machine;
        }
      }
    });
  }

  /// Interrupts each effect when it is asked for the first time.
  private static final class Interrupting implements World {
    private final World world;
    private Machine machine;
    private byte[] checkpoint;
    private boolean isAskedAgain;

    Interrupting(World world) {
      this.world = world;
    }

    @Override
    public Object perform(String effect, String operation, Object[] args) {
      if (isAskedAgain) {
        isAskedAgain = false;
        return world.perform(effect, operation, args);
      }
      isAskedAgain = true;
      checkpoint = ValueCodec.encode(machine.checkpoint());
      throw new Interrupted();
    }
  }

  private static String result(BiFunction<World, String, Object> run) {
    var world = new Recorder();
    return BigStack.call(
        "generated",
        () -> {
          try {
            world.asked.add("gives " + EdnWriter.write(run.apply(world, "t::main")));
          } catch (Raise raise) {
            world.asked.add("raises " + raise.getMessage() + " at " + raise.diagnostic().span());
          }
          return world.asked.toString();
        });
  }
}
