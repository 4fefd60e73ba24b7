package dev.perdure.wat.emit;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.syntax.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the conditions that lead to a place in a function say of the whole numbers in its slots:
/// `(- n 1)` behind `(< n 2)` that was false cannot overflow, nor can `(+ i 1)` behind `(< i n)`.
/// Arithmetic that cannot is not checked.
final class Ranges {
  private static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  private final Compiler compiler;
  private final Locals locals;
  private Map<Integer, Range> known = Map.of();

  Ranges(Compiler compiler, Locals locals) {
    this.compiler = compiler;
    this.locals = locals;
  }

  /// Both are in it.
  record Range(long least, long most) {
    /// Whether a number can be added to each without an overflow.
    boolean canAdd(long k) {
      return k >= 0 ? most <= Long.MAX_VALUE - k : least >= Long.MIN_VALUE - k;
    }

    /// Whether a number can be subtracted from each without an overflow.
    boolean canSubtract(long k) {
      return k >= 0 ? least >= Long.MIN_VALUE + k : most <= Long.MAX_VALUE + k;
    }

    Range atMost(long bound) {
      return new Range(least, Math.min(most, bound));
    }

    Range atLeast(long bound) {
      return new Range(Math.max(least, bound), most);
    }
  }

  /// What is known, to go back to behind a branch.
  Map<Integer, Range> known() {
    return known;
  }

  /// Goes back to what was known.
  void known(Map<Integer, Range> before) {
    known = before;
  }

  /// Nothing is known of what a slot is filled with now.
  void forget(int slot) {
    if (known.containsKey(slot)) {
      var others = new HashMap<>(known);
      others.remove(slot);
      known = others;
    }
  }

  /// Whether the sum or the difference of the two never overflows here.
  boolean isSafe(Operation.Java java, List<Core> args) {
    boolean isSum = java.member().equals("I64.add");
    if (!isSum && !java.member().equals("I64.subtract")) {
      return false;
    }
    var left = range(args.getFirst());
    var right = range(args.getLast());
    return isSum
        ? left.canAdd(right.least()) && left.canAdd(right.most())
        : left.canSubtract(right.least()) && left.canSubtract(right.most());
  }

  /// Takes over what a condition says that came out so.
  void assume(Core given, boolean isTrue) {
    switch (compiler.direct(given)) {
      // (and a b) that is true, (or a b) that is false
      case Core.If(var first, var then, var otherwise, _, _) -> {
        if (isTrue && isLiteral(otherwise, false)) {
          assume(first, true);
          assume(then, true);
        } else if (!isTrue && isLiteral(then, true)) {
          assume(first, false);
          assume(otherwise, false);
        }
      }
      case Core.Apply(Operation.Java java, var args, _, _) when args.size() == 2 ->
          compared(java.member(), args.getFirst(), args.getLast(), isTrue);
      default -> {}
    }
  }

  private boolean isLiteral(Core given, boolean value) {
    return compiler.direct(given) instanceof Core.Literal(var form, _, _)
        && form.equals(new Form.Bool(value));
  }

  private void compared(String how, Core a, Core b, boolean isTrue) {
    switch (how) {
      case "I64.less" -> ordered(isTrue ? a : b, isTrue ? b : a, isTrue);
      case "I64.greater" -> ordered(isTrue ? b : a, isTrue ? a : b, isTrue);
      case "I64.atMost" -> ordered(isTrue ? a : b, isTrue ? b : a, !isTrue);
      case "I64.atLeast" -> ordered(isTrue ? b : a, isTrue ? a : b, !isTrue);
      case "I64.equal", "I64.differ" -> {
        if (isTrue == how.equals("I64.equal")) {
          ordered(a, b, false);
          ordered(b, a, false);
        }
      }
      default -> {}
    }
  }

  /// The first is below the second, or at most it.
  private void ordered(Core below, Core above, boolean isStrict) {
    var low = range(below);
    var high = range(above);
    long one = isStrict ? 1 : 0;
    if (high.most() > Long.MIN_VALUE) {
      narrow(below, low.atMost(high.most() - one));
    }
    if (low.least() < Long.MAX_VALUE) {
      narrow(above, high.atLeast(low.least() + one));
    }
  }

  private void narrow(Core given, Range range) {
    if (compiler.direct(given) instanceof Core.Local(int slot, _, _)
        && locals.rep(slot) == long.class) {
      var narrowed = new HashMap<>(known);
      narrowed.put(slot, range);
      known = narrowed;
    }
  }

  private Range range(Core given) {
    return switch (compiler.direct(given)) {
      case Core.Literal(Form.Int(long value), _, _) -> new Range(value, value);
      case Core.Local(int slot, _, _) -> known.getOrDefault(slot, ALL);
      default -> ALL;
    };
  }
}
