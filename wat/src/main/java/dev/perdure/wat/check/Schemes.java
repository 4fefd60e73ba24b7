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
import org.jspecify.annotations.Nullable;

/// Makes the scheme of a written signature, or of a value: effects that are latent in a parameter
/// are what the function is generic in (W4), and so are those that are latent in a parameter of a
/// function that it gives, for who has that function says what it is given.
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

  /// The scheme of a constant, whose functions do at each use what they do by themselves and what
  /// they are given there.
  ///
  /// @param type its type, all of which is known
  static Scheme of(String name, Type type, TypeTable table) {
    var schemes = new Schemes(table);
    var result = schemes.new Copy(false, true).of(type);
    return new Scheme(
        name,
        List.of(),
        List.of(),
        null,
        Map.of(),
        result,
        schemes.inputs,
        schemes.outputs,
        new EffectVar());
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
    var result = new Copy(false, false).of(table.expand(signature.result()));
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

  /// A parameter: all that is latent in it, at any depth.
  private Type taken(Type type) {
    return new TypeMap() {
      @Override
      protected EffectVar latent(EffectVar latent) {
        return input();
      }
    }.of(table.expand(type));
  }

  /// Copies what a function gives, or what it is given by who has that: the other side.
  private final class Copy extends TypeMap {
    private final boolean isTaken;
    private final boolean isValue;
    private @Nullable Copy other;

    /// @param isValue whether what is latent is known, and the copy stands for it
    Copy(boolean isTaken, boolean isValue) {
      this.isTaken = isTaken;
      this.isValue = isValue;
    }

    @Override
    protected List<Type> params(List<Type> params) {
      if (other == null) {
        other = new Copy(!isTaken, isValue);
        other.other = this;
      }
      return other.of(params);
    }

    @Override
    protected EffectVar latent(EffectVar latent) {
      var made = isTaken ? input() : output();
      if (isValue && isTaken) {
        latent.include(made);
      } else if (isValue) {
        made.include(latent);
      }
      return made;
    }
  }

  private EffectVar input() {
    var input = EffectVar.parameter(inputs.size());
    inputs.add(input);
    return input;
  }

  private EffectVar output() {
    var output = new EffectVar();
    outputs.add(output);
    return output;
  }
}
