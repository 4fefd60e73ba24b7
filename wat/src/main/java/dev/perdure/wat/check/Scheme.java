package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function's type, generic in types and in the effects of what it is given.
///
/// @param name its path
/// @param typeParams the names it is generic in
/// @param params what it takes
/// @param rest what it takes any number of behind that, as its Vector; null if nothing
/// @param keywords what it takes by name, in the order of declaration; empty if nothing
/// @param result what it gives
/// @param inputs the sets of effects that it is generic in, as its body has them
/// @param outputs the sets that are latent in its result and in nothing it is given
/// @param body the effects of its body
public record Scheme(
    String name,
    List<String> typeParams,
    List<Type> params,
    @Nullable Type rest,
    Map<String, Type> keywords,
    Type result,
    List<EffectVar> inputs,
    List<EffectVar> outputs,
    EffectVar body) {
  public Scheme {
    typeParams = List.copyOf(typeParams);
    params = List.copyOf(params);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /// Its type in short, as tools show it: `Fn(String)->nil`.
  public String shown() {
    var takes = new ArrayList<>(params);
    if (rest != null) {
      takes.add(rest);
    }
    takes.addAll(keywords.values());
    var type = new Type.Fn(takes, result, body).toString();
    return type.substring(1).replace("wat::core::", "");
  }

  /// The types and effects of one use of the function.
  ///
  /// @param bindings what its type parameters stand for
  record Instance(
      Map<String, Type> bindings,
      List<Type> params,
      @Nullable Type rest,
      Map<String, Type> keywords,
      Type result,
      List<EffectVar> given,
      List<EffectVar> outputs) {}

  /// @param bindings what the type parameters stand for
  /// @param span where it is used
  Instance instance(Map<String, Type> bindings, Span span) {
    var copy = new Copy(bindings, span);
    return new Instance(
        bindings,
        copy.of(params),
        rest == null ? null : copy.of(rest),
        copy.of(keywords),
        copy.of(result),
        copy.given,
        copy.made);
  }

  /// What comes of a use does what comes of the function, given what is given there.
  void outputs(Instance instance, Span span) {
    for (int i = 0; i < instance.outputs().size(); i++) {
      instance.outputs().get(i).add(new EffectVar.Call(name, i, instance.given(), span));
    }
  }

  /// Copies types with their parameters and effects replaced.
  private final class Copy extends TypeMap {
    private final Map<String, Type> bindings;
    private final List<EffectVar> given;
    private final List<EffectVar> made = new ArrayList<>();

    /// What the function gives to what it is given, that may do.
    Copy(Map<String, Type> bindings, Span span) {
      this.bindings = bindings;
      this.given = List.copyOf(inputs.stream().map(_ -> new EffectVar()).toList());
      for (int i = 0; i < inputs.size(); i++) {
        given.get(i).add(new EffectVar.Call(name, EffectVar.Call.input(i), given, span));
      }
      outputs.forEach(_ -> made.add(new EffectVar()));
    }

    Map<String, Type> of(Map<String, Type> types) {
      var copies = new LinkedHashMap<String, Type>();
      types.forEach((name, type) -> copies.put(name, of(type)));
      return copies;
    }

    @Override
    protected Type param(Type.Param param) {
      return bindings.getOrDefault(param.name(), param);
    }

    @Override
    protected EffectVar latent(EffectVar latent) {
      if (latent.parameter() >= 0) {
        return given.get(latent.parameter());
      }
      int output = outputs.indexOf(latent);
      return output < 0 ? latent : made.get(output);
    }
  }
}
