package dev.perdure.wat.machine;

import dev.perdure.wat.check.Effects;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Cores;
import dev.perdure.wat.run.Loaded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The functions of a program that are not pure, or not whatever they are given, as steps. Threads
/// may share it.
public final class Lowerings {
  private final Effects effects;
  private final Set<String> routed;
  private final List<Code> parts = new ArrayList<>();
  private final IdentityHashMap<Code, Lowered> lowered = new IdentityHashMap<>();

  /// Lowers all that may have to run on a machine.
  ///
  /// @param routed the paths of functions whose calls ask the world who serves them; the program
  ///   was checked so
  public Lowerings(Loaded loaded, Set<String> routed) {
    this.routed = Set.copyOf(routed);
    this.effects = loaded.reach();
    loaded.program().codes().values().forEach(this::add);
    loaded.program().constants().values().forEach(constant -> inner(constant.code()));
  }

  private void add(Code code) {
    put(code);
    inner(code);
  }

  private void inner(Code code) {
    Cores.each(
        code.body(),
        core -> {
          switch (core) {
            case Core.Lambda lambda -> put(lambda.code());
            case Core.Delay delay -> put(delay.code());
            default -> {}
          }
        });
  }

  private void put(Code code) {
    if (!isPure(code)) {
      lowered.put(code, Lowering.of(effects, code, parts));
    }
  }

  /// The pure parts of all of them, by their numbers.
  public List<Code> parts() {
    return Collections.unmodifiableList(parts);
  }

  /// Whether code touches nothing, whatever it is given: it needs no machine.
  boolean isPure(Code code) {
    return effects.reach(code.effects()) == Effects.Reach.PURE;
  }

  /// Whether calls of a function ask the world who serves them.
  boolean isRouted(String function) {
    return routed.contains(function);
  }

  /// The steps of code that is not pure.
  Lowered of(Code code) {
    return Objects.requireNonNull(lowered.get(code), code.name());
  }
}
