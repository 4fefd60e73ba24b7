package dev.perdure.wat.check;

import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Reading;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a program was made of, for the next check of nearly the same program.
///
/// @param texts those that it was read from, by their names, as far as they are known
/// @param macros those that it declares, by name
/// @param plain the forms at top level in which there is no macro, told apart by identity
public record Origin(Map<String, Reading> texts, Map<String, Macro> macros, Set<Ast> plain) {
  /// Of what is not known.
  public static final Origin NONE = new Origin(Map.of(), Map.of(), Set.of());

  /// The same with other macros, nothing else of which is known.
  public Origin withMacros(Map<String, Macro> declared) {
    return new Origin(Map.of(), declared, Set.of());
  }

  /// The text that a form stands in; null if that is not known.
  @Nullable Reading text(Ast form) {
    return texts.get(form.span().source());
  }
}
