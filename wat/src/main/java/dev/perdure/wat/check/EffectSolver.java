package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Via;
import dev.perdure.wat.type.EffectVar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the effects of all functions of a program at once: the least sets that include all they
/// have to (W4).
final class EffectSolver {
  private final Map<String, Scheme> schemes;
  private final Map<Part, Summary> summaries = new HashMap<>();

  EffectSolver(Map<String, Scheme> schemes) {
    this.schemes = schemes;
  }

  /// A set of a function: of its body, or latent in its result.
  private record Part(String function, int number) {
    // by hand, see Position
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that && number == that.number && function.equals(that.function);
    }

    @Override
    public int hashCode() {
      return 31 * function.hashCode() + number;
    }
  }

  /// What is known of a set so far.
  ///
  /// @param effects by name
  /// @param params the numbers of the function's own parameters that it includes
  private record Summary(Set<String> effects, Set<Integer> params) {
    static final Summary EMPTY = new Summary(Set.of(), Set.of());

    boolean isSame(@Nullable Summary other) {
      return other != null && effects.equals(other.effects) && params.equals(other.params);
    }
  }

  /// Solves; costs a few passes over all sets.
  void solve() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (var scheme : schemes.values()) {
        changed |= update(new Part(scheme.name(), EffectVar.Call.BODY), scheme.body());
        for (int i = 0; i < scheme.outputs().size(); i++) {
          changed |= update(new Part(scheme.name(), i), scheme.outputs().get(i));
        }
      }
    }
  }

  private boolean update(Part part, EffectVar set) {
    var now = summary(set);
    return !now.isSame(summaries.put(part, now));
  }

  private Summary summary(EffectVar set) {
    var effects = new TreeSet<String>();
    var params = new TreeSet<Integer>();
    walk(set, new HashSet<>(), effects, params);
    return effects.isEmpty() && params.isEmpty() ? Summary.EMPTY : new Summary(effects, params);
  }

  private void walk(EffectVar set, Set<EffectVar> seen, Set<String> effects, Set<Integer> params) {
    if (!seen.add(set)) {
      return;
    }
    effects.addAll(set.named().keySet());
    if (set.parameter() >= 0) {
      params.add(set.parameter());
    }
    set.included().forEach(more -> walk(more, seen, effects, params));
    for (var call : set.calls()) {
      var called = called(call);
      effects.addAll(called.effects());
      called.params().forEach(param -> walk(call.given().get(param), seen, effects, params));
    }
  }

  private Summary called(EffectVar.Call call) {
    return summaries.getOrDefault(new Part(call.function(), call.part()), Summary.EMPTY);
  }

  /// The effects of a set, by name, sorted; those that come with parameters aside.
  Set<String> effects(EffectVar set) {
    return summary(set).effects();
  }

  /// The shortest way from a set to an effect.
  List<Via> via(EffectVar set, String effect) {
    var from = new HashMap<EffectVar, Step>();
    var open = new ArrayDeque<EffectVar>(List.of(set));
    var seen = new HashSet<EffectVar>(List.of(set));
    while (!open.isEmpty()) {
      var at = open.removeFirst();
      if (at.named().containsKey(effect)) {
        return path(at, effect, from);
      }
      for (var next : next(at).entrySet()) {
        if (seen.add(next.getKey())) {
          from.put(next.getKey(), new Step(at, next.getValue()));
          open.add(next.getKey());
        }
      }
    }
    return List.of();
  }

  /// How a set was reached.
  private record Step(EffectVar before, @Nullable Via via) {}

  private Map<EffectVar, @Nullable Via> next(EffectVar set) {
    var next = new LinkedHashMap<EffectVar, @Nullable Via>();
    set.included().forEach(more -> next.put(more, null));
    for (var call : set.calls()) {
      var via = new Via(":" + call.function(), call.span());
      next.put(setOf(call), via);
      called(call).params().forEach(param -> next.put(call.given().get(param), via));
    }
    return next;
  }

  private EffectVar setOf(EffectVar.Call call) {
    var scheme = schemes.get(call.function());
    if (scheme == null) {
      return new EffectVar();
    }
    return call.part() == EffectVar.Call.BODY ? scheme.body() : scheme.outputs().get(call.part());
  }

  private static List<Via> path(EffectVar to, String effect, Map<EffectVar, Step> from) {
    var path = new ArrayList<Via>();
    Span place = to.named().get(effect);
    for (var at = to; from.containsKey(at); at = from.get(at).before()) {
      var via = from.get(at).via();
      if (via != null) {
        path.addFirst(via);
      }
    }
    if (place != null && path.isEmpty()) {
      path.add(new Via(effect, place));
    }
    return path;
  }

  /// Those of the effects that are not among the allowed ones.
  static Set<String> beyond(Set<String> effects, Collection<String> allowed) {
    var beyond = new TreeSet<>(effects);
    beyond.removeAll(allowed);
    return beyond;
  }
}
