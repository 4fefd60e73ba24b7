package dev.perdure.wat.type;

import java.util.List;

/// How types are written.
public final class TypeText {
  private TypeText() {}

  /// With the leading colon, as a program would write it; what is not known as `?1`, and `…` for
  /// the rest of one that is too long to be read.
  public static String of(Type type) {
    var out = new StringBuilder(":");
    write(type, out);
    if (out.length() > Limits.TYPE_TEXT_MAX) {
      out.setLength(Limits.TYPE_TEXT_MAX);
      out.append('…');
    }
    return out.toString();
  }

  private static void write(Type type, StringBuilder out) {
    if (out.length() > Limits.TYPE_TEXT_MAX) {
      return;
    }
    switch (Type.head(type)) {
      case Type.Named(String name, List<Type> args, var _) -> {
        out.append(name);
        if (!args.isEmpty()) {
          out.append('<');
          list(args, out);
          out.append('>');
        }
      }
      case Type.Tuple(List<Type> items) -> {
        out.append('(');
        list(items, out);
        out.append(items.size() == 1 ? ",)" : ")");
      }
      case Type.Fn(List<Type> params, Type result, var _) -> {
        out.append(Basic.FN).append('(');
        list(params, out);
        out.append(")->");
        write(result, out);
      }
      case Type.Param(String name) -> out.append(name);
      case Type.Var open -> out.append('?').append(open.number());
    }
  }

  private static void list(List<Type> types, StringBuilder out) {
    for (int i = 0; i < types.size() && out.length() <= Limits.TYPE_TEXT_MAX; i++) {
      if (i > 0) {
        out.append(',');
      }
      write(types.get(i), out);
    }
  }
}
