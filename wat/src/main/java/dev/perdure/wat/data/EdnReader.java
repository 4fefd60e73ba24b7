package dev.perdure.wat.data;

import dev.perdure.value.Limits;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.Optional;

/// Reads values out of texts (W10). The expected type decides what each part is; nothing is
/// converted: `42` is no f64, `[1]` no List.
///
/// All throw [EdnFault]: of a text that is no EDN or exceeds the limits, and of one that is EDN of
/// another type.
public final class EdnReader {
  private final Shapes shapes;
  private final Limits limits;

  /// @param shapes of the types that the program knows
  /// @param limits of the texts
  public EdnReader(Shapes shapes, Limits limits) {
    this.shapes = shapes;
    this.limits = limits;
  }

  /// A reader of texts from outside: [Limits#OUTSIDE] hold.
  public EdnReader(Shapes shapes) {
    this(shapes, Limits.OUTSIDE);
  }

  /// The one value in the text.
  public static Object read(String text, Type type, TypeTable table) {
    return new EdnReader(new Shapes(table)).read(text, type);
  }

  /// The one value in the text. What is not known of the type, the text decides.
  public Object read(String text, Type type) {
    return coerce(text, type, Source.EDN);
  }

  /// The one value in the text, which alone says what it is: what stands under a tag that the
  /// program does not know is kept with the tag.
  public Object readForeign(String text) {
    return coerce(text, Basic.VALUE, Source.FOREIGN);
  }

  /// Why the text is no value of the type; nothing if it is one.
  public Optional<EdnFault.Reason.Mismatch> validate(String text, Type type) {
    try {
      var _ = read(text, type);
      return Optional.empty();
    } catch (EdnFault fault) {
      return Optional.of(
          switch (fault.reason()) {
            case EdnFault.Reason.Mismatch mismatch -> mismatch;
            case EdnFault.Reason.Malformed(String reason, _, _) ->
                new EdnFault.Reason.Mismatch(type.toString(), "no EDN: " + reason, "");
          });
    }
  }

  private Object coerce(String text, Type type, Source source) {
    var edn = EdnParser.parse(text, limits);
    return new Coercion(shapes, source, new Places(text, "text")).read(edn, type);
  }
}
