package dev.perdure.wat.type;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes types of types, part by part, and leaves out the variables that have been found. A type of
/// which nothing changes stays the same object, and in a long walk what is shared is made once and
/// is shared again. For one thread.
public abstract class TypeMap {
  private int steps;
  private @Nullable IdentityHashMap<Type, Type> made;

  /// At its beginning.
  protected TypeMap() {}

  /// What the type becomes.
  public final Type of(Type type) {
    var head = Type.head(type);
    if (++steps <= Limits.SHORT_WALK_MAX) {
      return make(head);
    }
    if (made == null) {
      made = new IdentityHashMap<>();
    }
    var known = made.get(head);
    if (known == null) {
      known = make(head);
      made.put(head, known);
    }
    return known;
  }

  /// What each of the types becomes; the same list if none changes.
  public final List<Type> of(List<Type> types) {
    List<Type> changed = null;
    for (int i = 0; i < types.size(); i++) {
      var type = types.get(i);
      var becomes = of(type);
      if (changed == null && isOther(type, becomes)) {
        changed = new ArrayList<>(types.subList(0, i));
      }
      if (changed != null) {
        changed.add(becomes);
      }
    }
    return changed == null ? types : changed;
  }

  /// Whether so much was made that what is equal should be one object.
  protected final boolean isLong() {
    return steps > Limits.LONG_WALK_MIN;
  }

  private Type make(Type head) {
    return switch (head) {
      case Type.Named named -> named(named(named, of(named.args())));
      case Type.Tuple tuple -> tuple(tuple, of(tuple.items()));
      case Type.Fn fn -> fn(fn, params(fn.params()), of(fn.result()));
      case Type.Param param -> param(param);
      case Type.Var open -> open;
    };
  }

  private Type.Named named(Type.Named named, List<Type> args) {
    var latent = named.latent() == null ? null : latent(named.latent());
    return isOther(named.args(), args) || isOther(named.latent(), latent)
        ? new Type.Named(named.name(), args, latent)
        : named;
  }

  private Type tuple(Type.Tuple tuple, List<Type> items) {
    return composed(isOther(tuple.items(), items) ? new Type.Tuple(items) : tuple);
  }

  private Type fn(Type.Fn fn, List<Type> params, Type result) {
    var latent = latent(fn.latent());
    return composed(
        isOther(fn.params(), params) || isOther(fn.result(), result) || isOther(fn.latent(), latent)
            ? new Type.Fn(params, result, latent)
            : fn);
  }

  /// Asked of objects that may well be equal: what is the same object is shared.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOther(@Nullable Object a, @Nullable Object b) {
    return a != b;
  }

  /// What a named type becomes whose arguments have become what they do.
  protected Type named(Type.Named named) {
    return composed(named);
  }

  /// What becomes of a type behind all else.
  protected Type composed(Type type) {
    return type;
  }

  /// What the parameters of a function become.
  protected List<Type> params(List<Type> params) {
    return of(params);
  }

  /// What a parameter of the declaration becomes.
  protected Type param(Type.Param param) {
    return param;
  }

  /// What the effects become that are latent in a function or a stream.
  protected EffectVar latent(EffectVar latent) {
    return latent;
  }
}
