package dev.perdure.wat.run;

import dev.perdure.wat.data.Function;
import java.util.function.BiFunction;

/// A function of a program that the world calls while it answers an effect: run by whoever asked
/// the effect, on its thread.
public final class Hosted extends Function {
  private final Closure closure;
  private final BiFunction<Closure, Object[], Object> caller;

  private Hosted(Closure closure, BiFunction<Closure, Object[], Object> caller) {
    super(closure.name(), closure.arity());
    this.closure = closure;
    this.caller = caller;
  }

  /// Replaces the functions among what the world is given.
  ///
  /// @param args changed in place
  /// @param caller runs a function
  /// @return the same array
  public static Object[] all(Object[] args, BiFunction<Closure, Object[], Object> caller) {
    for (int i = 0; i < args.length; i++) {
      if (args[i] instanceof Closure closure) {
        args[i] = new Hosted(closure, caller);
      }
    }
    return args;
  }

  @Override
  public Object apply(Object[] args) {
    return caller.apply(closure, args);
  }
}
