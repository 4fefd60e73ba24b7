package dev.perdure.wat.start;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.emit.Compiler;
import dev.perdure.wat.machine.Lowerings;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;

/// Puts a program's back ends together: pure code compiled, all other on the machine.
public final class Back {
  private Back() {}

  /// What runs the program.
  public static Machine end(Checked program, World world) {
    return machine(new Loaded(program), world);
  }

  /// What runs a program that is loaded.
  static Machine machine(Loaded loaded, World world) {
    return new Machine(loaded, compile(loaded), world);
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
