package dev.perdure.java;

import dev.perdure.java.Reach.Node;
import dev.perdure.java.Verdict.Topic;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Set;

/// Checks what reachable strict code calls, reads and catches.
final class MemberCheck {
  private static final String HASH_CODE = "hashCode()I";
  private static final String IDENTITY = "identity";

  private final Classes classes;
  private final Members members;
  private final Plan.Planner planner;
  private final Reach reach;
  private final Findings findings;
  private final Set<Member> fieldsSeen = new HashSet<>();
  private final Set<Refusal> refusedSeen = new HashSet<>();

  // One line that starts a thread says so once, however many members it takes.
  private record Refusal(UserMethod method, int line, Topic topic) {}

  MemberCheck(
      Classes classes, Members members, Functions functions, Reach reach, Findings findings) {
    this.classes = classes;
    this.members = members;
    this.planner = new Plan.Planner(classes, functions, members, false);
    this.reach = reach;
    this.findings = findings;
  }

  void check() {
    for (var node : reach.nodes()) {
      if (!node.method().owner().isTrusted()) {
        node.method().uses().forEach(use -> use(node, use));
      }
    }
  }

  private void use(Node node, Use use) {
    switch (use) {
      case Use.Call call -> call(node, call);
      case Use.Bootstrap bootstrap -> member(node, bootstrap.line(), bootstrap.member());
      case Use.Field field -> field(node, field);
      case Use.Monitor monitor -> lock(node, monitor.line());
      case Use.Catch caught -> caught(node, caught);
      case Use.New _, Use.Mention _, Use.Lambda _ -> {}
    }
  }

  private void call(Node node, Use.Call call) {
    var method = classes.resolve(call.member());
    if (method == null) {
      member(node, call.line(), call.member());
    } else if (method.signature().equals(HASH_CODE) && !isHashCode(node)) {
      hashCode(node, call);
    }
  }

  private void member(Node node, int line, Member named) {
    var member = planner.platformMember(named);
    if (member == null || Gate.isForUsers(member.owner())) {
      return;
    }
    switch (members.of(member)) {
      case Verdict.Allowed _ -> {}
      case Verdict.Rewritten(_, var asks) -> rewritten(node, line, member, asks);
      case Verdict.Refused(var topic) -> refused(node, line, member, topic);
      case Verdict.Unlisted _ -> unlisted(node, line, member);
    }
  }

  private void rewritten(Node node, int line, Member member, boolean asks) {
    if (asks && node.inStaticInit()) {
      findings.add(
          JavaCode.JAVA_STATIC_INIT,
          member.text() + " is asked in a static initialiser, which no task runs",
          reach,
          node,
          line,
          "Ask in the function that needs the answer");
    }
  }

  // Within hashCode() identities may be used: sets and maps of a universe are ordered by insertion,
  // so nothing shows what it returns but a call, and those are refused.
  private void refused(Node node, int line, Member member, Topic topic) {
    if (topic.name().equals(IDENTITY) && isHashCode(node)) {
      return;
    }
    if (!refusedSeen.add(new Refusal(node.method(), line, topic))) {
      return;
    }
    var code = topic.name().equals(IDENTITY) ? JavaCode.JAVA_IDENTITY : JavaCode.JAVA_IMPURE;
    findings.add(code, member.text() + " " + topic.what(), reach, node, line, topic.remedy());
  }

  private void unlisted(Node node, int line, Member member) {
    findings.add(
        JavaCode.JAVA_UNLISTED,
        member.text() + " is not known to be deterministic",
        reach,
        node,
        line,
        "Declare an effect and do it there; if it is pure, ask for it to be listed");
  }

  private void hashCode(Node node, Use.Call call) {
    findings.add(
        JavaCode.JAVA_IDENTITY,
        call.member().text() + " may hash the identity of an object in it, other in every run",
        reach,
        node,
        call.line(),
        "Use a key of your own; hash texts or numbers");
  }

  private void field(Node node, Use.Field field) {
    var declared = classes.field(field.member());
    if (declared == null) {
      member(node, field.line(), field.member());
    } else if (field.isStatic()
        && !declared.flags().has(AccessFlag.FINAL)
        && fieldsSeen.add(field.member())) {
      findings.add(
          JavaCode.JAVA_HIDDEN_STATE,
          "The static field " + field.member().text() + " can change between calls",
          reach,
          node,
          field.line(),
          "Make it final, or keep the state in a process or the world");
    }
  }

  private void lock(Node node, int line) {
    findings.add(
        JavaCode.JAVA_LOCK,
        "A lock is taken",
        reach,
        node,
        line,
        "Leave synchronized out: the code of a task runs on one thread");
  }

  private void caught(Node node, Use.Catch caught) {
    var name = Names.ofReference(caught.type());
    if (Handlers.isCrash(name)) {
      findings.add(
          JavaCode.JAVA_CATCHES_CRASH,
          Names.text(name) + " is caught, but a crash of the JVM is never an outcome",
          reach,
          node,
          caught.line(),
          "Leave the handler out: the attempt is repeated");
    }
  }

  private static boolean isHashCode(Node node) {
    return node.method().signature().equals(HASH_CODE);
  }
}
