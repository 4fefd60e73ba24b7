package dev.perdure.java;

import dev.perdure.value.Problem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong with a universe, each thing once, with the way that leads to it.
final class Findings {
  private final Set<Problem> problems = new LinkedHashSet<>();

  void add(Problem problem) {
    problems.add(problem);
  }

  void add(JavaCode code, String what, FrozenFunction.Place where, String remedy) {
    problems.add(new Problem(code, what, where.toString(), remedy));
  }

  /// At a line of code that some path of calls reaches: the place names the path too.
  void add(JavaCode code, String what, Reach reach, Reach.Node node, int line, String remedy) {
    var where = node.method().owner().place(line);
    problems.add(new Problem(code, what, where + path(reach, node), remedy));
  }

  /// Missing classes first: other problems may come of them.
  List<Problem> all() {
    return problems.stream()
        .sorted(Comparator.comparing(problem -> problem.code() != JavaCode.JAVA_CLASS_MISSING))
        .toList();
  }

  // ", reached by Shop.handle (Shop.java:3) > Shop.render (Shop.java:9)"
  private static String path(Reach reach, Reach.Node node) {
    var names =
        reach.path(node).stream()
            .map(step -> step.line() == 0 ? text(step) : text(step) + ":" + step.line())
            .toList();
    return ", reached by " + String.join(" > ", names);
  }

  private static String text(Reach.Step step) {
    if (step.from() == null) {
      return "the engine";
    }
    var member = step.from().method().member();
    return member.name().equals(Member.STATIC_INIT)
        ? Names.text(member.owner()) + " static initialiser"
        : member.text();
  }
}
