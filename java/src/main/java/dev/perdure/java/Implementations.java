package dev.perdure.java;

import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the one method, and the one class to make an instance of, behind each function name.
final class Implementations {
  /// What serves a function.
  ///
  /// @param receiver the class to make an instance of; null if the method is static
  record Implementation(String function, UserMethod method, @Nullable UserClass receiver) {}

  private final Classes classes;
  private final Functions functions;
  private final Collection<UserClass> included;
  private final Findings findings;

  Implementations(
      Classes classes, Functions functions, Collection<UserClass> included, Findings findings) {
    this.classes = classes;
    this.functions = functions;
    this.included = included;
    this.findings = findings;
  }

  SortedMap<String, Implementation> find() {
    var found = new TreeMap<String, Implementation>();
    functions.all().forEach((method, name) -> found.computeIfAbsent(name, this::choose));
    return found;
  }

  private @Nullable Implementation choose(String function) {
    var concrete =
        functions.all().entrySet().stream()
            .filter(entry -> entry.getValue().equals(function))
            .map(entry -> entry.getKey())
            .filter(method -> !method.isBridge() && !method.isAbstract())
            .filter(method -> included.contains(method.owner()))
            .toList();
    if (concrete.size() > 1) {
      twice(function, concrete);
      return null;
    }
    if (concrete.isEmpty()) {
      missing(function, "no class implements it");
      return null;
    }
    return implementation(function, concrete.getFirst());
  }

  private @Nullable Implementation implementation(String function, UserMethod method) {
    if (method.isStatic()) {
      return new Implementation(function, method, null);
    }
    if (method.owner().isConcrete()) {
      return new Implementation(function, method, method.owner());
    }
    var receivers =
        included.stream()
            .filter(UserClass::isConcrete)
            .filter(type -> !type.has(AccessFlag.SYNTHETIC))
            .filter(type -> classes.isSubtype(type.name(), method.owner().name()))
            .toList();
    if (receivers.size() != 1) {
      missing(function, receivers.size() + " classes could be made to call it on");
      return null;
    }
    return new Implementation(function, method, receivers.getFirst());
  }

  private void twice(String function, List<UserMethod> methods) {
    findings.add(
        JavaCode.JAVA_FUNCTION_TWICE,
        "The function " + function + " is both " + methods.get(0) + " and " + methods.get(1),
        methods.get(1).place(),
        "Give one of them another name with @Routed(\"…\")");
  }

  private void missing(String function, String why) {
    var declared =
        functions.all().entrySet().stream()
            .filter(entry -> entry.getValue().equals(function))
            .map(entry -> entry.getKey())
            .findFirst()
            .orElseThrow();
    findings.add(
        JavaCode.JAVA_FUNCTION_ABSTRACT,
        "The function " + function + " is declared by " + declared + ", but " + why,
        declared.owner().place(),
        "Freeze exactly one class that implements it along with it");
  }
}
