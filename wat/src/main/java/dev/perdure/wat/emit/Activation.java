package dev.perdure.wat.emit;

import dev.perdure.wat.core.Operation;
import dev.perdure.wat.run.Limits;
import dev.perdure.wat.run.Operations;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What compiled code has around it: passed to each function. One program's; `stop` comes from any
/// thread.
public final class Activation {
  private final Operations operations;
  private final Map<String, Object> constants;
  private final Compiled compiled;
  private volatile boolean stopped;

  /// @param compiled the functions
  /// @param constants the values of constants, filled as they are evaluated
  public Activation(Compiled compiled, Operations operations, Map<String, Object> constants) {
    this.compiled = compiled;
    this.operations = operations;
    this.constants = constants;
  }

  /// The functions.
  public Compiled compiled() {
    return compiled;
  }

  /// No case takes a value.
  public RuntimeException gaveUp() {
    return new GaveUp();
  }

  /// Compiled code cannot say what has to be said; the interpreter, which runs the same call again,
  /// can.
  public static final class GaveUp extends RuntimeException {
    GaveUp() {
      super("the interpreter has to run it", null, false, false);
    }
  }

  /// Ends what runs.
  public void stop() {
    stopped = true;
  }

  /// Looked at in each loop and each call that may lead back.
  public void check() {
    if (stopped) {
      throw new GaveUp();
    }
  }

  /// The depth of a call that may lead back.
  public int deeper(int depth) {
    if (depth >= Limits.DEPTH_MAX || stopped) {
      throw new GaveUp();
    }
    return depth + 1;
  }

  /// The value of an operation on boxed values.
  public Object apply(Operation operation, Object[] args) {
    return operations.apply(operation, args);
  }

  /// The value of a constant.
  public Object constant(String name) {
    @Nullable Object value = constants.get(name);
    if (value == null) {
      throw new GaveUp();
    }
    return value;
  }
}
