package dev.perdure.wat.check;

import dev.perdure.wat.declare.Parameter;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.declare.Types;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.TypeDecl;
import java.util.LinkedHashSet;
import java.util.List;

/// Signatures of functions that nobody writes down.
final class Signatures {
  private Signatures() {}

  /// That of a surface's method.
  static Signature of(TypeDecl.Surface surface, TypeDecl.Feature.Method method) {
    var names = new LinkedHashSet<>(surface.params());
    method.params().forEach(param -> names.addAll(Types.params(param.type())));
    names.addAll(Types.params(method.result()));
    var params =
        method.params().stream()
            .map(param ->
                new Parameter(
                    new Form.Symbol(param.name(), Scopes.NONE), param.type(), param.span()))
            .toList();
    return new Signature(List.copyOf(names), params, null, List.of(), method.result());
  }
}
