package dev.perdure.node;

import dev.perdure.java.ClassSource;
import dev.perdure.java.FreezeResult;
import dev.perdure.java.Freezer;
import dev.perdure.value.Problem;
import java.util.List;

/// Classes of Java.
final class ClassesSource extends UniverseSource {
  private final ClassSource source;
  private final List<String> roots;

  ClassesSource(ClassSource source, List<String> roots) {
    this.source = source;
    this.roots = List.copyOf(roots);
  }

  @Override
  FrozenUniverse freeze(Freezer freezer) {
    return new FrozenJava(freezer.freeze(source, roots).orThrow(), source, roots);
  }

  @Override
  List<Problem> problems(Freezer freezer) {
    return freezer.freeze(source, roots) instanceof FreezeResult.Refused refused
        ? refused.problems()
        : List.of();
  }
}
