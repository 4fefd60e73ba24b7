package dev.perdure.java;

import dev.perdure.engine.Describe;
import dev.perdure.java.Implementations.Implementation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Gives functions their content hash: SHA-256 over the normal form of all that each uses.
final class Hasher {
  private final Classes classes;
  private final Functions functions;
  private final Map<Implementation, Reach> reaches = new HashMap<>();

  Hasher(Classes classes, Functions functions) {
    this.classes = classes;
    this.functions = functions;
  }

  String hash(Implementation function) {
    var normal = new NormalForm(classes);
    var reach = reach(function);
    normal.word("function").word(function.function());
    normal.method(function.method());
    var methods = new LinkedHashSet<UserMethod>();
    reach.nodes().forEach(node -> methods.add(node.method()));
    for (var method : methods) {
      normal.method(method);
      var routed = functions.name(method);
      normal.word(routed == null ? "" : routed);
    }
    for (var name : reach.mentioned().keySet()) {
      var type = classes.user(name);
      if (type != null) {
        normal.type(type);
      }
    }
    return normal.sha256();
  }

  /// The effect methods, and methods of capabilities, that a function may call:
  /// `shop.Catalog.user`.
  SortedSet<String> effects(Implementation function) {
    var effects = new TreeSet<String>();
    for (var node : reach(function).nodes()) {
      for (var use : node.method().uses()) {
        if (use instanceof Use.Call call && isEffect(call.member())) {
          effects.add(Names.binary(call.member().owner()) + "." + call.member().name());
        }
      }
    }
    return effects;
  }

  String universe(Collection<FrozenFunction> all) {
    var normal = new NormalForm(classes);
    all.forEach(function -> {
      normal.word(function.name()).word(function.hash());
      function.declared().forEach(declared -> normal.word(Describe.declaration(declared)));
    });
    return normal.sha256();
  }

  private boolean isEffect(Member member) {
    if (member.owner().startsWith("dev/perdure/api/")) {
      return true;
    }
    var method = classes.resolve(member);
    return method != null && method.isAbstract() && method.owner().isAnnotated(Annotations.EFFECT);
  }

  // The code that can run when one function alone is called.
  private Reach reach(Implementation function) {
    return reaches.computeIfAbsent(function, this::newReach);
  }

  private Reach newReach(Implementation function) {
    var reach = new Reach(classes);
    reach.start(function.method());
    var receiver = function.receiver();
    if (receiver != null) {
      reach.startMaking(receiver);
    }
    var values = new Types(classes, new Findings());
    values.functions(List.of(function.method()));
    for (var name : values.shapes().keySet()) {
      var type = classes.user(Names.internal(name));
      if (type != null) {
        reach.startWhole(type);
      }
    }
    startQueries(reach);
    return reach;
  }

  // What objects that the function makes answer is part of it.
  private void startQueries(Reach reach) {
    var started = new LinkedHashSet<UserMethod>();
    boolean more = true;
    while (more) {
      more = false;
      for (var name : List.copyOf(reach.mentioned().keySet())) {
        var type = classes.user(name);
        for (var method : type == null ? List.<UserMethod>of() : QueryMethods.of(type)) {
          if (started.add(method)) {
            reach.start(method);
            more = true;
          }
        }
      }
    }
  }
}
