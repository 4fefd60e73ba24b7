package dev.perdure.wat.check;

import dev.perdure.wat.declare.Kebab;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the scheme of a written signature: effects that are latent in a parameter are what the
/// function is generic in (W4).
final class Schemes {
  private final TypeTable table;
  private final List<EffectVar> outputs = new ArrayList<>();
  private int effectParams;

  private Schemes(TypeTable table) {
    this.table = table;
  }

  static Scheme of(String name, Signature signature, TypeTable table) {
    return new Schemes(table).make(name, signature);
  }

  private Scheme make(String name, Signature signature) {
    var params = new ArrayList<Type>();
    for (var param : signature.params()) {
      params.add(taken(param.type()));
    }
    var rest = signature.rest() == null ? null : taken(signature.rest().type());
    Map<String, Type> keywords = new LinkedHashMap<>();
    for (var param : signature.keywords()) {
      keywords.put(Kebab.of(param.symbol().name()), taken(param.type()));
    }
    var result = copy(table.expand(signature.result()), false);
    return new Scheme(
        name,
        signature.typeParams(),
        params,
        rest,
        keywords,
        result,
        effectParams,
        outputs,
        new EffectVar());
  }

  private Type taken(Type type) {
    return copy(table.expand(type), true);
  }

  private Type copy(Type type, boolean isTaken) {
    return switch (Type.head(type)) {
      case Type.Named(String name, List<Type> args, var latent) ->
          args.isEmpty()
              ? Type.head(type)
              : new Type.Named(
                  name, copies(args, isTaken), latent == null ? null : latent(isTaken));
      case Type.Tuple(List<Type> items) -> new Type.Tuple(copies(items, isTaken));
      case Type.Fn(List<Type> params, Type result, _) ->
          new Type.Fn(copies(params, isTaken), copy(result, isTaken), latent(isTaken));
      case Type.Param param -> param;
      case Type.Var open -> open;
    };
  }

  private List<Type> copies(List<Type> types, boolean isTaken) {
    return types.stream().map(type -> copy(type, isTaken)).toList();
  }

  private EffectVar latent(boolean isTaken) {
    if (isTaken) {
      return EffectVar.parameter(effectParams++);
    }
    var output = new EffectVar();
    outputs.add(output);
    return output;
  }
}
