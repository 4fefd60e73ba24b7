package dev.perdure.wat.thread;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.emit.Compiler;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import java.util.Set;

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
    return compile(loaded, Set.of());
  }

  /// The same of a program some of whose functions may be served by other versions.
  ///
  /// @param routed their paths
  public static Lowerings compile(Loaded loaded, Set<String> routed) {
    var lowerings = new Lowerings(loaded, routed);
    try {
      loaded.use(Compiler.compile(loaded, lowerings.all()));
    } catch (IllegalArgumentException | ClassFormatError e) {
      // what does not fit the limits of class files (JVMS 4.11) is interpreted
    }
    return lowerings;
  }
}
