package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.data.NotComparable;
import dev.perdure.wat.run.PureCalls;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Standing;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Calls compiled code. A call is left where it raises, as only the interpreter knows the place.
public final class CompiledCalls implements PureCalls {
  private final Activation activation;
  private final LongAdder calls = new LongAdder();
  private final LongAdder left = new LongAdder();

  /// @param activation that of the compiled functions
  public CompiledCalls(Activation activation) {
    this.activation = activation;
  }

  /// How many calls from outside ran compiled.
  public long calls() {
    return calls.sum();
  }

  /// How many calls were left.
  public long left() {
    return left.sum();
  }

  @Override
  public @Nullable Object call(Code code, Object[] captured, Object[] args, int depth) {
    int number = activation.number(code);
    if (number >= 0) {
      try {
        var value = activation.compiled().call(activation, number, captured, args, depth);
        calls.increment();
        return value;
      } catch (Raise
          | Activation.GaveUp
          | NotComparable
          | ClassCastException
          | StackOverflowError e) {
        // the interpreter says what is wrong, and where
      }
    }
    left.increment();
    return null;
  }

  @Override
  public boolean steps(int number, Standing standing) {
    try {
      return activation.compiled().steps(activation, number, standing);
    } catch (Raise
        | Activation.GaveUp
        | NotComparable
        | ClassCastException
        | StackOverflowError e) {
      left.increment();
      return false;
    }
  }

  @Override
  public void stop() {
    activation.watch();
  }
}
