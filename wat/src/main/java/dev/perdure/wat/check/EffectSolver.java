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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Finds the effects of all functions of a program at once: the least sets that include all they
/// have to (W4).
final class EffectSolver {
  private final Map<String, Scheme> schemes;
  private final Map<Part, Summary> summaries = new HashMap<>();

  /// Which sets were made of a set.
  private final Map<Part, Set<Part>> readers = new HashMap<>();

  /// The set that is being made; null when all are.
  private @Nullable Part reader;

  /// Where a place in a function stands now.
  private final BiFunction<String, Span, Span> places;

  /// @param places where a place that was noted in a function of this name stands now
  EffectSolver(Map<String, Scheme> schemes, BiFunction<String, Span, Span> places) {
    this.schemes = schemes;
    this.places = places;
  }

  /// A set of a function: of its body, latent in its result, or one that it is generic in.
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

  /// Solves: each set is looked at once, and again when one that it was made of has grown.
  void solve() {
    var sets = new HashMap<Part, EffectVar>();
    for (var scheme : schemes.values()) {
      sets.put(new Part(scheme.name(), EffectVar.Call.BODY), scheme.body());
      for (int i = 0; i < scheme.outputs().size(); i++) {
        sets.put(new Part(scheme.name(), i), scheme.outputs().get(i));
      }
      for (int i = 0; i < scheme.inputs().size(); i++) {
        sets.put(new Part(scheme.name(), EffectVar.Call.input(i)), scheme.inputs().get(i));
      }
    }
    var open = new ArrayDeque<>(sets.keySet());
    var isOpen = new HashSet<>(open);
    while (!open.isEmpty()) {
      var part = open.removeFirst();
      isOpen.remove(part);
      reader = part;
      var now = summary(Objects.requireNonNull(sets.get(part)));
      if (!now.isSame(summaries.getOrDefault(part, Summary.EMPTY))) {
        summaries.put(part, now);
        for (var one : readers.getOrDefault(part, Set.of())) {
          if (isOpen.add(one)) {
            open.add(one);
          }
        }
      }
    }
    reader = null;
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
    var part = new Part(call.function(), call.part());
    if (reader != null) {
      readers.computeIfAbsent(part, _ -> new HashSet<>()).add(reader);
    }
    return summaries.getOrDefault(part, Summary.EMPTY);
  }

  /// The effects of a set, by name, sorted; those that come with parameters aside.
  Set<String> effects(EffectVar set) {
    return summary(set).effects();
  }

  /// Whether a set has in it what the function around it is given.
  boolean isGiven(EffectVar set) {
    return !summary(set).params().isEmpty();
  }

  Effects.Reach reach(EffectVar set) {
    var summary = summary(set);
    return !summary.effects().isEmpty()
        ? Effects.Reach.WORLD
        : summary.params().isEmpty() ? Effects.Reach.PURE : Effects.Reach.GIVEN;
  }

  /// The shortest way from a set to an effect.
  ///
  /// @param function whose set it is
  List<Via> via(String function, EffectVar set, String effect) {
    var from = new HashMap<EffectVar, Step>();
    var start = new Step(null, function, null);
    from.put(set, start);
    var open = new ArrayDeque<EffectVar>(List.of(set));
    while (!open.isEmpty()) {
      var at = open.removeFirst();
      if (at.named().containsKey(effect)) {
        return path(at, effect, from);
      }
      for (var next : next(at, Objects.requireNonNull(from.get(at)).function()).entrySet()) {
        if (from.putIfAbsent(next.getKey(), next.getValue()) == null) {
          open.add(next.getKey());
        }
      }
    }
    return List.of();
  }

  /// How a set was reached.
  ///
  /// @param before from which other one; null of the first
  /// @param function whose set it is
  /// @param via by which call; null if by none
  private record Step(@Nullable EffectVar before, String function, @Nullable Via via) {}

  private Map<EffectVar, Step> next(EffectVar set, String function) {
    var next = new LinkedHashMap<EffectVar, Step>();
    set.included().forEach(more -> next.put(more, new Step(set, function, null)));
    for (var call : set.calls()) {
      var via =
          new Via(
              ":" + FunctionScope.written(call.function()), places.apply(function, call.span()));
      next.put(setOf(call), new Step(set, call.function(), via));
      called(call)
          .params()
          .forEach(param -> next.put(call.given().get(param), new Step(set, function, via)));
    }
    return next;
  }

  private EffectVar setOf(EffectVar.Call call) {
    var scheme = schemes.get(call.function());
    if (scheme == null) {
      return new EffectVar();
    }
    return call.part() == EffectVar.Call.BODY
        ? scheme.body()
        : call.isInput() ? scheme.inputs().get(call.input()) : scheme.outputs().get(call.part());
  }

  private List<Via> path(EffectVar to, String effect, Map<EffectVar, Step> from) {
    var path = new ArrayList<Via>();
    var last = Objects.requireNonNull(from.get(to));
    for (@Nullable Step at = last;
        at != null;
        at = at.before() == null ? null : from.get(at.before())) {
      if (at.via() != null) {
        path.addFirst(at.via());
      }
    }
    var place = to.named().get(effect);
    if (place != null && path.isEmpty()) {
      path.add(new Via(effect, places.apply(last.function(), place)));
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
