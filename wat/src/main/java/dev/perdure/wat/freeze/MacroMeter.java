package dev.perdure.wat.freeze;

import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.TreeSize;
import dev.perdure.wat.run.Meter;
import dev.perdure.wat.run.Operations;
import java.util.Set;

/// Bounds what the macros of a program make while they are expanded: each value as a tree, and the
/// work of all together. What an operation may look at or make is counted before it does, by the
/// sizes of what it is given; so the count is the same on every machine. For one thread.
final class MacroMeter implements Meter {
  /// What takes the same time whatever the size of what it is given.
  private static final Set<String> FREE_CLASSES =
      Set.of("I64", "F64", "Maths", "Logic", "Streams", "Times");

  private static final Set<String> FREE =
      Set.of(
          "Vectors.get",
          "Vectors.isEmpty",
          "Vectors.last",
          "Vectors.length",
          "Vectors.nth",
          "Vectors.rest",
          "PersistentVectors.get",
          "PersistentVectors.isEmpty",
          "PersistentVectors.last",
          "PersistentVectors.length",
          "PersistentVectors.nth",
          "PersistentVectors.rest",
          "Lists.isEmpty",
          "Lists.length",
          "Lists.rest",
          "HashMaps.isEmpty",
          "HashMaps.length",
          "PersistentMaps.isEmpty",
          "PersistentMaps.length",
          "HashSets.isEmpty",
          "HashSets.length",
          "Asts.isList",
          "Asts.kind",
          "Asts.length",
          "Asts.name",
          "Asts.nth",
          "Asts.span",
          "Asts.endSpan",
          "Strings.isEmpty",
          "Strings.length");

  /// What shares what it is given with what it makes.
  private static final Set<String> SHARING =
      Set.of(
          "Vectors.conj",
          "Vectors.with",
          "PersistentVectors.conj",
          "PersistentVectors.with",
          "Lists.conj",
          "HashMaps.assoc",
          "HashMaps.dissoc",
          "PersistentMaps.assoc",
          "PersistentMaps.dissoc",
          "HashSets.conj",
          "Records.toMap");

  /// The values that were measured last, as objects: what a loop adds to is not measured at each
  /// step.
  private final Object[] recent = new Object[64];

  private final long[] sizes = new long[recent.length];
  private int next;
  private long work;

  /// A value is too large, or all that was done is too much.
  static final class TooMuch extends RuntimeException {
    TooMuch(String what) {
      super(what, null, false, false);
    }
  }

  @Override
  public Object apply(Operation operation, Object[] args, Operations operations) {
    return switch (operation) {
      case Operation.Java java when isFree(java.member()) -> operations.apply(operation, args);
      case Operation.Java java when SHARING.contains(java.member()) ->
          shared(operation, args, 1, operations);
      case Operation.Java java when java.member().equals("Vectors.range") ->
          range(java, args, operations);
      case Operation.Java _, Operation.Same _ -> measured(operation, args, operations);
      case Operation.MakeCollection _,
          Operation.MakeTuple _,
          Operation.MakeVariant _,
          Operation.Construct _,
          Operation.Wrap _,
          Operation.With _ ->
          shared(operation, args, 1, operations);
      case Operation.Template(var ast) -> shared(operation, args, size(ast), operations);
      default -> operations.apply(operation, args);
    };
  }

  private static boolean isFree(String member) {
    return FREE.contains(member) || FREE_CLASSES.contains(member.substring(0, dot(member)));
  }

  private static int dot(String member) {
    return Math.max(0, member.indexOf('.'));
  }

  private Object range(Operation.Java range, Object[] args, Operations operations) {
    if (args[0] instanceof Long from && args[1] instanceof Long to && to > from) {
      long length = to - from;
      large(length < 0 ? Long.MAX_VALUE : length);
      spend(length);
    }
    return operations.apply(range, args);
  }

  private Object measured(Operation operation, Object[] args, Operations operations) {
    for (var arg : args) {
      spend(size(arg));
    }
    var made = operations.apply(operation, args);
    spend(size(made));
    return made;
  }

  /// @param own the size of what it adds
  private Object shared(Operation operation, Object[] args, long own, Operations operations) {
    long size = own;
    for (var arg : args) {
      size += size(arg);
    }
    var made = operations.apply(operation, args);
    spend(1 + args.length);
    if (size > Limits.MACRO_VALUE_MAX) {
      // an element that was replaced was counted with those that stayed
      size(made);
    } else if (size > Limits.SMALL_VALUE_MAX) {
      remember(made, size);
    }
    return made;
  }

  /// How large a value is; not much smaller, at least.
  ///
  /// @throws TooMuch if it is larger than values may be
  long size(Object value) {
    for (int i = 0; i < recent.length; i++) {
      if (isSame(recent[i], value)) {
        return sizes[i];
      }
    }
    long size = TreeSize.of(value, Limits.MACRO_VALUE_MAX);
    spend(size);
    large(size);
    if (size > Limits.SMALL_VALUE_MAX) {
      remember(value, size);
    }
    return size;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Object a, Object b) {
    return a == b;
  }

  private void remember(Object value, long size) {
    recent[next] = value;
    sizes[next] = size;
    next = (next + 1) % recent.length;
  }

  private static void large(long size) {
    if (size > Limits.MACRO_VALUE_MAX) {
      throw new TooMuch("makes a value of more than " + Limits.MACRO_VALUE_MAX + " parts");
    }
  }

  private void spend(long more) {
    work += more;
    if (work > Limits.MACRO_WORK_MAX) {
      throw new TooMuch(
          "is expanded when the program's macros have looked at "
              + Limits.MACRO_WORK_MAX
              + " values");
    }
  }
}
