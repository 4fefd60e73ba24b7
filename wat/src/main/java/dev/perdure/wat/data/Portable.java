package dev.perdure.wat.data;

import dev.perdure.value.Limits;
import dev.perdure.value.Value;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;

/// Values as those of the engine, which are all that crosses a boundary. They are the EDN of W10;
/// their text differs from [EdnWriter#writeCanonical] in this only:
///
/// - maps and sets, and the fields of records, are in the printer's order;
/// - `f64` is a real also where it is no number: `##NaN`;
/// - a form is the text of itself under a tag, `#wat/WatAST "(f x)"`, for its names need not be
///   EDN, and the order in its braces counts.
public final class Portable {
  private Portable() {}

  /// Checks that a value may cross a boundary, without making anything of it.
  ///
  /// @throws NotPortable if it may not
  public static void check(Object value) {
    var open = new ArrayDeque<Iterator<?>>();
    open.push(Collections.singleton(value).iterator());
    while (!open.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
        continue;
      }
      var part = open.element().next();
      boolean isOpaque =
          part instanceof Handle
              || part instanceof Function
              || part instanceof Stream
              || (part instanceof Aggregate aggregate && !aggregate.shape().isRecord());
      if (isOpaque) {
        throw new NotPortable(part);
      }
      if (!(part instanceof Ast) && Parts.size(part) > 0) {
        open.push(Parts.of(part));
      }
    }
  }

  /// The value as one of the engine's.
  ///
  /// @throws NotPortable of what may not cross
  /// @throws EdnFault of a value that is nested too deep
  public static Value toValue(Object value) {
    return PortableForm.toValue(EdnForm.portable(value));
  }

  /// The value of the type that one of the engine's is. A field that is an Option and is missing is
  /// `None`.
  ///
  /// @throws EdnFault if it is of another type
  public static Object fromValue(Value value, Type type, TypeTable table) {
    return fromValue(value, type, new Shapes(table));
  }

  /// As [#fromValue(Value, Type, TypeTable)], with shapes that are made already.
  public static Object fromValue(Value value, Type type, Shapes shapes) {
    var edn = PortableForm.toEdn(value, Limits.DEPTH_CEILING);
    return new Coercion(shapes, Source.VALUE, new Places("", "value")).read(edn, type);
  }
}
