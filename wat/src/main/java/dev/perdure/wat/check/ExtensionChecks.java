package dev.perdure.wat.check;

import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Parameter;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.declare.Types;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Checks the methods that extend types (W3.3).
final class ExtensionChecks {
  private final Checking cx;
  private final Bodies bodies;

  ExtensionChecks(Checking cx, Bodies bodies) {
    this.cx = cx;
    this.bodies = bodies;
  }

  /// A method that extends a type is a function of the type.
  void check(Declarations.Extension extension) {
    var name = Checking.methodName(extension.type(), extension.method());
    if (!(extension.surface() instanceof Type.Named surface)
        || !(cx.callee(surface.name() + "/" + extension.method())
            instanceof Callee.Method method)) {
      cx.error(
          Faults.form(
              "wat::core::extend-type",
              extension.surface() + " asks for no method " + extension.method(),
              extension.form().span()));
      return;
    }
    var written = method.method().params();
    if (extension.params().size() != written.size()
        || extension.params().stream().anyMatch(param -> param.symbol() == null)) {
      cx.error(
          Faults.form(
              "wat::core::extend-type",
              "the method %s takes %d names".formatted(extension.method(), written.size()),
              extension.form().span()));
      return;
    }
    var params = new ArrayList<Parameter>();
    for (int i = 0; i < written.size(); i++) {
      var ast = extension.params().get(i);
      params.add(
          new Parameter(
              (Form.Symbol) ast.form(),
              i == 0 ? extension.type() : written.get(i).type(),
              ast.span()));
    }
    var names = new LinkedHashSet<String>();
    params.forEach(param -> names.addAll(Types.params(param.type())));
    var signature =
        new Signature(List.copyOf(names), params, null, List.of(), method.method().result());
    var scheme = Schemes.of(name, signature, cx.types());
    cx.add(scheme);
    bodies
        .codes()
        .put(
            name,
            bodies.body(
                scheme,
                name,
                signature,
                extension.body(),
                extension.captured(),
                extension.form().span()));
  }
}
