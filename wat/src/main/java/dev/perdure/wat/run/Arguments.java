package dev.perdure.wat.run;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Kind;
import java.util.Arrays;

/// The arguments of calls.
public final class Arguments {
  private Arguments() {}

  /// Those of a function that is applied to arguments of which the last are in a vector.
  ///
  /// @param fixed how many come before those that the function takes any number of; -1 if it takes
  ///   a certain number
  /// @param given the ones before the vector, and the vector
  /// @throws Raise `ArityMismatch`, without a place
  public static Object[] spread(Function function, int fixed, Object[] given) {
    var rest = (Vector) given[given.length - 1];
    var all = Arrays.copyOf(given, given.length - 1 + rest.size());
    for (int i = 0; i < rest.size(); i++) {
      all[given.length - 1 + i] = rest.get(i);
    }
    if (fixed < 0) {
      check(function, all);
      return all;
    }
    if (all.length < fixed) {
      throw wrong(function, fixed, fixed + " or more", all.length);
    }
    var packed = Arrays.copyOf(all, fixed + 1);
    packed[fixed] = Vector.of(Arrays.copyOfRange(all, fixed, all.length));
    return packed;
  }

  /// Checks that there are as many as a function takes.
  ///
  /// @throws Raise `ArityMismatch`, without a place
  public static void check(Function function, Object[] args) {
    if (function.arity() != args.length) {
      throw wrong(function, function.arity(), String.valueOf(function.arity()), args.length);
    }
  }

  private static Raise wrong(Function function, int expected, String shown, int got) {
    return Raise.of(
        Kind.RUNTIME_ARITY_MISMATCH,
        function.name() + " takes " + shown + " and got " + got,
        function.name(),
        (long) expected,
        (long) got);
  }
}
