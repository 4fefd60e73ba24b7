package dev.perdure.java;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Puts meter calls into the code of one method: where it begins, before it jumps back, before it
/// calls the platform, and before it allocates what a number says.
final class MethodMeter implements CodeTransform {
  private static final ClassDesc METER = ClassDesc.of("dev.perdure.java.link.Meter");
  private static final MethodTypeDesc PLAIN = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final MethodTypeDesc ELEMENTS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int);
  private static final MethodTypeDesc ALL_ELEMENTS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long, ConstantDescs.CD_int);
  private static final MethodTypeDesc WITHIN =
      MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_int);
  private static final MethodTypeDesc REPEAT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_int);
  private static final int REFERENCE_BYTES = 8;

  /// Platform methods that allocate what their last argument, a number, says; bytes an element.
  private static final Map<String, Integer> SIZED =
      Map.ofEntries(
          Map.entry("java/lang/StringBuilder.<init>(I)V", 1),
          Map.entry("java/lang/StringBuilder.setLength(I)V", 1),
          Map.entry("java/lang/StringBuilder.ensureCapacity(I)V", 1),
          Map.entry("java/util/ArrayList.<init>(I)V", REFERENCE_BYTES),
          Map.entry("java/util/ArrayList.ensureCapacity(I)V", REFERENCE_BYTES),
          Map.entry("java/util/ArrayDeque.<init>(I)V", REFERENCE_BYTES),
          Map.entry("java/util/PriorityQueue.<init>(I)V", REFERENCE_BYTES),
          Map.entry("java/util/BitSet.<init>(I)V", 1),
          Map.entry("java/util/BitSet.set(I)V", 1),
          Map.entry("java/math/BigInteger.shiftLeft(I)Ljava/math/BigInteger;", 1),
          Map.entry("java/math/BigInteger.pow(I)Ljava/math/BigInteger;", 1),
          Map.entry("java/math/BigInteger.setBit(I)Ljava/math/BigInteger;", 1),
          Map.entry("java/math/BigDecimal.setScale(I)Ljava/math/BigDecimal;", 1),
          Map.entry("java/math/BigDecimal.pow(I)Ljava/math/BigDecimal;", 1),
          Map.entry("java/util/Arrays.copyOf([BI)[B", 1),
          Map.entry("java/util/Arrays.copyOf([CI)[C", 2),
          Map.entry("java/util/Arrays.copyOf([II)[I", 4),
          Map.entry("java/util/Arrays.copyOf([JI)[J", 8),
          Map.entry("java/util/Arrays.copyOf([DI)[D", 8),
          Map.entry("java/util/Arrays.copyOf([ZI)[Z", 1),
          Map.entry(
              "java/util/Arrays.copyOf([Ljava/lang/Object;I)[Ljava/lang/Object;", REFERENCE_BYTES));

  private static final String REPEAT_MEMBER = "repeat(I)Ljava/lang/String;";

  /// Platform classes whose methods take no time and no memory worth a look.
  private static final Set<String> CHEAP =
      Set.of(
          "java/lang/Object",
          "java/lang/Math",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Enum",
          "java/lang/Record",
          "java/util/Objects",
          "java/util/Optional",
          "java/util/Iterator",
          "java/util/Map$Entry");

  private static final ClassDesc METERED = ClassDesc.of("dev.perdure.java.link.Metered");
  private static final String STREAMS = "java/util/stream/";
  private static final Set<String> STREAM_SOURCES =
      Set.of("range", "rangeClosed", "iterate", "generate");
  private static final Set<String> STRING_EXPRESSIONS =
      Set.of("matches", "replaceAll", "replaceFirst", "split");
  private static final ClassDesc TEXT = ClassDesc.of("java.lang.CharSequence");
  private static final Set<String> PATTERN_TEXTS =
      Set.of(
          "matcher(Ljava/lang/CharSequence;)Ljava/util/regex/Matcher;",
          "matches(Ljava/lang/String;Ljava/lang/CharSequence;)Z",
          "split(Ljava/lang/CharSequence;)[Ljava/lang/String;");

  private final Predicate<String> own;
  private final Set<Label> passed = new HashSet<>();

  /// @param own whether a class, by its internal name, belongs to the universe
  MethodMeter(Predicate<String> own) {
    this.own = own;
  }

  @Override
  public void atStart(CodeBuilder builder) {
    turn(builder);
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    switch (element) {
      case LabelTarget target -> passed.add(target.label());
      case BranchInstruction branch when passed.contains(branch.target()) -> turn(builder);
      case TableSwitchInstruction s when back(s.defaultTarget(), s.cases()) -> turn(builder);
      case LookupSwitchInstruction s when back(s.defaultTarget(), s.cases()) -> turn(builder);
      case NewPrimitiveArrayInstruction a -> elements(builder, size(a.typeKind()));
      case NewReferenceArrayInstruction _ -> elements(builder, REFERENCE_BYTES);
      case NewMultiArrayInstruction a -> elements(builder, a);
      case InvokeDynamicInstruction call when concatenates(call) -> platformCall(builder);
      case InvokeInstruction call when !own.test(call.owner().asInternalName()) -> {
        call(builder, call);
        return;
      }
      default -> {}
    }
    builder.with(element);
  }

  private static void turn(CodeBuilder builder) {
    builder.invokestatic(METER, "turn", PLAIN);
  }

  private static void platformCall(CodeBuilder builder) {
    builder.invokestatic(METER, "platformCall", PLAIN);
  }

  private static boolean concatenates(InvokeDynamicInstruction call) {
    var linker = call.bootstrapMethod();
    return linker.owner().equals(CallWriter.CONCATENATION)
        || (linker.owner().equals(CallWriter.LINKER)
            && linker.methodName().startsWith("makeConcat"));
  }

  private boolean back(Label otherwise, List<SwitchCase> cases) {
    return passed.contains(otherwise)
        || cases.stream().anyMatch(each -> passed.contains(each.target()));
  }

  /// The count lies on top of the stack and stays there.
  private static void elements(CodeBuilder builder, int bytesEach) {
    builder.dup().loadConstant(bytesEach).invokestatic(METER, "elements", ELEMENTS);
  }

  /// The counts of the dimensions lie on the stack, the outermost lowest, and stay there.
  private static void elements(CodeBuilder builder, NewMultiArrayInstruction array) {
    var counts = new int[array.dimensions()];
    for (int i = counts.length - 1; i >= 0; i--) {
      counts[i] = builder.allocateLocal(TypeKind.INT);
      builder.istore(counts[i]);
    }
    builder.lconst_1();
    for (int count : counts) {
      builder.iload(count).invokestatic(METER, "within", WITHIN);
    }
    var type = array.arrayType().asSymbol();
    for (int i = 0; i < counts.length; i++) {
      type = type.componentType();
    }
    builder.loadConstant(size(TypeKind.from(type))).invokestatic(METER, "elements", ALL_ELEMENTS);
    for (int count : counts) {
      builder.iload(count);
    }
  }

  private static int size(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN, BYTE -> 1;
      case SHORT, CHAR -> 2;
      case INT, FLOAT -> 4;
      default -> 8;
    };
  }

  private static void call(CodeBuilder builder, InvokeInstruction call) {
    var owner = call.owner().asInternalName();
    if (!CHEAP.contains(owner)) {
      platformCall(builder);
    }
    var name = call.name().stringValue();
    if (owner.equals("java/lang/String") && STRING_EXPRESSIONS.contains(name)) {
      var type = call.typeSymbol().insertParameterTypes(0, ConstantDescs.CD_String);
      builder.invokestatic(METERED, name, type);
      return;
    }
    prepare(builder, owner, name + call.type().stringValue());
    builder.with(call);
    if (owner.startsWith(STREAMS) && STREAM_SOURCES.contains(name)) {
      var stream = call.typeSymbol().returnType();
      builder.invokestatic(METERED, "source", MethodTypeDesc.of(stream, stream));
    }
  }

  /// The arguments lie on the stack and stay there, or what stands for them.
  private static void prepare(CodeBuilder builder, String owner, String member) {
    var bytesEach = SIZED.get(owner + "." + member);
    if (bytesEach != null) {
      elements(builder, bytesEach);
    } else if (member.equals(REPEAT_MEMBER) && owner.equals("java/lang/String")) {
      builder.dup2().invokestatic(METER, "repeat", REPEAT);
    } else if (PATTERN_TEXTS.contains(member) && owner.equals("java/util/regex/Pattern")) {
      builder.invokestatic(METERED, "text", MethodTypeDesc.of(TEXT, TEXT));
    }
  }
}
