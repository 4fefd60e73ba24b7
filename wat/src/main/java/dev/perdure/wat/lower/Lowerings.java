package dev.perdure.wat.lower;

import dev.perdure.wat.check.Effects;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Cores;
import dev.perdure.wat.run.Loaded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The functions of a program that are not pure, or not whatever they are given, as steps. Threads
/// may share it.
public final class Lowerings {
  private final Loaded loaded;
  private final Effects effects;
  private final Set<String> routed;
  private final List<Lowered> all = new ArrayList<>();
  private final IdentityHashMap<Code, Lowered> lowered = new IdentityHashMap<>();

  /// Those that steps call, by their paths.
  private final Map<String, Callee> callees = new HashMap<>();

  /// Lowers all that may have to run on a machine.
  ///
  /// @param routed the paths of functions whose calls ask the world who serves them; the program
  ///   was checked so
  public Lowerings(Loaded loaded, Set<String> routed) {
    this.loaded = loaded;
    this.routed = Set.copyOf(routed);
    this.effects = loaded.reach();
    loaded.program().codes().values().forEach(this::add);
    loaded.program().constants().values().forEach(constant -> inner(constant.code()));
    callees.values().forEach(callee -> callee.bind(of(callee.code())));
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
      var steps = Lowering.of(this, code, all.size());
      all.add(steps);
      lowered.put(code, steps);
    }
  }

  /// All of them, by their numbers.
  public List<Lowered> all() {
    return Collections.unmodifiableList(all);
  }

  /// What the parts of the program may do.
  Effects effects() {
    return effects;
  }

  /// What a call of a function calls.
  ///
  /// @param function its path
  Callee callee(String function) {
    return callees.computeIfAbsent(function, path -> new Callee(loaded.code(path), isRouted(path)));
  }

  /// Whether a function may call another one that called it.
  boolean mayLeadBack(String from, String to) {
    return loaded.recursion().isRecursive(from, to);
  }

  /// Whether code touches nothing, whatever it is given: it needs no machine.
  public boolean isPure(Code code) {
    return effects.reach(code.effects()) == Effects.Reach.PURE;
  }

  /// Whether calls of a function ask the world who serves them.
  public boolean isRouted(String function) {
    return routed.contains(function);
  }

  /// The steps of code that is not pure.
  public Lowered of(Code code) {
    return Objects.requireNonNull(lowered.get(code), code.name());
  }
}
