package dev.perdure.wat.run;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Which functions call each other in circles: only calls within a circle can nest without end, so
/// these are the ones that are counted (R. Tarjan, "Depth-first search and linear graph
/// algorithms", 1972).
public final class Recursion {
  private static final Pattern INNER = Pattern.compile("(/(fn|part)\\d+)+$");

  private final Map<String, Set<String>> calls = new HashMap<>();
  private final Map<String, Integer> number = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Map<String, Integer> group = new HashMap<>();
  private final ArrayDeque<String> open = new ArrayDeque<>();
  private final Set<String> self = new LinkedHashSet<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();

  /// Of these functions.
  public Recursion(Map<String, Code> codes) {
    codes.forEach((name, code) -> {
      var called = new LinkedHashSet<String>();
      Calls.collect(code.body(), called);
      calls.put(name, called);
      if (called.contains(name)) {
        self.add(name);
      }
    });
    codes
        .keySet()
        .forEach(name -> {
          if (!number.containsKey(name)) {
            visit(name);
          }
        });
  }

  private void visit(String start) {
    // by hand: the graph is as deep as the program is long
    var path = new ArrayDeque<Visit>();
    path.push(begin(start));
    while (!path.isEmpty()) {
      var visit = path.peek();
      if (visit.rest.hasNext()) {
        var next = visit.rest.next();
        if (!calls.containsKey(next)) {
          continue;
        }
        if (!number.containsKey(next)) {
          path.push(begin(next));
        } else if (!group.containsKey(next)) {
          lowest.merge(visit.name, number.get(next), Math::min);
        }
      } else {
        path.pop();
        end(visit.name);
        if (!path.isEmpty()) {
          lowest.merge(path.peek().name, lowest.get(visit.name), Math::min);
        }
      }
    }
  }

  private record Visit(String name, Iterator<String> rest) {}

  private Visit begin(String name) {
    number.put(name, number.size());
    lowest.put(name, number.get(name));
    open.push(name);
    return new Visit(name, calls.getOrDefault(name, Set.of()).iterator());
  }

  private void end(String name) {
    if (Objects.equals(lowest.get(name), number.get(name))) {
      int members = 0;
      String member;
      do {
        member = open.pop();
        group.put(member, number.get(name));
        members++;
      } while (!member.equals(name));
      sizes.put(number.get(name), members);
    }
  }

  /// Whether a call from the one to the other may lead back to the one.
  public boolean isRecursive(String caller, String callee) {
    var own = group.get(base(caller));
    return own != null
        && own.equals(group.get(callee))
        && (sizes.getOrDefault(own, 1) > 1 || self.contains(callee));
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
