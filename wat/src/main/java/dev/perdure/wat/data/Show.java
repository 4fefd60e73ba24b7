package dev.perdure.wat.data;

import dev.perdure.wat.syntax.Ast;
import java.time.Duration;
import java.util.Iterator;

/// Values as people see them while they look for a mistake (W15.2): strings quoted, what is large
/// or opaque shortened. Of every value, however deep.
public final class Show {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private Show() {}

  /// `(show v)`.
  public static String of(Object value) {
    var show = new Show();
    show.print(value);
    return Text.start(show.out.toString(), Limits.SHOWN_MAX);
  }

  /// `(str v)`: a string as it is, all else its EDN.
  ///
  /// @throws EdnFault of a value that is nested too deep
  public static String str(Object value) {
    return value instanceof String string ? string : EdnWriter.write(value);
  }

  private void print(Object value) {
    if (out.length() > Limits.SHOWN_MAX) {
      return;
    }
    switch (value) {
      case String string -> EdnAtoms.string(Text.start(string, Limits.SHOWN_STRING_MAX), out);
      case Duration duration ->
          out.append('<').append("Duration ").append(nanos(duration)).append("ns>");
      case Function function -> out.append("<fn ").append(function.name()).append('>');
      case Handle handle -> out.append('<').append(lastOf(handle.path())).append('>');
      case Stream _ -> out.append("<Stream>");
      case Vector vector -> items("[", vector.iterator(), 1, "]");
      case Tuple tuple -> items("[", Parts.of(tuple), 1, "]");
      case List list -> items("(", list.iterator(), 1, ")");
      case HashSet set -> items("#{", set.iterator(), 1, "}");
      case HashMap map -> items("{", Parts.of(map), 2, "}");
      case PersistentVector(Vector elements) -> tagged(Tags.PERSISTENT_VECTOR, elements);
      case PersistentMap(HashMap entries) -> tagged(Tags.PERSISTENT_MAP, entries);
      case Variant variant -> variant(variant);
      case Aggregate aggregate -> aggregate(aggregate);
      case Wrapped(String path, Object content) -> {
        out.append('#').append(Names.edn(path)).append(" {:0 ");
        inside(content);
        out.append('}');
      }
      case Foreign(String tag, Object body) -> tagged(tag, body);
      case Ast ast -> form(ast);
      default -> out.append(EdnWriter.write(value));
    }
  }

  private static String nanos(Duration duration) {
    return java.math.BigInteger.valueOf(duration.getSeconds())
        .multiply(java.math.BigInteger.valueOf(1_000_000_000))
        .add(java.math.BigInteger.valueOf(duration.getNano()))
        .toString();
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }

  private void inside(Object part) {
    if (depth >= Limits.SHOWN_DEPTH_MAX) {
      out.append('…');
      return;
    }
    depth++;
    print(part);
    depth--;
  }

  /// @param width the number of items that an entry has
  private void items(String open, Iterator<?> items, int width, String close) {
    out.append(open);
    for (int i = 0; items.hasNext(); i++) {
      out.append(i > 0 ? " " : "");
      if (i == Limits.SHOWN_ELEMENTS_MAX * width || out.length() > Limits.SHOWN_MAX) {
        out.append('…');
        break;
      }
      inside(items.next());
    }
    out.append(close);
  }

  private void tagged(String tag, Object body) {
    out.append('#').append(tag).append(' ');
    inside(body);
  }

  private void variant(Variant variant) {
    var shape = variant.shape();
    out.append('#').append(shape.path().replace("::", ".")).append('/').append(shape.name());
    items(" [", Parts.of(variant), 1, "]");
  }

  private void aggregate(Aggregate aggregate) {
    var fields = aggregate.shape().fields();
    out.append('#').append(Names.edn(aggregate.shape().path())).append(" {");
    for (int i = 0; i < fields.size(); i++) {
      out.append(i > 0 ? " :" : ":").append(fields.get(i)).append(' ');
      inside(aggregate.field(i));
    }
    out.append('}');
  }

  private void form(Ast ast) {
    var items = Parts.items(ast.form());
    if (items == null) {
      out.append(Text.start(EdnWriter.write(ast), Limits.SHOWN_STRING_MAX));
      return;
    }
    switch (ast.form()) {
      case dev.perdure.wat.syntax.Form.Vector _ -> items("[", items.iterator(), 1, "]");
      case dev.perdure.wat.syntax.Form.Braces _ -> items("{", items.iterator(), 2, "}");
      case dev.perdure.wat.syntax.Form.Set _ -> items("#{", items.iterator(), 1, "}");
      default -> items("(", items.iterator(), 1, ")");
    }
  }
}
