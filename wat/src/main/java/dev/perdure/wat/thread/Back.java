package dev.perdure.wat.thread;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.emit.Compiler;
import dev.perdure.wat.machine.Lowerings;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;

/// Puts a program's back ends together: pure code compiled, all other on the machine.
public final class Back {
  private Back() {}

  /// What runs the program.
  public static Threads end(Checked program, World world) {
    return threads(new Loaded(program), world);
  }

  /// What runs a program that is loaded.
  public static Threads threads(Loaded loaded, World world) {
    return Threads.of(loaded, compile(loaded), world);
  }

  /// Compiles what is pure, and lowers the rest.
  public static Lowerings compile(Loaded loaded) {
    var lowerings = new Lowerings(loaded);
    try {
      loaded.use(Compiler.compile(loaded, lowerings.parts()));
    } catch (IllegalArgumentException | ClassFormatError e) {
      // what does not fit the limits of class files (JVMS 4.11) is interpreted
    }
    return lowerings;
  }
}
