import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Links the pattern switches of compiled classes when they are built. javac leaves each to
/// `SwitchBootstraps.typeSwitch`, which makes a class for it when it is reached first; a JDK 25
/// keeps no such class from one process for the next, so that each start would make them all again.
/// Here each class gets methods of its own that do the same.
///
/// The build runs it on the modules that every command needs, see `typeSwitches.skip` in `pom.xml`.
/// What it has done once it finds done.
final class TypeSwitches {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

  /// What a switch asks. All of a class that ask the same share a method.
  ///
  /// @param type takes the value, and the number of the first label that may match; gives that of
  ///   the one that does
  /// @param labels classes, and texts
  private record Switch(MethodTypeDesc type, List<ConstantDesc> labels) {}

  private final ClassModel model;

  /// The names of the methods.
  private final Map<Switch, String> switches = new LinkedHashMap<>();

  private TypeSwitches(ClassModel model) {
    this.model = model;
  }

  /// @param folders those of the classes, all of which the class path must have as well
  public static void main(String... folders) throws IOException {
    for (var folder : folders) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.filter(TypeSwitches::isClass).toList()) {
          link(file);
        }
      }
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
  }

  private static void link(Path file) throws IOException {
    var format = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);
    var switches = new TypeSwitches(format.parse(file));
    var linked = format.transformClass(switches.model, switches.transform());
    if (!switches.switches.isEmpty()) {
      Files.write(file, linked);
    }
  }

  private ClassTransform transform() {
    return ClassTransform.transformingMethodBodies(this::instruction)
        .andThen(ClassTransform.endHandler(this::methods));
  }

  private void instruction(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
      var name =
          switches.computeIfAbsent(
              new Switch(call.typeSymbol(), call.bootstrapArgs()),
              _ -> "typeSwitch$" + switches.size());
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      code.invokestatic(model.thisClass().asSymbol(), name, call.typeSymbol(), isInterface);
    } else {
      code.with(element);
    }
  }

  /// Whether it is one over classes and texts; others stay as they are.
  private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && call.name().equalsString("typeSwitch")
        && call.bootstrapArgs().stream()
            .allMatch(label ->
                label instanceof String
                    || (label instanceof ClassDesc type && !type.isPrimitive()));
  }

  private void methods(ClassBuilder builder) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    switches.forEach((one, name) ->
        builder.withMethodBody(name, one.type(), flags, code -> method(code, one.labels())));
  }

  /// As `SwitchBootstraps.typeSwitch` says: -1 of null; else the first label from the given number
  /// on that matches; behind the last one if none does.
  private static void method(CodeBuilder code, List<ConstantDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, isNull -> isNull.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      var next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      if (labels.get(i) instanceof ClassDesc type) {
        code.aload(0).instanceOf(type);
      } else {
        code.loadConstant(labels.get(i))
            .aload(0)
            .invokevirtual(ConstantDescs.CD_Object, "equals", EQUALS);
      }
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
