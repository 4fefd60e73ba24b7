package dev.perdure.wat.type;

import dev.perdure.value.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A set of effects that is being inferred (W4): of a function's body, or latent in a type. What it
/// includes only grows; the checker solves all of a program at once. For one thread.
public final class EffectVar {
  private final Map<String, Span> named = new LinkedHashMap<>();
  private final List<EffectVar> included = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  /// Its number among those that a function is generic in; -1 if it is none.
  private int parameter = -1;

  /// Of nothing so far.
  public EffectVar() {}

  /// A call of a named function.
  ///
  /// @param function its path
  /// @param part what of it: [#BODY], the number of a set that is latent in its result, or an
  ///   [#input]
  /// @param given what the sets that the function is generic in are here, by their numbers
  /// @param span where it is called
  public record Call(String function, int part, List<EffectVar> given, Span span) {
    public static final int BODY = -1;
    private static final int INPUTS = -2;

    /// The part that is one of the sets the function is generic in: what the function gives to what
    /// it is given.
    public static int input(int number) {
      return INPUTS - number;
    }

    /// Whether it is such a part.
    public boolean isInput() {
      return part <= INPUTS;
    }

    /// The number of the set.
    public int input() {
      return INPUTS - part;
    }

    public Call {
      given = List.copyOf(given);
    }
  }

  /// One that a function is generic in.
  public static EffectVar parameter(int number) {
    var parameter = new EffectVar();
    parameter.parameter = number;
    return parameter;
  }

  /// Its number among those that a function is generic in; -1 if it is none.
  public int parameter() {
    return parameter;
  }

  /// Includes an effect.
  public void add(String effect, Span span) {
    named.putIfAbsent(effect, span);
  }

  /// Includes all that the other one has or will have; whether that is new.
  public boolean include(@Nullable EffectVar other) {
    return other != null && other != this && !included.contains(other) && included.add(other);
  }

  /// Takes back the last inclusion: an attempt to fit two types failed.
  void forgetLast() {
    included.removeLast();
  }

  /// Includes what a call of a named function does.
  public void add(Call call) {
    calls.add(call);
  }

  /// The effects that it has by itself, each with its first place.
  public Map<String, Span> named() {
    return named;
  }

  /// The sets that it includes.
  public List<EffectVar> included() {
    return included;
  }

  /// The calls that it includes.
  public List<Call> calls() {
    return calls;
  }
}
