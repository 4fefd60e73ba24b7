package dev.perdure.java;

import dev.perdure.java.Reach.Step;

/// Checks that every class that reachable code names can be found.
///
/// Trusted code is left out: libraries name classes that they can do without.
record MissingCheck(Classes classes, Reach reach, Findings findings) {
  void check() {
    reach.mentioned().forEach(this::check);
  }

  private void check(String name, Step step) {
    var from = step.from();
    if (classes.find(name) != null
        || classes.isUnusable(name)
        || from == null
        || from.method().owner().isTrusted()) {
      return;
    }
    findings.add(
        JavaCode.JAVA_CLASS_MISSING,
        "The class " + Names.binary(name) + " is not in the source",
        reach,
        from,
        step.line(),
        "Add the jar or folder that has it to what is frozen");
  }
}
