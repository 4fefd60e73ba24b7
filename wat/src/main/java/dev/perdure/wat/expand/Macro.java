package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A macro as it was declared.
///
/// @param name its path
/// @param params its parameters but the rest
/// @param rest the parameter that takes all further arguments; null if there is none
/// @param result the text of the type of what it gives behind the colon
/// @param body a template, or a program that makes one
/// @param declaration the whole form
public record Macro(
    String name,
    List<Param> params,
    @Nullable Param rest,
    String result,
    Ast body,
    Ast declaration) {
  public Macro {
    params = List.copyOf(params);
  }

  /// A parameter.
  ///
  /// @param symbol its name, with the scopes that it was written in
  /// @param type the text of its type behind the colon
  public record Param(Form.Symbol symbol, String type, Span span) {}

  /// Whether a symbol is one of its parameters.
  boolean takes(Form.Symbol symbol) {
    return (rest != null && rest.symbol().equals(symbol))
        || params.stream().anyMatch(param -> param.symbol().equals(symbol));
  }

  /// Whether both have macros of the same names that are written alike.
  public static boolean areAlike(Map<String, Macro> some, Map<String, Macro> others) {
    return some.keySet().equals(others.keySet())
        && some.entrySet().stream()
            .allMatch(one ->
                AstBytes.areAlike(
                    one.getValue().declaration(),
                    Objects.requireNonNull(others.get(one.getKey())).declaration()));
  }

  /// Whether its body is a template and nothing else.
  public boolean isTemplate() {
    return Templates.isTemplate(body);
  }
}
