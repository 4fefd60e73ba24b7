package dev.perdure.java;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.Map;

/// Writes classes of a universe once more, so that they can be run on a budget: they call
/// [dev.perdure.java.link.Meter] wherever they could go on for long or take much memory. What they
/// compute stays the same.
final class Metering {
  private final ClassFile classFile;
  private final Map<String, byte[]> classes;

  /// @param classes of the universe, rewritten, by name
  Metering(Map<String, byte[]> classes) {
    this.classes = classes;
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(type -> {
          var bytes = classes.get(Names.binary(Names.ofReference(type)));
          return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                own.orElse(ClassHierarchyResolver.ofClassLoading(Gate.INSTANCE))));
  }

  /// A class with its meter calls. One whose code would grow too large for the JVM stays as it is.
  byte[] write(byte[] bytes) {
    var code = CodeTransform.ofStateful(() -> new MethodMeter(this::own));
    try {
      return classFile.transformClass(
          classFile.parse(bytes), ClassTransform.transformingMethodBodies(code));
    } catch (IllegalArgumentException tooLarge) {
      return bytes;
    }
  }

  private boolean own(String name) {
    return classes.containsKey(Names.binary(name));
  }
}
