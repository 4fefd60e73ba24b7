package dev.perdure.java;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds and checks the methods that answer questions about tasks (J12).
final class QueryMethods {
  private final Findings findings;
  private final Set<UserClass> seen = new LinkedHashSet<>();
  private final SortedMap<String, FrozenQuery> queries = new TreeMap<>();
  private final Map<String, UserMethod> named = new HashMap<>();

  QueryMethods(Findings findings) {
    this.findings = findings;
  }

  /// All that were found, by name.
  SortedMap<String, FrozenQuery> all() {
    return queries;
  }

  /// The queries of a class, as it declares them.
  static List<UserMethod> of(UserClass type) {
    return type.methods().stream()
        .filter(method -> Annotations.has(method.model(), Annotations.QUERY))
        .filter(method -> !method.isBridge())
        .toList();
  }

  /// Takes in a class; those of its queries that are new.
  Collection<UserMethod> add(UserClass type) {
    if (!seen.add(type)) {
      return List.of();
    }
    var methods = of(type);
    methods.forEach(this::add);
    return methods;
  }

  private void add(UserMethod method) {
    var name = method.member().name();
    var signature = TypeReader.signature(method.model());
    if (method.isStatic() || method.isAbstract()) {
      refuse(method, "is no method that an object of a task has", "Make it an instance method");
    } else if (signature.result().equals(new TypeRef.Primitive("void"))) {
      refuse(method, "answers nothing", "Return what there is to know");
    }
    var before = named.putIfAbsent(name, method);
    if (before != null && !TypeReader.signature(before.model()).equals(signature)) {
      refuse(
          method,
          "takes or returns something else than " + before + ", under the same name",
          "Give one of the two another name");
    }
    queries.putIfAbsent(
        name, new FrozenQuery(name, Names.binary(method.owner().name()), signature));
  }

  /// Refuses queries of classes of functions: they have no state.
  void checkNone(Collection<UserClass> rooted) {
    for (var type : rooted) {
      of(type)
          .forEach(method ->
              refuse(
                  method,
                  "is in a class of functions, which knows nothing of a task",
                  "Put it into the class of an object that the function makes, and name that by"
                      + " Queries.answeredBy"));
    }
  }

  private void refuse(UserMethod method, String why, String remedy) {
    findings.add(JavaCode.JAVA_QUERY, "The query " + method + " " + why, method.place(), remedy);
  }
}
