package dev.perdure.wat.check;

import dev.perdure.wat.declare.Kebab;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;
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
  private final List<EffectVar> inputs = new ArrayList<>();

  private Schemes(TypeTable table) {
    this.table = table;
  }

  static Scheme of(String name, Signature signature, TypeTable table) {
    return new Schemes(table).make(name, signature);
  }

  private Scheme make(String name, Signature signature) {
    var params = new ArrayList<Type>();
    for (var param : signature.params()) {
      params.add(copy(param.type(), true));
    }
    var rest = signature.rest() == null ? null : copy(signature.rest().type(), true);
    Map<String, Type> keywords = new LinkedHashMap<>();
    for (var param : signature.keywords()) {
      keywords.put(Kebab.of(param.symbol().name()), copy(param.type(), true));
    }
    var result = copy(signature.result(), false);
    return new Scheme(
        name,
        signature.typeParams(),
        params,
        rest,
        keywords,
        result,
        inputs,
        outputs,
        new EffectVar());
  }

  private Type copy(Type type, boolean isTaken) {
    return new TypeMap() {
      @Override
      protected EffectVar latent(EffectVar latent) {
        return made(isTaken);
      }
    }.of(table.expand(type));
  }

  private EffectVar made(boolean isTaken) {
    if (isTaken) {
      var input = EffectVar.parameter(inputs.size());
      inputs.add(input);
      return input;
    }
    var output = new EffectVar();
    outputs.add(output);
    return output;
  }
}
