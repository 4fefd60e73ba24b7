package dev.perdure.wat.emit;

import dev.perdure.wat.data.AggregateShape;
import java.util.List;

/// Loads what is compiled of a program, and goes away with it.
final class Classes extends ClassLoader {
  /// The package of all of them.
  static final String PACKAGE = "dev.perdure.wat.compiled";

  Classes() {
    super(Classes.class.getClassLoader());
    Classes.class.getModule().addExports(Classes.class.getPackageName(), getUnnamedModule());
  }

  private Class<?> define(byte[] bytes) {
    return defineClass(null, bytes, 0, bytes.length);
  }

  /// Loads the functions.
  ///
  /// @param constants what they refer to
  /// @throws LinkageError if it is no class by the rules of the JVM
  Compiled functions(byte[] bytes, Object[] constants) {
    try {
      var functions = define(bytes);
      functions.getField(Compiler.CONSTANTS).set(null, constants);
      return (Compiled) functions.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Loads the class of a record or struct.
  ///
  /// @param number one that no other has
  AggregateClass load(int number, AggregateShape shape, List<Class<?>> fields) {
    try {
      var loaded = define(AggregateClass.bytes(number, fields));
      loaded.getField(AggregateClass.SHAPE).set(null, shape);
      return new AggregateClass(loaded, shape.path(), fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
