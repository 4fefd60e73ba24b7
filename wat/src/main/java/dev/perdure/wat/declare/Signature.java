package dev.perdure.wat.declare;

import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a function takes and gives (W6.2).
///
/// @param typeParams the names it is generic in, in the order in which they occur
/// @param params what stands before `&`
/// @param rest what takes all further arguments, its type being `Vector<T>`; null if there is none
/// @param keywords what is passed by name; empty if there is no such section
public record Signature(
    List<String> typeParams,
    List<Parameter> params,
    @Nullable Parameter rest,
    List<Parameter> keywords,
    Type result) {
  public Signature {
    typeParams = List.copyOf(typeParams);
    params = List.copyOf(params);
    keywords = List.copyOf(keywords);
  }

  /// All that the body sees: the parameters, the rest as one of them, and what is passed by name.
  public List<Parameter> bound() {
    var bound = new ArrayList<>(params);
    if (rest != null) {
      bound.add(rest);
    }
    bound.addAll(keywords);
    return bound;
  }
}
