package dev.perdure.wat.emit;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.data.NotComparable;
import dev.perdure.wat.run.PureCalls;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls compiled functions. A call is left where it could reach an effect: if what it is given may
/// hold a function or a stream, or could give one, which would raise later without a place; and
/// where it raises, as only the interpreter knows the place. For one thread, but for `stop`.
public final class CompiledCalls implements PureCalls {
  private static final Object[] NOTHING = {};

  private final Compiler.Result result;
  private final Activation activation;
  private final TypeTable types;
  private final IdentityHashMap<Core.Call, Boolean> plain = new IdentityHashMap<>();
  private long calls;

  /// @param result what was compiled
  /// @param activation that of the compiled functions
  /// @param types those of the program
  public CompiledCalls(Compiler.Result result, Activation activation, TypeTable types) {
    this.result = result;
    this.activation = activation;
    this.types = types;
  }

  /// How many calls ran compiled.
  public long calls() {
    return calls;
  }

  @Override
  public boolean takes(Core.Call call) {
    return result.numbers().containsKey(call.function())
        && plain.computeIfAbsent(call, this::isPlain);
  }

  @Override
  public @Nullable Object call(Core.Call call, Object[] args, int depth) {
    var number = result.numbers().get(call.function());
    return number == null ? null : called(number, args, depth);
  }

  @Override
  public @Nullable Object call(String function) {
    var number = result.numbers().get(function);
    return number == null || !isPlain(result.results().get(number))
        ? null
        : called(number, NOTHING, 0);
  }

  private @Nullable Object called(int number, Object[] args, int depth) {
    try {
      var value = activation.compiled().call(activation, number, NOTHING, args, depth);
      calls++;
      return value;
    } catch (Raise
        | Activation.GaveUp
        | NotComparable
        | ClassCastException
        | StackOverflowError e) {
      return null;
    }
  }

  private boolean isPlain(Core.Call call) {
    return isPlain(call.type()) && call.args().stream().allMatch(arg -> isPlain(arg.type()));
  }

  private boolean isPlain(Type type) {
    return switch (Type.head(type)) {
      case Type.Named(String name, List<Type> args, var latent) ->
          latent == null
              && !name.equals(Basic.VALUE.name())
              && types.isPortable(type)
              && args.stream().allMatch(this::isPlain);
      case Type.Tuple(List<Type> items) -> items.stream().allMatch(this::isPlain);
      case Type.Fn _, Type.Param _, Type.Var _ -> false;
    };
  }

  @Override
  public void stop() {
    activation.stop();
  }
}
