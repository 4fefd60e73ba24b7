package dev.perdure.java;

import dev.perdure.java.FlowValue.Origin;
import dev.perdure.java.Reach.Node;
import java.lang.classfile.TypeKind;
import java.util.Collection;

/// Checks, as far as one method shows it, that functions change neither their arguments nor what is
/// kept between calls.
///
/// Values are followed within a method. What is passed on to another method, or captured by a
/// lambda, is not followed there: that is not decidable without knowing all callers.
final class FlowCheck {
  private final Classes classes;
  private final Functions functions;
  private final Reach reach;
  private final Findings findings;
  private final Collection<UserClass> kept;

  /// @param kept classes whose instances the engine keeps: those of functions and their parts
  FlowCheck(
      Classes classes,
      Functions functions,
      Reach reach,
      Findings findings,
      Collection<UserClass> kept) {
    this.classes = classes;
    this.functions = functions;
    this.reach = reach;
    this.findings = findings;
    this.kept = kept;
  }

  void check() {
    for (var node : reach.nodes()) {
      var code = node.method().model().code();
      if (code.isPresent() && !node.method().owner().isTrusted()) {
        var step =
            new FlowStep(
                classes,
                node.inStaticInit(),
                (what, changed, line) -> report(node, what, changed, line));
        new Flow(code.get(), step).run(start(node.method()));
      }
    }
  }

  private FlowState start(UserMethod method) {
    var state = new FlowState();
    var slot = 0;
    if (!method.isStatic()) {
      state.local(slot++, FlowValue.from(receiver(method)));
    }
    var origin =
        functions.name(method) != null && !method.isBridge() ? Origin.ARGUMENT : Origin.OWN;
    for (var parameter : method.model().methodTypeSymbol().parameterList()) {
      state.local(slot, FlowValue.from(parameter.isPrimitive() ? Origin.OWN : origin));
      slot += TypeKind.from(parameter).slotSize();
    }
    return state;
  }

  private Origin receiver(UserMethod method) {
    var isKept = kept.contains(method.owner()) && !method.member().isConstructor();
    return isKept ? Origin.KEPT : Origin.OWN;
  }

  private void report(Node node, String what, FlowValue changed, int line) {
    if (changed.origin() == Origin.ARGUMENT) {
      findings.add(
          JavaCode.JAVA_SHARED_WRITE,
          what + " changes an object that came as an argument of the function",
          reach,
          node,
          line,
          "Copy it first, and return the copy");
    } else {
      findings.add(
          JavaCode.JAVA_HIDDEN_STATE,
          what + " changes an object that is kept between calls",
          reach,
          node,
          line,
          "Make the object during the call, or keep the state in a process or the world");
    }
  }
}
