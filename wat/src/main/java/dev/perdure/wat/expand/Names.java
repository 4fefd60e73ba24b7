package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Naming;

/// What a macro may be called.
final class Names {
  private Names() {}

  static void check(String name, Span span) {
    var fault = Naming.fault(name);
    if (fault != null) {
      var kind =
          switch (fault) {
            case RESERVED_PREFIX -> Kind.MACRO_RESERVED_PREFIX;
            case UNNAMESPACED_NAME -> Kind.MACRO_UNNAMESPACED_NAME;
            case DOTTED_NAME -> Kind.MACRO_DOTTED_NAME;
          };
      throw Diagnostic.of(kind, span, Naming.sentence(fault, name), ":" + name).refused();
    }
  }
}
