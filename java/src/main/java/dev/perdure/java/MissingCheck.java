package dev.perdure.java;

import dev.perdure.java.Reach.Step;

/// Checks that every class that reachable code or a signature names can be found.
///
/// Trusted code is left out: libraries name classes that they can do without.
record MissingCheck(Classes classes, Types types, Reach reach, Findings findings) {
  private static final String REMEDY = "Add the jar or folder that has it to what is frozen";

  void check() {
    reach.mentioned().forEach(this::inCode);
    types.missing().forEach(this::inSignature);
  }

  private void inCode(String name, Step step) {
    var from = step.from();
    if (from != null && isMissing(name, step)) {
      findings.add(JavaCode.JAVA_CLASS_MISSING, text(name), reach, from, step.line(), REMEDY);
    }
  }

  private boolean isMissing(String name, Step step) {
    var from = step.from();
    return from != null
        && !from.method().owner().isTrusted()
        && classes.find(name) == null
        && !classes.isUnusable(name);
  }

  // Type arguments, components and variants are named by no code.
  private void inSignature(String name, FrozenFunction.Place place) {
    var step = reach.mentioned().get(name);
    if (step == null || !isMissing(name, step)) {
      findings.add(JavaCode.JAVA_CLASS_MISSING, text(name), place, REMEDY);
    }
  }

  private static String text(String name) {
    return "The class " + Names.binary(name) + " is not in the source";
  }
}
