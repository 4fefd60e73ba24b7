package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may use a restricted name (W2).
final class Access {
  private Access() {}

  static void check(Checking cx, Definition definition, Span span, At at) {
    var allowed = definition.metadata().paths("restricted-to");
    if (allowed != null) {
      var instead = definition.metadata().text("instead");
      var remedy = instead == null ? "" : "; use " + instead;
      check(cx, definition.name(), allowed, remedy, span, at);
    }
  }

  /// The same for what stands in the metadata of a type.
  static void check(Checking cx, String name, @Nullable Ast restricted, Span span, At at) {
    if (restricted != null && restricted.form() instanceof Form.Vector(List<Ast> items)) {
      var allowed =
          items.stream().map(item -> item.keyword() == null ? "" : item.keyword()).toList();
      check(cx, name, allowed, "", span, at);
    }
  }

  private static void check(
      Checking cx, String name, List<String> allowed, String remedy, Span span, At at) {
    var caller = at.function().name();
    int closure = caller.indexOf("/fn");
    var function = closure < 0 ? caller : caller.substring(0, closure);
    // what holds a local of a let at top level has a name that no program says
    var user = function.startsWith("$bound::") ? "top-level" : function;
    if (user.equals(name) || allowed.stream().anyMatch(prefix -> admits(prefix, user))) {
      return;
    }
    cx.error(
        Diagnostic.of(
            Kind.CHECK_DEF_RESTRICTED_CALLER_NOT_ALLOWED,
            span,
            ":" + name + " may be used by " + shown(allowed) + " only, not by :" + user + remedy,
            ":" + name,
            ":" + user,
            shown(allowed)));
  }

  private static List<String> shown(List<String> allowed) {
    return allowed.stream().map(prefix -> ":" + prefix).toList();
  }

  private static boolean admits(String prefix, String user) {
    return prefix.endsWith("::") ? user.startsWith(prefix) : user.equals(prefix);
  }
}
