package dev.perdure.java.run;

import dev.perdure.engine.Payload;
import dev.perdure.java.codec.Codec;
import dev.perdure.java.codec.CodecCode;
import dev.perdure.java.codec.Codecs;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Converts the arguments and the result of one method. Arguments travel as a vector.
final class MethodCodec {
  private final String name;
  private final Codec[] parameters;
  private final Codec result;

  private MethodCodec(String name, Codec[] parameters, Codec result) {
    this.name = name;
    this.parameters = parameters;
    this.result = result;
  }

  static MethodCodec of(Method method, Codecs codecs) {
    var types = method.getGenericParameterTypes();
    var parameters = new Codec[types.length];
    for (int i = 0; i < types.length; i++) {
      parameters[i] = codecs.of(types[i]);
    }
    Type result = method.getGenericReturnType();
    return new MethodCodec(method.getName(), parameters, codecs.of(result));
  }

  Payload arguments(@Nullable Object @Nullable [] arguments) {
    if (arguments == null || arguments.length == 0) {
      return Payload.NO_ARGUMENTS;
    }
    var values = new Value[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parameters[i].toValue(arguments[i]);
    }
    return Payload.ofVec(values);
  }

  /// @throws PerdureException `VALUE_MISMATCH` if there are too many or too few, or one does not
  ///   fit
  @Nullable Object[] arguments(Payload payload) {
    if (!(payload.value() instanceof Vec vec) || vec.size() != parameters.length) {
      throw mismatch(payload);
    }
    var arguments = new @Nullable Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(i, vec.get(i));
    }
    return arguments;
  }

  private @Nullable Object argument(int index, Value value) {
    try {
      return parameters[index].fromValue(value);
    } catch (PerdureException e) {
      var p = e.problem();
      var where = "argument " + (index + 1) + " of " + name + ", " + p.where();
      throw new Problem(p.code(), p.what(), where, p.remedy()).exception(e);
    }
  }

  private PerdureException mismatch(Payload payload) {
    var takes = name + " takes " + counted(parameters.length);
    return payload.value() instanceof Vec vec
        ? mismatch(
            takes + ", not " + vec.size() + ": " + payload, "Give one argument for each parameter")
        : mismatch(
            takes + " in a vector, not " + payload,
            "Pass a vector with one value for each parameter");
  }

  private PerdureException mismatch(String what, String remedy) {
    return new Problem(CodecCode.VALUE_MISMATCH, what, name, remedy).exception();
  }

  private static String counted(int arguments) {
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  Payload result(@Nullable Object object) {
    return Payload.of(result.toValue(object));
  }

  @Nullable Object result(Payload payload) {
    return result.fromValue(payload.value());
  }

  /// The name by which a method of an effect interface is asked: its own, and if it is overloaded
  /// the types of its parameters.
  static String key(Method method, List<Method> all) {
    long same = all.stream().filter(m -> m.getName().equals(method.getName())).count();
    if (same == 1) {
      return method.getName();
    }
    var key = new StringBuilder(method.getName()).append('(');
    for (var type : method.getParameterTypes()) {
      key.append(key.charAt(key.length() - 1) == '(' ? "" : ",").append(type.getSimpleName());
    }
    return key.append(')').toString();
  }
}
