package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.type.EffectName;
import org.jspecify.annotations.Nullable;

/// What a program does that it was not granted (W14.3).
public final class Ungranted {
  private Ungranted() {}

  /// An operation that nobody does for the program.
  public static Raise operation(String effect, String operation) {
    var what = EffectName.isInterface(effect) ? "nobody performs " : "the program may not do ";
    return Raise.of(
        Kind.RUNTIME_GRANT_MISSING,
        what + EffectName.shown(effect) + " (:" + operation + ")",
        EffectName.shown(effect),
        ":" + operation,
        flag(effect));
  }

  /// An operation whose implementation was granted less than was asked of it.
  ///
  /// @param flag what grants it; empty if that is not known
  public static Raise refused(String effect, String operation, String reason, String flag) {
    return Raise.of(
        Kind.RUNTIME_GRANT_MISSING,
        ":" + operation + " was refused: " + reason,
        EffectName.shown(effect),
        ":" + operation,
        flag);
  }

  /// An effect interface that a function needs and that has no implementation.
  ///
  /// @param function its path
  public static Diagnostic effect(String effect, String function, @Nullable Span span) {
    return Diagnostic.of(
        Kind.RUNTIME_GRANT_MISSING,
        span,
        ":%s does %s, which nobody performs; %s grants it"
            .formatted(function, EffectName.shown(effect), flag(effect)),
        EffectName.shown(effect),
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
          EffectName.isInterface(effect)
              ? "--allow-effect " + effect.replace("::", ".") + "=CLASS"
              : "--allow-effect " + effect;
    };
  }
}
