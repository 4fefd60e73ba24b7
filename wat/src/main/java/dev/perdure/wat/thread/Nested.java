package dev.perdure.wat.thread;

import dev.perdure.wat.run.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Code that the operations of a thread run, such as what is evaluated: each on a stack of its own,
/// that of the next for an operation of the one before. They stand still while the innermost waits.
/// Confined to the thread that runs the program.
final class Nested {
  private final List<Coroutine> stacks = new ArrayList<>();

  /// How many of them go on now; those behind wait for the operation of the one before to be asked
  /// again.
  private int depth;

  /// Whether what asks now is the innermost code.
  boolean isInnermost() {
    return stacks.size() == depth;
  }

  /// What an answer gives to the code that goes on now, asked for until it can be given.
  Object asking(Supplier<Object> answer) {
    return stacks.get(depth - 1).asking(answer);
  }

  /// What code gives: begins it, or goes on with it.
  ///
  /// @throws Parked if it waits
  Object run(Supplier<Object> code) {
    if (isInnermost()) {
      stacks.add(new Coroutine(code::get));
    }
    var own = stacks.get(depth);
    depth++;
    boolean isParked = false;
    try {
      var value = own.go();
      isParked = value == null;
      if (value == null) {
        throw new Parked();
      }
      return value;
    } finally {
      depth--;
      if (!isParked) {
        stacks.removeLast();
      }
    }
  }

  /// Ends all of it.
  void end() {
    stacks.reversed().forEach(Coroutine::end);
    stacks.clear();
  }
}
