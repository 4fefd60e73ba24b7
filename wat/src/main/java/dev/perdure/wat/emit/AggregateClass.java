package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.AggregateShape;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// The class of a record or struct in compiled code: its numbers and bools are not boxed.
///
/// ```
/// public final class Aggregate3 extends Aggregate {
///   public static AggregateShape SHAPE;
///   public final double f0, f1;
///   public Aggregate3(double f0, double f1)
///   public static Aggregate3 of(Object value)     the value, or a copy of one of another class
///   …
/// ```
///
/// All other code makes aggregates of the general class, and reads these as such; they are equal.
///
/// @param loaded the class
/// @param path that of the type
/// @param fields how they are held
record AggregateClass(Class<?> loaded, String path, List<Class<?>> fields) {
  /// The static field with the shape.
  static final String SHAPE = "SHAPE";

  /// As many locals as a method can take, but for `this` and some air (JVMS 4.3.3).
  private static final int WIDTH_MAX = 250;

  AggregateClass {
    fields = List.copyOf(fields);
  }

  /// Whether a constructor cannot take so many.
  static boolean isTooWide(List<Class<?>> fields) {
    return fields.stream().mapToInt(type -> TypeKind.from(type).slotSize()).sum() > WIDTH_MAX;
  }

  /// Whether values of this class are made by compiled code alone.
  static boolean isOne(Class<?> type) {
    return type != Aggregate.class && Aggregate.class.isAssignableFrom(type);
  }

  private ClassDesc own() {
    return Compiler.desc(loaded);
  }

  /// Begins to make one: its fields come next, then [#made].
  void begin(CodeBuilder body) {
    body.new_(own()).dup();
  }

  /// Makes one of its fields, which stand on the stack.
  void made(CodeBuilder body) {
    body.invokespecial(own(), INIT_NAME, Emission.type(CD_void, fields));
  }

  /// Reads a field of the one that stands on the stack.
  void get(int index, CodeBuilder body) {
    body.getfield(own(), Emission.name(index), Compiler.desc(fields.get(index)));
  }

  /// Has what stands on the stack as one of the class; what is no such record is a
  /// [ClassCastException].
  static void of(Class<?> type, CodeBuilder body) {
    body.invokestatic(Compiler.desc(type), "of", MethodTypeDesc.of(Compiler.desc(type), CD_Object));
  }

  /// The bytes of the class.
  ///
  /// @param number one that no other has
  static byte[] bytes(int number, List<Class<?>> fields) {
    var own = ClassDesc.of(Classes.PACKAGE, "Aggregate" + number);
    return ClassFile.of().build(own, new Emission(own, fields)::emit);
  }

  /// Emits the class.
  private record Emission(ClassDesc own, List<Class<?>> fields) {
    private static final ClassDesc AGGREGATE = Compiler.desc(Aggregate.class);
    private static final ClassDesc SHAPE_CLASS = Compiler.desc(AggregateShape.class);
    private static final MethodTypeDesc GET = MethodTypeDesc.of(CD_Object, CD_int);

    static MethodTypeDesc type(ClassDesc result, List<Class<?>> fields) {
      return MethodTypeDesc.of(result, fields.stream().map(Compiler::desc).toList());
    }

    static String name(int index) {
      return "f" + index;
    }

    private TypeKind kind(int index) {
      return TypeKind.from(fields.get(index));
    }

    void emit(ClassBuilder builder) {
      builder
          .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC)
          .withSuperclass(AGGREGATE)
          .withField(SHAPE, SHAPE_CLASS, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC);
      for (int i = 0; i < fields.size(); i++) {
        builder.withField(
            name(i), Compiler.desc(fields.get(i)), ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
      }
      builder
          .withMethodBody(INIT_NAME, type(CD_void, fields), ClassFile.ACC_PUBLIC, this::init)
          .withMethodBody(
              "of",
              MethodTypeDesc.of(own, CD_Object),
              ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
              this::of)
          .withMethodBody(
              "copy",
              MethodTypeDesc.of(own, CD_Object),
              ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
              this::copy)
          .withMethodBody("field", GET, ClassFile.ACC_PUBLIC, this::field)
          .withMethodBody(
              "with",
              MethodTypeDesc.of(AGGREGATE, CD_int, CD_Object),
              ClassFile.ACC_PUBLIC,
              this::with);
    }

    private void init(CodeBuilder body) {
      body.aload(0)
          .getstatic(own, SHAPE, SHAPE_CLASS)
          .invokespecial(AGGREGATE, INIT_NAME, MethodTypeDesc.of(CD_void, SHAPE_CLASS));
      int local = 1;
      for (int i = 0; i < fields.size(); i++) {
        body.aload(0)
            .loadLocal(kind(i), local)
            .putfield(own, name(i), Compiler.desc(fields.get(i)));
        local += kind(i).slotSize();
      }
      body.return_();
    }

    private void of(CodeBuilder body) {
      var other = body.newLabel();
      body.aload(0).instanceOf(own).ifeq(other).aload(0).checkcast(own).areturn();
      body.labelBinding(other)
          .aload(0)
          .invokestatic(own, "copy", MethodTypeDesc.of(own, CD_Object))
          .areturn();
    }

    /// Apart, so that the JVM inlines what is always done.
    private void copy(CodeBuilder body) {
      body.getstatic(own, SHAPE, SHAPE_CLASS)
          .aload(0)
          .invokestatic(AGGREGATE, "ofShape", MethodTypeDesc.of(AGGREGATE, SHAPE_CLASS, CD_Object))
          .astore(0)
          .new_(own)
          .dup();
      for (int i = 0; i < fields.size(); i++) {
        body.aload(0).checkcast(AGGREGATE).loadConstant(i).invokevirtual(AGGREGATE, "field", GET);
        Boxes.convert(body, Object.class, fields.get(i));
      }
      body.invokespecial(own, INIT_NAME, type(CD_void, fields)).areturn();
    }

    private void load(CodeBuilder body, int index) {
      body.aload(0).getfield(own, name(index), Compiler.desc(fields.get(index)));
    }

    private void field(CodeBuilder body) {
      choose(
          body,
          index -> {
            load(body, index);
            Boxes.convert(body, fields.get(index), Object.class);
            body.areturn();
          });
    }

    private void with(CodeBuilder body) {
      choose(
          body,
          changed -> {
            body.new_(own).dup();
            for (int i = 0; i < fields.size(); i++) {
              if (i == changed) {
                body.aload(2);
                Boxes.convert(body, Object.class, fields.get(i));
              } else {
                load(body, i);
              }
            }
            body.invokespecial(own, INIT_NAME, type(CD_void, fields)).areturn();
          });
    }

    /// By the number of a field, which is in local 1.
    private void choose(CodeBuilder body, IntConsumer each) {
      var cases = new ArrayList<SwitchCase>();
      for (int i = 0; i < fields.size(); i++) {
        cases.add(SwitchCase.of(i, body.newLabel()));
      }
      var outside = body.newLabel();
      body.iload(1).tableswitch(0, Math.max(0, fields.size() - 1), outside, cases);
      for (int i = 0; i < fields.size(); i++) {
        body.labelBinding(cases.get(i).target());
        each.accept(i);
      }
      var fault = Compiler.desc(IndexOutOfBoundsException.class);
      body.labelBinding(outside)
          .new_(fault)
          .dup()
          .iload(1)
          .invokespecial(fault, INIT_NAME, MethodTypeDesc.of(CD_void, CD_int))
          .athrow();
    }
  }
}
