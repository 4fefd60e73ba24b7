package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeMap;
import dev.perdure.wat.type.Walk;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Equality and order (W7.3): operands are of one type, but numbers may mix.
final class Comparisons {
  private static final Set<String> NUMBERS =
      Set.of(
          Basic.I64.name(),
          Basic.U8.name(),
          Basic.F64.name(),
          Basic.BIGINT.name(),
          Basic.RATIONAL.name());

  private static final Set<String> UNORDERED =
      Set.of(Basic.HASH_MAP, Basic.HASH_SET, Basic.PERSISTENT_MAP, Basic.NIL.name());

  private static final Set<String> ORDERED =
      Set.of(
          Basic.STRING.name(),
          Basic.BOOL.name(),
          Basic.KEYWORD.name(),
          "wat::time::Instant",
          "wat::time::Duration");

  private static final Set<String> ORDERED_BY_PARTS =
      Set.of(Basic.VECTOR, Basic.OPTION, Basic.RESULT);

  private final Checking cx;
  private final Calls calls;

  Comparisons(Checking cx, Calls calls) {
    this.cx = cx;
    this.calls = calls;
  }

  /// What a List equals: the Vector of equal elements.
  private static final class Sequences extends TypeMap {
    @Override
    protected Type named(Type.Named named) {
      return named.name().equals(Basic.LIST) ? Basic.vector(named.args().getFirst()) : named;
    }
  }

  Core equality(Ast ast, String path, List<Ast> items, At at) {
    return compared(ast, path, items, at, type -> isComparable(type, new Walk()));
  }

  Core order(Ast ast, String path, List<Ast> items, At at) {
    return compared(ast, path, items, at, type -> isOrdered(type, new Walk()));
  }

  /// Whether values of a type can be compared in a way.
  private interface Look {
    boolean allows(Type type);
  }

  private Core compared(Ast ast, String path, List<Ast> items, At at, Look look) {
    if (items.size() != 3) {
      throw Faults.arity(path, 2, items.size() - 1, ast.span()).refused();
    }
    var args = calls.args(items, at);
    var left = args.get(0);
    var right = args.get(1);
    if (!fit(path, left.type(), right.type())) {
      throw Faults.mismatch(path, "#2", left.type(), right.type(), right.span(), List.of())
          .refused();
    }
    calls.atEnd(() -> check(path, left, look));
    return new Core.Apply(operation(path, left.type(), right.type()), args, Basic.BOOL, ast.span());
  }

  private boolean fit(String path, Type left, Type right) {
    return (isNumber(left) && isNumber(right))
        || cx.unifier().unify(left, right)
        || cx.unifier().assign(left, right)
        || cx.unifier().assign(right, left)
        || (isEquality(path)
            && cx.unifier().unify(new Sequences().of(left), new Sequences().of(right)));
  }

  private static boolean isEquality(String path) {
    return path.equals("wat::core::=") || path.equals("wat::core::not=");
  }

  private void check(String path, Core operand, Look look) {
    if (!look.allows(operand.type())) {
      cx.error(
          Faults.mismatch(
              path,
              "#1",
              isEquality(path)
                  ? "a type whose values can be compared"
                  : "a type whose values have an order",
              operand.type(),
              operand.span()));
    }
  }

  /// `(sort c)`, `(sort cmp c)`.
  Core sort(Ast ast, List<Ast> items, At at) {
    if (!(cx.definition(items.getFirst().path()) instanceof Definition.Clauses clauses)) {
      throw new IllegalStateException(items.getFirst().path() + " has no clauses");
    }
    var args = calls.args(items, at);
    if (args.size() == 1) {
      sorted(args.getFirst(), args.getFirst().span());
    }
    return calls.clauses(clauses, args, ast.span(), at);
  }

  /// Reports `(sort c)` of elements that no comparison puts in order, at the end of the body. What
  /// is known of a value only when it runs is left to that.
  private void sorted(Core collection, Span span) {
    calls.atEnd(() -> {
      if (Type.head(collection.type()) instanceof Type.Named named
          && named.args().size() == 1
          && !mayBeOrdered(named.args().getFirst())) {
        cx.error(
            Faults.mismatch(
                "wat::core::sort",
                "#1",
                "a collection whose elements have an order",
                collection.type(),
                span));
      }
    });
  }

  /// Whether values of the type may have an order, as far as it tells: of what W7.3 names, none
  /// have.
  private boolean mayBeOrdered(Type type) {
    return switch (Type.head(type)) {
      case Type.Fn _ -> false;
      case Type.Tuple(List<Type> items) -> items.stream().allMatch(this::mayBeOrdered);
      case Type.Named(String name, List<Type> args, _) ->
          !UNORDERED.contains(name)
              && !(cx.types().find(name) instanceof TypeDecl.Enumeration)
              && !(cx.types().find(name) instanceof TypeDecl.Aggregate of && !of.isRecord())
              && (!ORDERED_BY_PARTS.contains(name) || args.stream().allMatch(this::mayBeOrdered));
      case Type.Param _, Type.Var _ -> true;
    };
  }

  private static boolean isNumber(Type type) {
    return Type.head(type) instanceof Type.Named named && NUMBERS.contains(named.name());
  }

  /// The comparison of the one type that both have, where there is one; else that of all values.
  private Operation operation(String path, Type left, Type right) {
    var name = path.substring("wat::core::".length());
    for (var type : List.of("i64", "f64")) {
      if (Type.is(left, "wat::core::" + type) && Type.is(right, "wat::core::" + type)) {
        return primitive("wat::core::" + type + "::" + name);
      }
    }
    return primitive(path);
  }

  private Operation primitive(String path) {
    if (!(cx.definition(path) instanceof Definition.Primitive primitive)) {
      throw new IllegalStateException(path + " is no primitive of the library");
    }
    return CallCore.primitive(primitive, cx.scheme(primitive));
  }

  private static boolean isComparable(Type type, Walk walk) {
    var head = Type.head(type);
    return !walk.enters(head)
        || switch (head) {
          case Type.Fn _ -> false;
          case Type.Tuple(List<Type> items) -> areComparable(items, walk);
          case Type.Named(String name, List<Type> args, var latent) ->
              latent == null
                  && !name.startsWith("wat::io::")
                  && !name.startsWith("wat::kernel::Thread")
                  && areComparable(args, walk);
          case Type.Param _, Type.Var _ -> true;
        };
  }

  private static boolean areComparable(List<Type> types, Walk walk) {
    return types.stream().allMatch(type -> isComparable(type, walk));
  }

  private boolean isOrdered(Type type, Walk walk) {
    var head = Type.head(type);
    return !walk.enters(head)
        || switch (head) {
          case Type.Fn _ -> false;
          case Type.Tuple(List<Type> items) -> areOrdered(items, walk);
          case Type.Named(String name, List<Type> args, var _) ->
              NUMBERS.contains(name)
                  || ORDERED.contains(name)
                  || (ORDERED_BY_PARTS.contains(name) && areOrdered(args, walk))
                  || (cx.types().find(name) instanceof TypeDecl.Union union
                      && areOrdered(cx.types().members(union), walk));
          case Type.Param _, Type.Var _ -> true;
        };
  }

  private boolean areOrdered(Collection<Type> types, Walk walk) {
    return types.stream().allMatch(type -> isOrdered(type, walk));
  }
}
