package dev.perdure.wat.check;

import dev.perdure.wat.type.EffectVar;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the parts of a checked program may do (W4): decides which back end runs them. Threads may
/// share it.
public final class Effects {
  private final EffectSolver solver;
  private final Map<EffectVar, Reach> known = new ConcurrentHashMap<>();

  Effects(EffectSolver solver) {
    this.solver = solver;
  }

  /// How far a part reaches.
  public enum Reach {
    /// Touches nothing.
    PURE,
    /// Touches what the functions and streams touch that it is given.
    GIVEN,
    /// Touches the world by itself.
    WORLD
  }

  /// How far a set reaches.
  public Reach reach(EffectVar set) {
    return known.computeIfAbsent(set, solver::reach);
  }
}
