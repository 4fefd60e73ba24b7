package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;

/// Functions and streams of which the checker knows no origin, so that they may do anything (W4):
/// made of text or forms, or found in a value when the program runs.
final class Untold {
  private Untold() {}

  /// All that a type has in it.
  static void in(Type type, Span span) {
    new TypeMap() {
      @Override
      protected EffectVar latent(EffectVar latent) {
        latent.add("any", span);
        return latent;
      }
    }.of(type);
  }
}
