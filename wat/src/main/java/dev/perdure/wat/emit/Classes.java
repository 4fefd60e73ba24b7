package dev.perdure.wat.emit;

import java.util.List;

/// Loads what was compiled: the functions, and the class of a record when the first one is made or
/// read. Goes away with the program.
final class Classes extends ClassLoader {
  /// The package of all of them.
  static final String PACKAGE = "dev.perdure.wat.compiled";

  private final List<AggregateClass> records;

  /// @param records their classes are called by the places in the list
  Classes(List<AggregateClass> records) {
    super(Classes.class.getClassLoader());
    this.records = List.copyOf(records);
    Classes.class.getModule().addExports(Classes.class.getPackageName(), getUnnamedModule());
  }

  /// Loads the functions.
  ///
  /// @param constants what they refer to
  /// @throws LinkageError if it is no class by the rules of the JVM
  Compiled functions(byte[] bytes, Object[] constants) {
    try {
      var functions = defineClass(bytes);
      functions.getField(Compiler.CONSTANTS).set(null, constants);
      return (Compiled) functions.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Class<?> defineClass(byte[] bytes) {
    return defineClass(null, bytes, 0, bytes.length);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var prefix = PACKAGE + "." + AggregateClass.NAME;
    if (!name.startsWith(prefix)) {
      throw new ClassNotFoundException(name);
    }
    var record = records.get(Integer.parseInt(name.substring(prefix.length())));
    var made = defineClass(record.bytes());
    try {
      made.getField(AggregateClass.SHAPE).set(null, record.shape());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return made;
  }
}
