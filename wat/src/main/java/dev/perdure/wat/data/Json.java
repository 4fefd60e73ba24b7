package dev.perdure.wat.data;

import dev.perdure.value.Limits;
import dev.perdure.wat.type.Type;

/// Values as JSON (W10). What JSON has no kind for is `{"#tag":"ns/name","body":…}`:
///
/// | value | JSON |
/// |---|---|
/// | nil, bool, i64, u8, f64 | `null`, `true`, `42`, `42`, `42.0` |
/// | String, keyword | `"s"`, `":acme.tax/rate"`; a string that starts with a colon has a tag |
/// | Vector, tuple | an array; a List or HashSet the same with a tag |
/// | HashMap | an object, if all keys are keywords or strings and none is `"#tag"`; else pairs with a tag |
/// | records, enums and so on | what they are in EDN, with its tag |
///
/// Written is the compact text. What is read is read as from EDN, but an array stands for every
/// sequence and set where the type says so.
public final class Json {
  private Json() {}

  /// The value as JSON that [#read] reads back.
  ///
  /// @throws EdnFault of a value that is nested too deep
  public static String write(Object value) {
    return new JsonWriter().write(EdnForm.withFormsAsText(value));
  }

  /// The value as people outside would write it: without tags, so it cannot be read back.
  ///
  /// @throws EdnFault of a value that is nested too deep
  public static String writeNatural(Object value) {
    return new NaturalJson().write(EdnForm.withFormsAsText(value));
  }

  /// The value of the type that the text is. From outside: [Limits#OUTSIDE] hold.
  ///
  /// @throws EdnFault if the text is no JSON, or of another type
  public static Object read(String text, Type type, Shapes shapes) {
    var edn = JsonParser.parse(text, Limits.OUTSIDE);
    return new Coercion(shapes, Source.JSON, new Places(text, "text")).read(edn, type);
  }
}
