package dev.perdure.wat.border;

import dev.perdure.engine.Payload;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.check.Scheme;
import dev.perdure.wat.data.EdnFault;
import java.util.List;

/// What one function takes and gives, across the border. Arguments travel as a vector.
///
/// @param name the function's path, for faults
public record CallCodec(String name, List<Border> params, Border result) {
  public CallCodec {
    params = List.copyOf(params);
  }

  /// That of a function.
  public static CallCodec of(Scheme scheme, Borders borders) {
    return new CallCodec(
        scheme.name(),
        scheme.params().stream().map(borders::of).toList(),
        borders.of(scheme.result()));
  }

  /// @throws dev.perdure.wat.data.NotPortable of what may not cross
  public Payload arguments(Object[] args) {
    var values = new Value[args.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = params.get(i).out(args[i]);
    }
    return Payload.ofVec(values);
  }

  /// @throws EdnFault if there are too many or too few, or one is of another type
  public Object[] arguments(Payload payload) {
    if (!(payload.value() instanceof Vec vec) || vec.size() != params.size()) {
      throw EdnFault.mismatch(
          params.size() == 1 ? "1 argument" : params.size() + " arguments", payload.toString());
    }
    var args = new Object[params.size()];
    for (int i = 0; i < args.length; i++) {
      args[i] = Borders.inside("argument " + (i + 1), params.get(i), vec.get(i));
    }
    return args;
  }

  /// @throws dev.perdure.wat.data.NotPortable of what may not cross
  public Payload result(Object value) {
    return Payload.of(result.out(value));
  }

  /// @throws EdnFault if it is of another type
  public Object result(Payload payload) {
    return result.in(payload.value());
  }
}
