package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.type.EffectVar;
import org.jspecify.annotations.Nullable;

/// What a program does that it was not granted (W14.3).
public final class Ungranted {
  private Ungranted() {}

  /// An operation that nobody does for the program.
  public static Raise operation(String effect, String operation) {
    var what = effect.contains("::") ? "nobody performs " : "the program may not do ";
    return Raise.of(
        Kind.RUNTIME_GRANT_MISSING,
        what + EffectVar.shown(effect) + " (:" + operation + ")",
        EffectVar.shown(effect),
        ":" + operation,
        flag(effect));
  }

  /// An effect interface that a function needs and that has no implementation.
  ///
  /// @param function its path
  public static Diagnostic effect(String effect, String function, @Nullable Span span) {
    return Diagnostic.of(
        Kind.RUNTIME_GRANT_MISSING,
        span,
        ":%s does %s, which nobody performs; %s grants it"
            .formatted(function, EffectVar.shown(effect), flag(effect)),
        EffectVar.shown(effect),
        ":" + function,
        flag(effect));
  }

  /// What grants it.
  private static String flag(String effect) {
    return switch (effect) {
      case "perdure::Env" -> "--allow-env NAME";
      case "perdure::Http" -> "--allow-net HOST";
      case "spawn" -> "--allow-spawn";
      default ->
          effect.contains("::")
              ? "--allow-effect " + effect.replace("::", ".") + "=CLASS"
              : "--allow-effect " + effect;
    };
  }
}
