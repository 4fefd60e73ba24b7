package dev.perdure.java;

import dev.perdure.value.Problem;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one class file of the universe, all of it at once, so that a corrupt one is found here.
final class UserClassReader {
  // magic u4 · minor u2 · major u2, big-endian (JVMS 4.1)
  private static final int MINOR_OFFSET = 4;
  private static final int MAJOR_OFFSET = 6;
  private static final int HEADER_SIZE = 8;
  // JVMS 4.1: class files of JDK n have the major version n + 44.
  private static final int MAJOR_OF_JDK_0 = 44;

  private final String name;
  private final byte[] classFile;
  private final Consumer<Problem> problems;

  /// @param name the internal name that the class was asked for by
  UserClassReader(String name, byte[] classFile, Consumer<Problem> problems) {
    this.name = name;
    this.classFile = classFile;
    this.problems = problems;
  }

  @Nullable UserClass read(boolean trusted) {
    if (classFile.length < HEADER_SIZE) {
      return corrupt("it ends within its header");
    }
    if (isTooNew()) {
      problems.accept(tooNew());
      return null;
    }
    try {
      var model = ClassFile.of().parse(classFile);
      readAll(model);
      return model.thisClass().asInternalName().equals(name)
          ? new UserClass(model, trusted)
          : corrupt("it holds " + Names.binary(model.thisClass().asInternalName()));
    } catch (RuntimeException e) {
      return corrupt(String.valueOf(e.getMessage()));
    }
  }

  private static void readAll(ClassModel model) {
    model.forEach(_ -> {});
    model.fields().forEach(UserClassReader::readAll);
    model.methods().forEach(UserClassReader::readAll);
  }

  private static void readAll(FieldModel field) {
    field.forEach(_ -> {});
    var _ = field.fieldTypeSymbol();
  }

  private static void readAll(MethodModel method) {
    method.forEach(_ -> {});
    var _ = method.methodTypeSymbol();
    method.code().ifPresent(code -> code.forEach(_ -> {}));
  }

  private int u2(int offset) {
    return (classFile[offset] & 0xff) << 8 | (classFile[offset + 1] & 0xff);
  }

  private boolean isTooNew() {
    var major = u2(MAJOR_OFFSET);
    var preview = u2(MINOR_OFFSET) == ClassFile.PREVIEW_MINOR_VERSION;
    return major > ClassFile.latestMajorVersion()
        || (preview && major != ClassFile.latestMajorVersion());
  }

  private Problem tooNew() {
    return new Problem(
        JavaCode.JAVA_CLASS_TOO_NEW,
        "The class "
            + Names.binary(name)
            + " was compiled for JDK "
            + (u2(MAJOR_OFFSET) - MAJOR_OF_JDK_0)
            + ", and this is JDK "
            + Runtime.version().feature(),
        Names.binary(name),
        "Compile it with --release "
            + Runtime.version().feature()
            + ", or run Perdure on that JDK");
  }

  private @Nullable UserClass corrupt(String why) {
    problems.accept(ClassFileCheck.corrupt(Names.binary(name), why));
    return null;
  }
}
