package dev.perdure.java;

import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collection;

/// Checks what reachable strict classes are declared as.
final class ClassCheck {
  private final Members members;
  private final Reach reach;
  private final Findings findings;

  ClassCheck(Members members, Reach reach, Findings findings) {
    this.members = members;
    this.reach = reach;
    this.findings = findings;
  }

  void check(Collection<UserClass> included) {
    for (var type : included) {
      if (!type.isTrusted() && isLive(type)) {
        supertypes(type);
        type.methods().forEach(this::method);
      }
    }
  }

  private boolean isLive(UserClass type) {
    return reach.made().contains(type) || type.methods().stream().anyMatch(reach::contains);
  }

  private void supertypes(UserClass type) {
    var direct = new ArrayList<>(type.interfaces());
    var superName = type.superName();
    if (superName != null) {
      direct.add(superName);
    }
    direct.stream()
        .filter(Classes::isPlatform)
        .filter(name -> !Gate.isForUsers(name))
        .forEach(name -> supertype(type, name));
  }

  private void supertype(UserClass type, String name) {
    switch (members.whole(name)) {
      case Verdict.Allowed _ -> {}
      case Verdict.Refused(var topic) -> refuse(type, name, topic.what(), topic.remedy());
      case Verdict.Rewritten(Verdict.Target.Swap(var swap), _) ->
          refuse(type, name, "has another order in every run", "Extend " + Names.text(swap));
      case Verdict.Rewritten _, Verdict.Unlisted _ ->
          refuse(
              type,
              name,
              "is not known to be deterministic",
              "Declare an effect and do it there; if it is pure, ask for it to be listed");
    }
  }

  private void refuse(UserClass type, String name, String what, String remedy) {
    findings.add(
        JavaCode.JAVA_EXTENDS,
        Names.text(type.name()) + " is a " + Names.text(name) + ", which " + what,
        type.place(),
        remedy);
  }

  private void method(UserMethod method) {
    if (method.signature().equals("finalize()V")) {
      findings.add(
          JavaCode.JAVA_FINALIZER,
          Names.text(method.owner().name()) + " has a finalizer, which runs when memory is short",
          method.place(),
          "Close it where it is opened, in an effect");
    }
    if (reach.contains(method)) {
      flags(method);
    }
  }

  private void flags(UserMethod method) {
    if (method.has(AccessFlag.SYNCHRONIZED)) {
      findings.add(
          JavaCode.JAVA_LOCK,
          method + " is synchronized",
          method.place(),
          "Leave synchronized out: the code of a task runs on one thread");
    }
    if (method.has(AccessFlag.NATIVE)) {
      findings.add(
          JavaCode.JAVA_NATIVE,
          method + " is native",
          method.place(),
          "Declare an effect and call native code there");
    }
  }
}
