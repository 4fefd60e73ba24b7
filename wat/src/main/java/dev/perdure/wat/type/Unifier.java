package dev.perdure.wat.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Finds out what open types are: Hindley's and Milner's unification, with the few places where one
/// type fits another that it does not equal (W3.4). An attempt that fails changes nothing. For one
/// thread.
public final class Unifier {
  private final TypeTable table;
  private final BiPredicate<Type, TypeDecl.Surface> satisfies;

  /// What attempts have changed, oldest first: types that were found, and sets of effects that
  /// include one more.
  private final List<Object> changed = new ArrayList<>();

  /// What the attempt has compared.
  private final Pairs pairs = new Pairs();

  private int attempts;
  private int vars;

  /// @param satisfies whether a type has all that a surface asks for
  public Unifier(TypeTable table, BiPredicate<Type, TypeDecl.Surface> satisfies) {
    this.table = table;
    this.satisfies = satisfies;
  }

  /// A type that is not known yet.
  public Type.Var fresh() {
    return new Type.Var(vars++, false);
  }

  /// The type of what is wrong, which was reported: it fits all others, and what is made of it is
  /// unknown as well.
  public Type.Var unknown() {
    return new Type.Var(vars++, true);
  }

  /// Whether the two are the same type, which they are from now on.
  public boolean unify(Type a, Type b) {
    return attempt(() -> same(a, b));
  }

  /// Whether a value of the one may stand where the other is expected, which it may from now on.
  public boolean assign(Type from, Type to) {
    return attempt(() -> fits(from, to));
  }

  /// Whether [#assign] would be true; changes nothing.
  public boolean couldAssign(Type from, Type to) {
    return probe(() -> fits(from, to));
  }

  /// One attempt to fit types.
  @FunctionalInterface
  public interface Attempt {
    /// Whether they fit.
    boolean succeeds();
  }

  /// Makes the attempt; takes back what was found if it fails.
  public boolean attempt(Attempt attempt) {
    int before = changed.size();
    boolean succeeds = made(attempt);
    if (!succeeds) {
      undo(before);
    }
    return succeeds;
  }

  /// Makes the attempt and takes back what was found.
  public boolean probe(Attempt attempt) {
    int before = changed.size();
    boolean succeeds = made(attempt);
    undo(before);
    return succeeds;
  }

  private boolean made(Attempt attempt) {
    attempts++;
    try {
      return attempt.succeeds();
    } finally {
      attempts--;
      if (attempts == 0) {
        pairs.clear();
      }
    }
  }

  private void undo(int before) {
    while (changed.size() > before) {
      switch (changed.removeLast()) {
        case Type.Var type -> type.forget();
        case EffectVar effects -> effects.forgetLast();
        case Pairs.Pair pair -> pairs.forget(pair);
        case Object other -> throw new IllegalStateException(other.toString());
      }
    }
  }

  /// Whether the two were found to fit in this attempt; what holds then need not be found again.
  private boolean compared(Type a, Type b, String how, Attempt parts) {
    if (pairs.has(a, b, how)) {
      return true;
    }
    if (!parts.succeeds()) {
      return false;
    }
    var pair = pairs.enter(a, b, how);
    if (pair != null) {
      changed.add(pair);
    }
    return true;
  }

  private boolean fits(Type from, Type to) {
    var a = Type.head(from);
    var b = Type.head(to);
    if (identical(a, b)
        || Type.is(a, "wat::core::never")
        || Type.is(b, "wat::core::Value")
        || isWrong(a)
        || isWrong(b)) {
      return true;
    }
    return switch (b) {
      case Type.Tuple(List<Type> to2) when a instanceof Type.Tuple(List<Type> from2) ->
          from2.size() == to2.size() && compared(a, b, "fits", () -> allFit(from2, to2));
      case Type.Fn(List<Type> params, Type result, EffectVar latent)
          when a instanceof Type.Fn fn -> {
        include(latent, fn.latent());
        yield fn.params().size() == params.size()
            && allSame(fn.params(), params)
            && same(fn.result(), result);
      }
      case Type.Named named when a instanceof Type.Named of -> fits(of, named);
      case Type.Named named when table.find(named.name()) instanceof TypeDecl.Union union ->
          a instanceof Type.Var ? same(a, b) : isMember(a, union);
      default -> same(a, b);
    };
  }

  private boolean allFit(List<Type> from, List<Type> to) {
    for (int i = 0; i < from.size(); i++) {
      if (!fits(from.get(i), to.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Type.Named from, Type.Named to) {
    if (from.name().equals(to.name())) {
      return allSame(from.args(), to.args()) && forced(from, to);
    }
    if (to.name().equals(Basic.SEQABLE)) {
      return isSeqable(from.name()) && allSame(from.args(), to.args()) && forced(from, to);
    }
    if (to.name().equals("wat::kernel::Peer") && isServer(from.name())) {
      return same(from.args().get(1), to.args().get(0))
          && same(from.args().get(0), to.args().get(1));
    }
    return table.isBelow(from.name(), to.name())
        || isBelowRoot(from, to.name())
        || isBelowDeclared(from, to);
  }

  private boolean forced(Type.Named from, Type.Named to) {
    if (to.latent() != null && from.latent() != null) {
      include(to.latent(), from.latent());
    }
    return true;
  }

  private void include(EffectVar effects, EffectVar more) {
    if (effects.include(more)) {
      changed.add(effects);
    }
  }

  static boolean isSeqable(String name) {
    return name.equals(Basic.VECTOR)
        || name.equals(Basic.LIST)
        || name.equals(Basic.PERSISTENT_VECTOR)
        || name.equals(Basic.STREAM);
  }

  private static boolean isServer(String name) {
    return name.equals("wat::kernel::Thread") || name.equals("wat::kernel::Process");
  }

  private boolean isBelowRoot(Type.Named from, String root) {
    if (!(table.find(from.name()) instanceof TypeDecl.Aggregate aggregate)) {
      return false;
    }
    return switch (root) {
      case "wat::core::Record" -> aggregate.isRecord();
      case "wat::core::Struct" -> !aggregate.isRecord();
      case "wat::core::Error" -> isError(aggregate);
      default -> false;
    };
  }

  /// Whether a record has what every error has (W3.2).
  private boolean isError(TypeDecl.Aggregate aggregate) {
    return aggregate.isRecord()
        && has(aggregate, "message", Basic.STRING)
        && has(aggregate, "location", Basic.option(Type.named("wat::core::Span")))
        && has(aggregate, "causes", Basic.vector(Basic.ERROR));
  }

  private boolean has(TypeDecl.Aggregate aggregate, String field, Type type) {
    int at = aggregate.index(field);
    return at >= 0 && table.expand(aggregate.fields().get(at).type()).equals(type);
  }

  private boolean isBelowDeclared(Type.Named from, Type.Named to) {
    return switch (table.find(to.name())) {
      case TypeDecl.Union union -> isMember(from, union);
      case TypeDecl.Surface surface -> satisfies.test(from, surface);
      case null, default -> false;
    };
  }

  private boolean isMember(Type type, TypeDecl.Union union) {
    if (Type.head(type) instanceof Type.Named named
        && table.find(named.name()) instanceof TypeDecl.Union other) {
      return meet(other, union);
    }
    return table.members(union).stream().anyMatch(member -> attempt(() -> same(type, member)));
  }

  private boolean meet(TypeDecl.Union a, TypeDecl.Union b) {
    var members = table.members(b);
    return table.members(a).stream().anyMatch(members::contains);
  }

  private boolean same(Type left, Type right) {
    var a = Type.head(left);
    var b = Type.head(right);
    if (identical(a, b) || isWrong(a) || isWrong(b)) {
      return true;
    }
    if (a instanceof Type.Var open && !(open.isUnknown() && b instanceof Type.Var)) {
      return find(open, b);
    }
    if (b instanceof Type.Var open) {
      return find(open, a);
    }
    return switch (a) {
      case Type.Named x when x.args().isEmpty() && b instanceof Type.Named y -> sameNamed(x, y);
      case Type.Named _, Type.Tuple _, Type.Fn _ -> compared(a, b, "same", () -> sameParts(a, b));
      default -> a.equals(b);
    };
  }

  private boolean sameParts(Type a, Type b) {
    return switch (a) {
      case Type.Named x when b instanceof Type.Named y -> sameNamed(x, y);
      case Type.Tuple(List<Type> x) when b instanceof Type.Tuple(List<Type> y) -> allSame(x, y);
      case Type.Fn x when b instanceof Type.Fn y -> {
        include(x.latent(), y.latent());
        include(y.latent(), x.latent());
        yield allSame(x.params(), y.params()) && same(x.result(), y.result());
      }
      default -> false;
    };
  }

  /// A type that does not exist is reported where it is written, and fits all others.
  private boolean isWrong(Type type) {
    return type instanceof Type.Named named && table.isWrong(named.name());
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean identical(Type a, Type b) {
    return a == b;
  }

  private boolean sameNamed(Type.Named a, Type.Named b) {
    if (!a.name().equals(b.name())) {
      return table.find(a.name()) instanceof TypeDecl.Union x
          && table.find(b.name()) instanceof TypeDecl.Union y
          && meet(x, y);
    }
    if (a.latent() != null && b.latent() != null) {
      include(a.latent(), b.latent());
      include(b.latent(), a.latent());
    }
    return allSame(a.args(), b.args());
  }

  private boolean allSame(List<Type> a, List<Type> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean find(Type.Var open, Type type) {
    if (occurs(open, type, new Walk())) {
      return false;
    }
    open.become(type);
    changed.add(open);
    if (open.isUnknown()) {
      spread(type, new Walk());
    }
    return true;
  }

  /// The parts of a type of which nothing is known are as unknown.
  private void spread(Type type, Walk walk) {
    var head = Type.head(type);
    switch (head) {
      case Type.Var open when !open.isUnknown() -> {
        open.become(unknown());
        changed.add(open);
      }
      case Type.Named(_, List<Type> args, _) when walk.enters(head) ->
          args.forEach(arg -> spread(arg, walk));
      case Type.Tuple(List<Type> items) when walk.enters(head) ->
          items.forEach(item -> spread(item, walk));
      case Type.Fn(List<Type> params, Type result, _) when walk.enters(head) -> {
        params.forEach(param -> spread(param, walk));
        spread(result, walk);
      }
      default -> {}
    }
  }

  private static boolean occurs(Type.Var open, Type type, Walk walk) {
    var head = Type.head(type);
    return switch (head) {
      case Type.Named(_, List<Type> args, var _) ->
          !args.isEmpty() && walk.enters(head) && occurs(open, args, walk);
      case Type.Tuple(List<Type> items) -> walk.enters(head) && occurs(open, items, walk);
      case Type.Fn(List<Type> params, Type result, _) ->
          walk.enters(head) && (occurs(open, params, walk) || occurs(open, result, walk));
      case Type.Param _ -> false;
      case Type.Var other -> other == open;
    };
  }

  private static boolean occurs(Type.Var open, List<Type> types, Walk walk) {
    for (var type : types) {
      if (occurs(open, type, walk)) {
        return true;
      }
    }
    return false;
  }
}
