package dev.perdure.wat.machine;

import dev.perdure.value.ValueCodec;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import dev.perdure.wat.thread.Back;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs `:t::main` of a program whose effects are numbers from 0 on: from its beginning to a
/// checkpoint before one of them, or on from there. Says what came of it, or that it stopped.
public final class ResumingProcess {
  private ResumingProcess() {}

  /// Answers the effects with their numbers.
  static final class Numbers implements World {
    private final long stopBefore;
    private long next;
    private byte[] checkpoint;
    private Machine machine;

    /// @param first the number of the first effect
    /// @param stopBefore the number of the effect before which it stops
    Numbers(long first, long stopBefore) {
      this.next = first;
      this.stopBefore = stopBefore;
    }

    void runs(Machine running) {
      machine = running;
    }

    byte[] checkpoint() {
      return checkpoint;
    }

    @Override
    public Object perform(String effect, String operation, Object[] args) {
      if (next == stopBefore) {
        checkpoint = ValueCodec.encode(machine.checkpoint());
        throw new Stop();
      }
      return next++;
    }
  }

  /// Ends a run in the middle.
  static final class Stop extends RuntimeException {}

  static Loaded loaded(String text) {
    var program =
        Program.check(
            Path.of("/resumed.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    if (!program.errors().isEmpty()) {
      throw new IllegalArgumentException(program.errors().toString());
    }
    return new Loaded(program.checked());
  }

  /// @param args the program, the file of the checkpoint, the number of the first effect, and that
  ///   before which to stop; the file is read unless the first is 0
  public static void main(String[] args) throws IOException {
    var loaded = loaded(Files.readString(Path.of(args[0])));
    var file = Path.of(args[1]);
    long first = Long.parseLong(args[2]);
    var numbers = new Numbers(first, Long.parseLong(args[3]));
    var checkpoint = first == 0 ? null : ValueCodec.decode(Files.readAllBytes(file));
    try {
      var value =
          BigStack.call(
              "main",
              () -> {
                var machine = new Machine(loaded, Back.compile(loaded), numbers);
                numbers.runs(machine);
                machine.evaluateConstants();
                return checkpoint == null ? machine.call("t::main") : machine.resume(checkpoint);
              });
      System.out.println(EdnWriter.write(value));
    } catch (Stop stop) {
      Files.write(file, numbers.checkpoint());
      System.out.println("stopped");
    }
  }
}
