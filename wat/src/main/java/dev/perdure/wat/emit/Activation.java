package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.run.Arguments;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Delayed;
import dev.perdure.wat.run.Limits;
import dev.perdure.wat.run.Loaded;
import java.util.Arrays;
import java.util.IdentityHashMap;

/// What compiled code has around it: passed to each function. One program's; threads may share it.
public final class Activation {
  private final Loaded loaded;
  private final Compiled compiled;
  private final IdentityHashMap<Code, Integer> numbers;

  /// Whether each call and each loop has to be looked at.
  private volatile boolean isWatched;

  /// A call as deep as this has to be looked at. Not volatile: the JVM reads it anew behind each
  /// call that it does not compile into its caller, and circles of calls have such a one.
  private int deepest;

  /// @param compiled the functions
  /// @param numbers theirs, by identity; never changed
  public Activation(Loaded loaded, Compiled compiled, IdentityHashMap<Code, Integer> numbers) {
    this.loaded = loaded;
    this.compiled = compiled;
    this.numbers = numbers;
    this.isWatched = loaded.isWatched();
    this.deepest = isWatched ? -1 : Limits.DEPTH_MAX;
  }

  /// From now on each call and each loop looks whether it is to end.
  void watch() {
    deepest = -1;
    isWatched = true;
  }

  /// The functions.
  Compiled compiled() {
    return compiled;
  }

  /// The number of code; -1 if it was not compiled.
  int number(Code code) {
    var number = numbers.get(code);
    return number == null ? -1 : number;
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

  /// Looked at in each loop and each call that may lead back.
  public void check() {
    if (isWatched) {
      loaded.checkStopped();
    }
  }

  /// The depth of a call that may lead back.
  public int deeper(int depth) {
    if (depth >= deepest) {
      check();
      if (depth >= Limits.DEPTH_MAX) {
        throw new GaveUp();
      }
    }
    return depth + 1;
  }

  /// The value of an operation on boxed values.
  public Object apply(Operation operation, Object[] args) {
    if (operation instanceof Operation.CallSite) {
      throw new GaveUp();
    }
    return loaded.operations().apply(operation, args);
  }

  /// The value of a constant.
  public Object constant(String name) {
    var value = loaded.constant(name);
    if (value == null) {
      throw new GaveUp();
    }
    return value;
  }

  /// A function value.
  public Function closure(Code code, Object[] captured) {
    return new Closure(loaded, code, captured);
  }

  /// A stream that is computed when it is asked for.
  public Stream delay(Code code, Object[] captured) {
    return Stream.of(new Delayed(loaded, code, captured));
  }

  /// Calls a function value.
  ///
  /// @param depth how many calls within circles of functions the call is nested in
  public Object invoke(Function function, Object[] args, int depth) {
    if (function instanceof Closure closure && closure.loaded() == loaded) {
      int number = number(closure.code());
      if (number < 0) {
        throw new GaveUp();
      }
      return compiled.call(this, number, closure.captured(), args, depth);
    }
    return function.apply(args);
  }

  /// Calls a function value with arguments the last of which are in a vector.
  ///
  /// @param given the function, what stands before the vector, and the vector
  public Object spread(int fixed, Object[] given, int depth) {
    var function = (Function) given[0];
    var args = Arguments.spread(function, fixed, Arrays.copyOfRange(given, 1, given.length));
    return invoke(function, args, depth);
  }
}
