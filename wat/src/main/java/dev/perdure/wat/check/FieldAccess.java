package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may read a field: `:field-metadata {:f {:restricted-to […]}}` (W2).
final class FieldAccess {
  private FieldAccess() {}

  static void check(Checking cx, TypeDecl.Aggregate type, String field, Span span, At at) {
    var own = under(type.metadata().get("field-metadata"), field);
    Access.check(cx, type.name() + "/" + field, under(own, "restricted-to"), span, at);
  }

  /// The same where a field is read or replaced by its name alone: the type of what has it may come
  /// out at the end of the body only.
  static void byName(Body body, String field, Core subject, Span span, At at) {
    if (Type.head(subject.type()) instanceof Type.Var) {
      body.overloads().atEnd(() -> known(body.cx(), field, subject, span, at));
    } else {
      known(body.cx(), field, subject, span, at);
    }
  }

  private static void known(Checking cx, String field, Core subject, Span span, At at) {
    if (Type.head(subject.type()) instanceof Type.Named named
        && cx.types().find(named.name()) instanceof TypeDecl.Aggregate type) {
      check(cx, type, field, span, at);
    }
  }

  private static @Nullable Ast under(@Nullable Ast braces, String key) {
    if (braces != null && braces.form() instanceof Form.Braces(List<Ast> items)) {
      for (int i = 0; i < items.size(); i += 2) {
        if (items.get(i).isKeyword(key)) {
          return items.get(i + 1);
        }
      }
    }
    return null;
  }
}
