package dev.perdure.java;

import dev.perdure.value.Problem;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.Collection;
import java.util.function.Supplier;

/// Finds the class file that is to blame if one cannot be understood in the middle of freezing.
/// [UniverseLoader#link] is the last word on those that can.
final class ClassFileCheck {
  private final Findings findings;
  private final ClassFile verifier;

  ClassFileCheck(Classes classes, Findings findings) {
    this.findings = findings;
    this.verifier =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                classes.orElse(ClassHierarchyResolver.ofClassLoading(Gate.INSTANCE))));
  }

  /// Looks for classes that are wrong as they were read.
  ///
  /// @return whether there is one
  boolean finds(Collection<UserClass> types) {
    boolean any = false;
    for (var type : types) {
      any |= isWrong(type);
    }
    return any;
  }

  private boolean isWrong(UserClass type) {
    try {
      var errors = verifier.verify(type.model());
      errors.stream().findFirst().ifPresent(error -> add(type, error));
      return !errors.isEmpty();
    } catch (RuntimeException e) {
      add(type, e);
      return true;
    }
  }

  /// Writes a class.
  ///
  /// @return the class file; empty if that cannot be
  byte[] written(UserClass type, Supplier<byte[]> writing) {
    try {
      return writing.get();
    } catch (RuntimeException e) {
      add(type, e);
      return new byte[0];
    }
  }

  private void add(UserClass type, Throwable why) {
    findings.add(corrupt(Names.binary(type.name()), String.valueOf(why.getMessage())));
  }

  /// Of the reason only the first line: dumps of the code follow.
  static Problem corrupt(String className, String why) {
    var reason = why.lines().findFirst().orElse("");
    return new Problem(
        JavaCode.JAVA_CLASS_CORRUPT,
        "The class file of " + className + " cannot be understood: " + reason,
        className,
        "Compile it again; if a tool writes it, check the tool with javap");
  }
}
