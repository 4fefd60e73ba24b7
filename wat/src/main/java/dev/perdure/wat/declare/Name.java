package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Naming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The name of a declaration: `:acme::Box<T>`.
///
/// @param path without its parameters
/// @param params the names in its angle brackets
record Name(String path, List<String> params, Span span) {
  Name {
    params = List.copyOf(params);
  }

  /// @param isType whether a type is declared, which decides the kind of what is wrong
  /// @param isLibrary whether the reserved prefixes may be used
  static Name read(@Nullable Ast ast, Ast form, String head, boolean isType, boolean isLibrary) {
    var raw = ast == null ? null : ast.keyword();
    if (ast == null || raw == null) {
      var reason = "a keyword that names it stands first";
      var span = ast == null ? form.span() : ast.span();
      throw isType ? Fault.decl(head, reason, span) : Fault.form(head, reason, span);
    }
    var name = parse(raw, ast.span());
    var fault = Naming.fault(name.path);
    if (fault != null && !(isLibrary && fault == Naming.Fault.RESERVED_PREFIX)) {
      throw Fault.naming(fault, name.path, isType, ast.span());
    }
    return name;
  }

  private static Name parse(String raw, Span span) {
    int open = raw.endsWith(">") ? raw.indexOf('<') : -1;
    if (open <= 0 || raw.charAt(open - 1) == ':') {
      return new Name(raw, List.of(), span);
    }
    var params = new ArrayList<String>();
    for (var param : raw.substring(open + 1, raw.length() - 1).split(",", -1)) {
      if (!param.matches("[A-Za-z][A-Za-z0-9]*")) {
        throw Fault.name(":" + raw, "a type parameter is a word, not \"" + param + "\"", span);
      }
      if (params.contains(param)) {
        throw Fault.name(":" + raw, "the parameter " + param + " stands there twice", span);
      }
      params.add(param);
    }
    return new Name(raw.substring(0, open), params, span);
  }
}
