package dev.perdure.wat.library;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import org.jspecify.annotations.Nullable;

/// Values of the types that the library declares.
public final class Made {
  private Made() {}

  private static final class Holder {
    private static final Shapes SHAPES = new Shapes(new TypeTable(Library.get()::type));
  }

  /// A record or struct of its fields, in the order of their declaration.
  public static Aggregate record(String path, Object... fields) {
    if (!(Library.get().type(path) instanceof TypeDecl.Aggregate declared)) {
      throw new IllegalStateException(path + " is no record");
    }
    return Aggregate.of(Holder.SHAPES.of(declared), fields);
  }

  /// A variant of an enum, of its fields.
  public static Variant variant(String path, String name, Object... fields) {
    if (Library.get().type(path) instanceof TypeDecl.Enumeration declared) {
      for (var shape : Holder.SHAPES.of(declared)) {
        if (shape.name().equals(name)) {
          return Variant.of(shape, fields);
        }
      }
    }
    throw new IllegalStateException(path + " has no variant " + name);
  }

  /// A place.
  public static Aggregate span(Span span) {
    return span(span.source(), span.start(), Variant.some(position(span.end())));
  }

  /// Where something begins, and maybe where it ends.
  static Aggregate span(String file, Position at, Variant end) {
    return record("wat::core::Span", file, (long) at.line(), (long) at.column(), end);
  }

  private static Aggregate position(Position at) {
    return record("wat::core::Pos", (long) at.line(), (long) at.column());
  }

  /// A place that may be unknown, as an Option.
  public static Variant location(@Nullable Span span) {
    return Variant.option(span == null ? null : span(span));
  }
}
