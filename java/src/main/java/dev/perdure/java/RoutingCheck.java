package dev.perdure.java;

import dev.perdure.java.Reach.Node;
import dev.perdure.java.Use.Call;
import java.lang.classfile.ClassFile;
import java.util.Collection;

/// Checks that every way to call a routed method is one that is rewritten.
final class RoutingCheck {
  private final Classes classes;
  private final Functions functions;
  private final Reach reach;
  private final Findings findings;

  RoutingCheck(Classes classes, Functions functions, Reach reach, Findings findings) {
    this.classes = classes;
    this.functions = functions;
    this.reach = reach;
    this.findings = findings;
  }

  void check(Collection<UserClass> included) {
    for (var node : reach.nodes()) {
      for (var use : node.method().uses()) {
        switch (use) {
          case Call call -> call(node, call);
          case Use.Lambda lambda -> lambda(node, lambda);
          default -> {}
        }
      }
    }
    for (var type : included) {
      type.methods().stream().filter(UserMethod::isVirtual).forEach(this::overriding);
    }
  }

  private void call(Node node, Call call) {
    var function = functions.of(call, node.method());
    var method = classes.resolve(call.member());
    if (function == null || method == null) {
      return;
    }
    if (call.kind() == Use.Kind.SPECIAL && !method.isPrivate()) {
      findings.add(
          JavaCode.JAVA_ROUTED_SUPER,
          "The function " + function + " is called through super",
          reach,
          node,
          call.line(),
          "Move the shared code into a method that is not routed, and call that");
    }
    if (node.inStaticInit()) {
      findings.add(
          JavaCode.JAVA_STATIC_INIT,
          "The function " + function + " is called in a static initialiser",
          reach,
          node,
          call.line(),
          "Call it in the function that needs its result");
    }
    if (node.method().owner().model().majorVersion() < ClassFile.JAVA_7_VERSION) {
      tooOld(node, function);
    }
  }

  // A lambda is called through its interface; nobody could tell a version of it from another.
  private void lambda(Node node, Use.Lambda lambda) {
    for (var type : classes.supertypes(lambda.className())) {
      if (type instanceof UserClass user) {
        functions.of(user).stream()
            .filter(UserMethod::isAbstract)
            .filter(method -> method.member().name().equals(lambda.methodName()))
            .forEach(method -> escapes(node, lambda, method));
      }
    }
  }

  private void escapes(Node node, Use.Lambda lambda, UserMethod method) {
    findings.add(
        JavaCode.JAVA_ROUTED_ESCAPES,
        "A lambda expression implements the function " + functions.name(method),
        reach,
        node,
        lambda.line(),
        "Let one class implement " + Names.text(lambda.className()));
  }

  private void tooOld(Node node, String function) {
    var type = node.method().owner();
    findings.add(
        JavaCode.JAVA_CLASS_TOO_OLD,
        "The class " + Names.text(type.name()) + " calls " + function + " and is of before JDK 7",
        node.method().place(),
        "Compile it with --release 8 or newer");
  }

  private void overriding(UserMethod method) {
    for (var type : classes.supertypes(method.owner().name())) {
      if (type != method.owner() && type.declaresOverridable(method.signature())) {
        overriding(method, type);
      }
    }
  }

  private void overriding(UserMethod method, Known type) {
    var function = functions.name(method);
    var above = type instanceof UserClass user ? user.method(method.signature()) : null;
    var functionAbove = above == null ? null : functions.name(above);
    if (functionAbove != null && above != null && !above.isAbstract()) {
      findings.add(
          JavaCode.JAVA_ROUTED_OVERRIDDEN,
          method + " overrides " + above + ", which is the function " + functionAbove,
          method.place(),
          "Give it another name; versions of a function are told apart by their universe");
    } else if (function != null && functionAbove == null) {
      findings.add(
          JavaCode.JAVA_ROUTED_ESCAPES,
          "The function "
              + function
              + " can be called as "
              + Names.text(type.name())
              + "."
              + method.member().name()
              + ", which is not routed",
          method.place(),
          "Mark that method with @Routed too, or give the function's method another name");
    }
  }
}
