package dev.perdure.wat.start;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.emit.Activation;
import dev.perdure.wat.emit.CompiledCalls;
import dev.perdure.wat.emit.Compiler;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Operations;
import dev.perdure.wat.run.PureCalls;
import dev.perdure.wat.run.Recursion;
import dev.perdure.wat.run.World;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Puts a program's back ends together: pure functions compiled, all others interpreted.
public final class Back {
  private Back() {}

  /// What runs the program.
  public static Interpreter end(Checked program, World world) {
    var constants = new HashMap<String, Object>();
    return new Interpreter(program, world, constants, compiled(program, constants));
  }

  /// Null for what does not fit the limits of class files (JVMS 4.11): that is interpreted.
  private static Compiler.@Nullable Result compile(Checked program, Shapes shapes) {
    try {
      return Compiler.compile(program.codes(), new Recursion(program.codes()), shapes);
    } catch (IllegalArgumentException | ClassFormatError e) {
      return null;
    }
  }

  private static PureCalls compiled(Checked program, Map<String, Object> constants) {
    var shapes = new Shapes(program.types());
    var result = compile(program, shapes);
    if (result == null || result.compiled() == null) {
      return PureCalls.NONE;
    }
    var operations = new Operations(program, shapes, UnaryOperator.identity());
    var activation = new Activation(result.compiled(), operations, constants);
    return new CompiledCalls(result, activation, program.types());
  }
}
