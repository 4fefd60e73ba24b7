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

/// The class of a record or struct in compiled code: its numbers and bools are not boxed.
///
/// ```
/// final class Aggregate3 extends Aggregate {
///   static Aggregate make(double x, double y)
///   static double get0(Aggregate a)             of one of another class too
///   …
/// ```
///
/// Compiled code knows only these methods, so the class is loaded when the first of them is called.
/// Other code makes and gets aggregates of the general class; they are equal.
///
/// @param number its place among those of the program
/// @param shape what is told of the values
/// @param fields how they are held
record AggregateClass(int number, AggregateShape shape, List<Class<?>> fields) {
  /// What the names of the classes begin with.
  static final String NAME = "Aggregate";

  /// The static field with the shape.
  static final String SHAPE = "SHAPE";

  private static final ClassDesc AGGREGATE = Compiler.desc(Aggregate.class);
  private static final ClassDesc SHAPE_CLASS = Compiler.desc(AggregateShape.class);
  private static final MethodTypeDesc GET = MethodTypeDesc.of(CD_Object, CD_int);
  private static final MethodTypeDesc WITH = MethodTypeDesc.of(AGGREGATE, CD_int, CD_Object);

  AggregateClass {
    fields = List.copyOf(fields);
  }

  private ClassDesc own() {
    return ClassDesc.of(Classes.PACKAGE, NAME + number);
  }

  private MethodTypeDesc type(ClassDesc result) {
    return MethodTypeDesc.of(result, fields.stream().map(Compiler::desc).toList());
  }

  private MethodTypeDesc getter(int index) {
    return MethodTypeDesc.of(Compiler.desc(fields.get(index)), AGGREGATE);
  }

  /// Makes one of what stands on the stack.
  void make(CodeBuilder body) {
    body.invokestatic(own(), "make", type(AGGREGATE));
  }

  /// Reads a field of the aggregate on the stack.
  void get(int index, CodeBuilder body) {
    body.invokestatic(own(), "get" + index, getter(index));
  }

  private TypeKind kind(int index) {
    return TypeKind.from(fields.get(index));
  }

  private static String name(int index) {
    return "f" + index;
  }

  /// The bytes of the class.
  byte[] bytes() {
    return ClassFile.of().build(own(), this::emit);
  }

  private void emit(ClassBuilder builder) {
    builder
        .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC)
        .withSuperclass(AGGREGATE)
        .withField(SHAPE, SHAPE_CLASS, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC);
    for (int i = 0; i < fields.size(); i++) {
      int index = i;
      builder.withField(
          name(i), Compiler.desc(fields.get(i)), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
      builder.withMethodBody(
          "get" + i,
          getter(i),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          body -> get(body, index));
    }
    builder
        .withMethodBody(INIT_NAME, type(CD_void), ClassFile.ACC_PRIVATE, this::init)
        .withMethodBody(
            "make", type(AGGREGATE), ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, this::made)
        .withMethodBody("field", GET, ClassFile.ACC_PUBLIC, this::field)
        .withMethodBody("with", WITH, ClassFile.ACC_PUBLIC, this::with);
  }

  private void init(CodeBuilder body) {
    body.aload(0)
        .getstatic(own(), SHAPE, SHAPE_CLASS)
        .invokespecial(AGGREGATE, INIT_NAME, MethodTypeDesc.of(CD_void, SHAPE_CLASS));
    int local = 1;
    for (int i = 0; i < fields.size(); i++) {
      body.aload(0)
          .loadLocal(kind(i), local)
          .putfield(own(), name(i), Compiler.desc(fields.get(i)));
      local += kind(i).slotSize();
    }
    body.return_();
  }

  private void made(CodeBuilder body) {
    body.new_(own()).dup();
    int local = 0;
    for (int i = 0; i < fields.size(); i++) {
      body.loadLocal(kind(i), local);
      local += kind(i).slotSize();
    }
    body.invokespecial(own(), INIT_NAME, type(CD_void)).areturn();
  }

  private void get(CodeBuilder body, int index) {
    var other = body.newLabel();
    body.aload(0).instanceOf(own()).ifeq(other).aload(0).checkcast(own());
    load(body, index);
    body.return_(kind(index))
        .labelBinding(other)
        .aload(0)
        .loadConstant(index)
        .invokevirtual(AGGREGATE, "field", GET);
    Boxes.convert(body, Object.class, fields.get(index));
    body.return_(kind(index));
  }

  private void load(CodeBuilder body, int index) {
    body.getfield(own(), name(index), Compiler.desc(fields.get(index)));
  }

  private void field(CodeBuilder body) {
    choose(
        body,
        index -> {
          body.aload(0);
          load(body, index);
          Boxes.convert(body, fields.get(index), Object.class);
          body.areturn();
        });
  }

  private void with(CodeBuilder body) {
    choose(
        body,
        changed -> {
          body.new_(own()).dup();
          for (int i = 0; i < fields.size(); i++) {
            if (i == changed) {
              body.aload(2);
              Boxes.convert(body, Object.class, fields.get(i));
            } else {
              body.aload(0);
              load(body, i);
            }
          }
          body.invokespecial(own(), INIT_NAME, type(CD_void)).areturn();
        });
  }

  @FunctionalInterface
  private interface Each {
    void emit(int index);
  }

  /// By the number of a field, which is in local 1.
  private void choose(CodeBuilder body, Each each) {
    var cases = new ArrayList<SwitchCase>();
    for (int i = 0; i < fields.size(); i++) {
      cases.add(SwitchCase.of(i, body.newLabel()));
    }
    var outside = body.newLabel();
    body.iload(1).tableswitch(0, Math.max(0, fields.size() - 1), outside, cases);
    for (int i = 0; i < fields.size(); i++) {
      body.labelBinding(cases.get(i).target());
      each.emit(i);
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
