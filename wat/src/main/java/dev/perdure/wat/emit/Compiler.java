package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.perdure.wat.check.Effects;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Cores;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.PureCalls;
import dev.perdure.wat.run.Recursion;
import dev.perdure.wat.type.Type;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a class of the pure functions of a program:
///
/// ```
/// static R name(Activation a, captured…, params…, int depth)   one for each function and closure
/// Object call(Activation, int number, Object[] captured, Object[] args, int depth)   switches
/// boolean steps(Activation, int number, Standing)
/// ```
///
/// Functions that call each other in tail position have their bodies in one method, between which
/// such calls jump:
///
/// ```
/// static R group(Activation a, int which, params of all…, int depth)
/// ```
public final class Compiler {
  static final ClassDesc ACTIVATION = desc(Activation.class);
  static final ClassDesc OBJECTS = CD_Object.arrayType();
  private static final ClassDesc COMPILED = desc(Compiled.class);

  /// The static field of what code refers to that no instruction makes.
  static final String CONSTANTS = "K";

  private final ClassDesc own = ClassDesc.of(Classes.PACKAGE, "Functions");
  private final Loaded loaded;

  /// Functions and closures by their names, and behind them the pure parts of steps.
  private final Map<String, Code> made = new LinkedHashMap<>();

  /// The numbers of functions and closures, in their order.
  private final IdentityHashMap<Code, Integer> numbers = new IdentityHashMap<>();

  private final List<Object> constants = new ArrayList<>();
  private final Groups groups;
  private final Forwarding forwarding;

  private final Classes classes = new Classes();
  private final Representations representations;
  private final Loops loops = new Loops(this);
  private final SmallFunctions small = new SmallFunctions(this);

  /// The functions that are not pure.
  private final List<Lowered> lowered;

  private Compiler(Loaded loaded, List<Lowered> lowered) {
    this.loaded = loaded;
    this.lowered = lowered;
    this.groups = new Groups(loaded.recursion());
    this.forwarding = new Forwarding(loaded);
    this.representations = new Representations(loaded.shapes(), classes);
  }

  /// Compiles all that is pure given that what it is called with is.
  ///
  /// @param lowered those that are not, by their numbers: of them it compiles the pure steps
  /// @return what calls it; [PureCalls#none] if there is nothing
  /// @throws IllegalArgumentException if it does not fit the limits of class files (JVMS 4.11)
  /// @throws ClassFormatError if it does not fit the limits of classes
  public static PureCalls compile(Loaded loaded, List<Lowered> lowered) {
    var compiler = of(loaded, lowered);
    return compiler.made.isEmpty()
        ? PureCalls.none()
        : new CompiledCalls(new Activation(loaded, compiler.define(), compiler.numbers));
  }

  /// One that has seen all of a program, and made nothing of it yet.
  static Compiler of(Loaded loaded, List<Lowered> lowered) {
    var compiler = new Compiler(loaded, lowered);
    for (var code : loaded.program().codes().values()) {
      compiler.add(code);
      compiler.groups.add(code);
    }
    loaded.program().constants().values().forEach(constant -> compiler.add(constant.code()));
    lowered.forEach(function -> function.parts().forEach(compiler::make));
    return compiler;
  }

  private void add(Code code) {
    put(code);
    Cores.each(
        code.body(),
        core -> {
          switch (core) {
            case Core.Lambda(var inner, _, _, _) -> put(inner);
            case Core.Delay(var inner, _, _, _) -> put(inner);
            default -> {}
          }
        });
  }

  private void put(Code code) {
    if (loaded.reach().reach(code.effects()) == Effects.Reach.WORLD) {
      return;
    }
    make(code);
    numbers.put(code, numbers.size());
  }

  private void make(Code code) {
    if (made.put(code.name(), code) != null) {
      throw new IllegalStateException("two functions are called " + code.name());
    }
  }

  private Compiled define() {
    var bytes =
        ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(Compiler::hierarchy))
            .build(
                own,
                builder -> {
                  builder
                      .withFlags(
                          ClassFile.ACC_FINAL | ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC)
                      .withSuperclass(COMPILED)
                      .withField(CONSTANTS, OBJECTS, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC);
                  builder.withMethodBody(
                      INIT_NAME,
                      MethodTypeDesc.of(CD_void),
                      ClassFile.ACC_PUBLIC,
                      code ->
                          code.aload(0)
                              .invokespecial(COMPILED, INIT_NAME, MethodTypeDesc.of(CD_void))
                              .return_());
                  made.values().forEach(code -> method(builder, code));
                  loops.emit(builder);
                  var entries = new Entries(this, builder);
                  entries.call(List.copyOf(made.values()).subList(0, numbers.size()));
                  lowered.forEach(function -> new StepMethods(this, function).emit(builder));
                  entries.steps(lowered);
                });
    return classes.functions(bytes, constants.toArray());
  }

  /// What the classes are that are not loaded where the JDK looks for them.
  private static @Nullable ClassHierarchyInfo hierarchy(ClassDesc type) {
    return type.packageName().equals(Classes.PACKAGE)
        ? ClassHierarchyInfo.ofClass(Compiler.desc(Aggregate.class))
        : ClassHierarchyResolver.defaultResolver().getClassInfo(type);
  }

  private void method(ClassBuilder builder, Code code) {
    var group = groups.of(code.name());
    builder.withMethodBody(
        methodName(code.name()),
        type(code),
        ClassFile.ACC_STATIC,
        body -> {
          if (group.size() > 1) {
            entry(code, group, body);
          } else {
            alone(code, body);
          }
        });
    if (group.size() > 1 && group.getFirst().equals(code.name())) {
      builder.withMethodBody(
          groupName(group), groupType(group), ClassFile.ACC_STATIC, body -> together(group, body));
    }
  }

  private void alone(Code code, CodeBuilder body) {
    var together = new HashMap<String, Emitter>();
    var locals =
        new Locals(this, code, body, InPlace.ofLoop(code, forwarding), Unpacked.of(code, this));
    var emitter = new Emitter(this, code, body, rep(code.result()), together, locals);
    together.put(code.name(), emitter);
    int depth = locals.given(1);
    locals.take(locals.own(depth, depth + 1));
    emitter.emit();
  }

  /// Enters the method of the group at this function.
  private void entry(Code code, List<String> group, CodeBuilder body) {
    body.aload(0).loadConstant(group.indexOf(code.name()));
    int local = 1;
    for (var name : group) {
      for (int i = 0; i < code(name).params(); i++) {
        var kind = TypeKind.from(rep(code(name).slots().get(i)));
        if (name.equals(code.name())) {
          body.loadLocal(kind, local);
          local += kind.slotSize();
        } else {
          nothing(kind, body);
        }
      }
    }
    body.iload(local).invokestatic(own, groupName(group), groupType(group));
    Boxes.convert(body, groupResult(group), rep(code.result()));
    body.return_(TypeKind.from(rep(code.result())));
  }

  /// A value that nobody looks at.
  static void nothing(TypeKind kind, CodeBuilder body) {
    switch (kind) {
      case LONG -> body.lconst_0();
      case DOUBLE -> body.dconst_0();
      case BOOLEAN -> body.iconst_0();
      default -> body.aconst_null();
    }
  }

  private void together(List<String> group, CodeBuilder body) {
    var emitters = new LinkedHashMap<String, Emitter>();
    int next = 2;
    for (var name : group) {
      var emitter =
          new Emitter(
              this,
              code(name),
              body,
              groupResult(group),
              emitters,
              new Locals(this, code(name), body));
      next = emitter.locals().given(next);
      emitters.put(name, emitter);
    }
    int depth = next++;
    var cases = new ArrayList<SwitchCase>();
    for (var emitter : emitters.values()) {
      next = emitter.locals().own(depth, next);
      cases.add(SwitchCase.of(cases.size(), emitter.start()));
    }
    body.iload(1).tableswitch(0, cases.size() - 1, cases.getFirst().target(), cases);
    emitters.values().forEach(Emitter::emit);
  }

  private static String groupName(List<String> group) {
    return "group_" + methodName(group.getFirst());
  }

  private MethodTypeDesc groupType(List<String> group) {
    var params = new ArrayList<>(List.of(ACTIVATION, CD_int));
    for (var name : group) {
      for (int i = 0; i < code(name).params(); i++) {
        params.add(desc(rep(code(name).slots().get(i))));
      }
    }
    params.add(CD_int);
    return MethodTypeDesc.of(desc(groupResult(group)), params);
  }

  /// How a group holds what its functions give: as they do if they do alike.
  private Class<?> groupResult(List<String> group) {
    var first = rep(code(group.getFirst()).result());
    return group.stream().allMatch(name -> rep(code(name).result()) == first)
        ? first
        : Object.class;
  }

  static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /// The method of a function, in the compiled class.
  MethodTypeDesc type(Code code) {
    var params = new ArrayList<ClassDesc>();
    params.add(ACTIVATION);
    code.captured().forEach(slot -> params.add(desc(rep(code.slots().get(slot)))));
    for (int i = 0; i < code.params(); i++) {
      params.add(desc(rep(code.slots().get(i))));
    }
    params.add(CD_int);
    return MethodTypeDesc.of(desc(rep(code.result())), params);
  }

  /// Names of the JVM know no points, semicolons, brackets and slashes (JVMS 4.2.2).
  static String methodName(String name) {
    return name.replaceAll("[.;\\[/<>]", "_") + "_" + Integer.toHexString(name.hashCode());
  }

  Forwarding forwarding() {
    return forwarding;
  }

  /// How values are held.
  Representations representations() {
    return representations;
  }

  /// How the values of a type are held.
  Class<?> rep(Type type) {
    return representations.of(type);
  }

  Shapes shapes() {
    return loaded.shapes();
  }

  ClassDesc own() {
    return own;
  }

  Recursion recursion() {
    return loaded.recursion();
  }

  /// The code of a named function.
  Code code(String name) {
    return loaded.code(name);
  }

  /// What an expression comes to.
  Core direct(Core core) {
    return forwarding.direct(core);
  }

  /// What the JVM sees through.
  SmallFunctions small() {
    return small;
  }

  /// The methods of loops.
  Loops loops() {
    return loops;
  }

  /// Whether the code has a method.
  boolean isCompiled(Code code) {
    return numbers.containsKey(code);
  }

  /// Leaves a value on the stack that no instruction makes.
  void constant(Object value, CodeBuilder body) {
    constants.add(value);
    body.getstatic(own, CONSTANTS, OBJECTS).loadConstant(constants.size() - 1).aaload();
  }
}
