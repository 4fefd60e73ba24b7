package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.run.Recursion;
import dev.perdure.wat.run.Representation;
import dev.perdure.wat.type.Type;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a class of the pure functions of a program:
///
/// ```
/// static R name(Activation a, captured…, params…, int depth)   one for each function and closure
/// Object call(Activation, int number, Object[] captured, Object[] args, int depth)   switches
/// ```
public final class Compiler {
  static final ClassDesc ACTIVATION = desc(Activation.class);
  static final ClassDesc OBJECTS = CD_Object.arrayType();
  private static final ClassDesc COMPILED = desc(Compiled.class);
  static final MethodTypeDesc CALL =
      MethodTypeDesc.of(CD_Object, ACTIVATION, CD_int, OBJECTS, OBJECTS, CD_int);

  private final ClassDesc own = ClassDesc.of("dev.perdure.wat.emit.Functions");
  private final Map<String, Code> codes;
  private final Recursion recursion;

  /// Functions and closures, by their names, numbered in this order.
  private final Map<String, Code> made = new LinkedHashMap<>();

  private final Map<String, Integer> numbers = new HashMap<>();

  private final List<Object> constants = new ArrayList<>();

  private final Shapes shapes;

  private Compiler(Map<String, Code> codes, Recursion recursion, Shapes shapes) {
    this.codes = codes;
    this.recursion = recursion;
    this.shapes = shapes;
  }

  /// What was compiled.
  ///
  /// @param compiled calls the functions; null if there are none
  /// @param numbers of the functions, by their names
  /// @param results what each function and closure gives, by its number
  public record Result(
      @Nullable Compiled compiled, Map<String, Integer> numbers, List<Type> results) {}

  /// Compiles all functions that can be.
  public static Result compile(Map<String, Code> codes, Recursion recursion, Shapes shapes) {
    var names = Compilable.of(codes, recursion);
    var compiler = new Compiler(codes, recursion, shapes);
    names.forEach(name -> compiler.add(compiler.code(name)));
    return compiler.result(names);
  }

  private void add(Code code) {
    put(code);
    Walk.each(
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
    if (made.put(code.name(), code) != null) {
      throw new IllegalStateException("two functions are called " + code.name());
    }
    numbers.put(code.name(), numbers.size());
  }

  private Result result(Iterable<String> names) {
    if (made.isEmpty()) {
      return new Result(null, Map.of(), List.of());
    }
    var functions = new HashMap<String, Integer>();
    names.forEach(name -> functions.put(name, number(name)));
    return new Result(define(), functions, made.values().stream().map(Code::result).toList());
  }

  private Compiled define() {
    var bytes =
        ClassFile.of()
            .build(
                own,
                builder -> {
                  builder
                      .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                      .withSuperclass(COMPILED)
                      .withField("K", OBJECTS, ClassFile.ACC_STATIC);
                  builder.withMethodBody(
                      INIT_NAME,
                      MethodTypeDesc.of(CD_void),
                      0,
                      code ->
                          code.aload(0)
                              .invokespecial(COMPILED, INIT_NAME, MethodTypeDesc.of(CD_void))
                              .return_());
                  made.values().forEach(code -> method(builder, code));
                  builder.withMethodBody("call", CALL, ClassFile.ACC_PUBLIC, this::calls);
                });
    try {
      var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      lookup
          .findStaticVarHandle(lookup.lookupClass(), "K", Object[].class)
          .set(constants.toArray());
      return (Compiled)
          lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void method(ClassBuilder builder, Code code) {
    builder.withMethodBody(
        methodName(code.name()),
        type(code),
        ClassFile.ACC_STATIC,
        body -> new Emitter(this, code, body).emit());
  }

  /// The calls by number: values are unboxed as the function takes them.
  private void calls(CodeBuilder body) {
    var cases = new ArrayList<SwitchCase>();
    var labels = new ArrayList<Label>();
    for (int i = 0; i < made.size(); i++) {
      labels.add(body.newLabel());
      cases.add(SwitchCase.of(i, labels.get(i)));
    }
    var otherwise = body.newLabel();
    body.iload(2).tableswitch(0, made.size() - 1, otherwise, cases);
    int i = 0;
    for (var code : made.values()) {
      body.labelBinding(labels.get(i++)).aload(1);
      for (int j = 0; j < code.captured().size(); j++) {
        body.aload(3).loadConstant(j).aaload();
        Boxes.convert(body, Object.class, rep(code.slots().get(code.captured().get(j))));
      }
      for (int j = 0; j < code.params(); j++) {
        body.aload(4).loadConstant(j).aaload();
        Boxes.convert(body, Object.class, rep(code.slots().get(j)));
      }
      body.iload(5).invokestatic(own, methodName(code.name()), type(code));
      Boxes.convert(body, rep(code.result()), Object.class);
      body.areturn();
    }
    body.labelBinding(otherwise).aconst_null().areturn();
  }

  static Class<?> rep(Type type) {
    return Representation.of(type);
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

  Shapes shapes() {
    return shapes;
  }

  ClassDesc own() {
    return own;
  }

  Recursion recursion() {
    return recursion;
  }

  Code code(String name) {
    var code = codes.get(name);
    if (code == null) {
      throw new IllegalStateException(name);
    }
    return code;
  }

  /// The number of a function or closure.
  int number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  /// The place of a value that the code refers to.
  int constant(Object value) {
    constants.add(value);
    return constants.size() - 1;
  }
}
