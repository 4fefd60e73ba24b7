package dev.perdure.wat.emit;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Stream;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// A class of compiled functions; what calls them by number.
public abstract class Compiled {
  /// For the compiled class.
  protected Compiled() {}

  /// Calls the function of this number.
  ///
  /// @param captured what fills its captured slots
  /// @param args what fills its parameters
  /// @param depth how many calls within circles of functions it is nested in
  public abstract Object call(
      Activation activation, int number, Object[] captured, Object[] args, int depth);

  /// A function value.
  public static Function closure(
      Compiled owner,
      Activation activation,
      int number,
      String name,
      int arity,
      Object[] captured) {
    return new Closure(owner, activation, number, name, arity, captured);
  }

  /// A stream that is computed when it is asked for.
  public static Stream delay(Compiled owner, Activation activation, int number, Object[] captured) {
    return Stream.of(new Delay(owner, activation, number, captured));
  }

  private static final class Closure extends Function {
    private final Compiled owner;
    private final Activation activation;
    private final int number;
    private final Object[] captured;

    Closure(
        Compiled owner,
        Activation activation,
        int number,
        String name,
        int arity,
        Object[] captured) {
      super(name, arity);
      this.owner = owner;
      this.activation = activation;
      this.number = number;
      this.captured = captured;
    }

    @Override
    public Object apply(Object[] args) {
      return owner.call(activation, number, captured, args, 0);
    }
  }

  /// One delay that gives another is followed in a loop.
  private static final class Delay implements Stream.Source {
    private static final Object[] NOTHING = {};

    private final Compiled owner;
    private final Activation activation;
    private final int number;
    private final Object[] captured;

    Delay(Compiled owner, Activation activation, int number, Object[] captured) {
      this.owner = owner;
      this.activation = activation;
      this.number = number;
      this.captured = captured;
    }

    private Stream stream() {
      return (Stream) owner.call(activation, number, captured, NOTHING, 0);
    }

    @Override
    public Stream.@Nullable Cell next() {
      var passed = new ArrayDeque<Stream>();
      var stream = stream();
      while (stream.pending() instanceof Delay delay) {
        activation.check();
        passed.add(stream);
        stream = delay.stream();
      }
      var cell = stream.cell();
      passed.forEach(one -> one.become(cell));
      return cell;
    }
  }
}
