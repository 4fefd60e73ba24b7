package dev.perdure.wat.run;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Components;
import dev.perdure.wat.core.Core;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which functions call each other in circles: only calls within a circle can nest without end, so
/// these are the ones that are counted.
public final class Recursion {
  private static final Pattern INNER = Pattern.compile("(/(fn|part)\\d+)+$");

  private final Components<String> components;

  /// Of these functions.
  public Recursion(Map<String, Code> codes) {
    var calls = new HashMap<String, Set<String>>();
    codes.forEach((name, code) -> {
      var called = new LinkedHashSet<String>();
      Calls.collect(code.body(), called);
      calls.put(name, called);
    });
    components = new Components<>(calls);
  }

  /// Whether a call from the one to the other may lead back to the one.
  public boolean isRecursive(String caller, String callee) {
    return components.isTogether(base(caller), callee) && components.isCircular(callee);
  }

  /// Closures, and parts that are computed by themselves, count as the function that they stand in.
  static String base(String name) {
    return name.indexOf('/') < 0 ? name : INNER.matcher(name).replaceFirst("");
  }

  /// Finds the functions that a body names.
  private static final class Calls {
    private Calls() {}

    static void collect(Core core, Set<String> into) {
      switch (core) {
        case Core.Literal _, Core.Quoted _, Core.Local _, Core.Constant _ -> {}
        case Core.Named(var name, _, _) -> into.add(name);
        case Core.Call(var function, var args, _, _, _) -> {
          into.add(function);
          args.forEach(arg -> collect(arg, into));
        }
        case Core.Invoke(var function, var args, _, _, _) -> {
          collect(function, into);
          args.forEach(arg -> collect(arg, into));
        }
        case Core.Apply(_, var args, _, _) -> args.forEach(arg -> collect(arg, into));
        case Core.If(var condition, var then, var otherwise, _, _) -> {
          collect(condition, into);
          collect(then, into);
          collect(otherwise, into);
        }
        case Core.Let(_, var value, var body, _, _) -> {
          collect(value, into);
          collect(body, into);
        }
        case Core.Do(var steps, _, _) -> steps.forEach(step -> collect(step, into));
        case Core.Lambda(var code, _, _, _) -> collect(code.body(), into);
        case Core.Delay(var code, _, _, _) -> collect(code.body(), into);
        case Core.Cases(var cases, var subject, _, _) -> {
          collect(subject, into);
          cases.forEach(one -> cases(one, into));
        }
        case Core.Return(var value, _, _) -> collect(value, into);
        case Core.Later later -> collect(later.decided(), into);
      }
    }

    private static void cases(Core.Case one, Set<String> into) {
      for (var step : one.steps()) {
        switch (step) {
          case Core.Step.Test(var condition) -> collect(condition, into);
          case Core.Step.Bind(_, var value) -> collect(value, into);
        }
      }
      collect(one.body(), into);
    }
  }
}
