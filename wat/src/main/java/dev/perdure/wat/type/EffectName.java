package dev.perdure.wat.type;

import java.util.Collection;
import java.util.List;

/// Names of effects (W4): a word of the language such as `io`, or the path of an effect interface.
public final class EffectName {
  private EffectName() {}

  /// Whether it is that of an interface, which somebody has to perform.
  public static boolean isInterface(String effect) {
    return effect.contains("::");
  }

  /// An effect as it is written: that of an interface is its path with a colon.
  public static String shown(String effect) {
    return isInterface(effect) ? ":" + effect : effect;
  }

  /// Effects as they are written, sorted.
  public static List<String> shown(Collection<String> effects) {
    return effects.stream().map(EffectName::shown).sorted().toList();
  }
}
