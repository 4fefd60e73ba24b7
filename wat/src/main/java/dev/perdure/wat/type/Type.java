package dev.perdure.wat.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type (W3). Aliases are resolved; names are paths without the leading colon. Types share parts,
/// so they are walked by [Walk] and [TypeMap]. They are equal whatever effects are latent in them.
public sealed interface Type {

  /// A named type with its arguments: `wat::core::Vector<wat::core::i64>`.
  ///
  /// @param name its path
  /// @param args its arguments
  /// @param latent of a stream, or of what may be one: the effects of forcing it; else null
  record Named(String name, List<Type> args, @Nullable EffectVar latent) implements Type {
    public Named {
      args = List.copyOf(args);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Type type && Equality.of(this, type);
    }

    /// Of its head only, as its parts may be many.
    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// `(A,B)`; never empty: that is `wat::core::nil`.
  record Tuple(List<Type> items) implements Type {
    public Tuple {
      items = List.copyOf(items);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Type type && Equality.of(this, type);
    }

    /// Of its head only, as its parts may be many.
    @Override
    public int hashCode() {
      return items.size();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// `wat::core::Fn(A,B)->R`.
  ///
  /// @param latent the effects of calling it
  record Fn(List<Type> params, Type result, EffectVar latent) implements Type {
    public Fn {
      params = List.copyOf(params);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Type type && Equality.of(this, type);
    }

    /// Of its head only, as its parts may be many.
    @Override
    public int hashCode() {
      return -params.size();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A type parameter of the declaration that is being checked: fits itself only.
  record Param(String name) implements Type {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A type that is not known yet. Only the thread that checks the program changes it.
  final class Var implements Type {
    private final int number;
    private final boolean isUnknown;
    private @Nullable Type known;

    Var(int number, boolean isUnknown) {
      this.number = number;
      this.isUnknown = isUnknown;
    }

    /// Whether it is the type of what is wrong, which was reported: nothing is said of what would
    /// depend on it.
    boolean isUnknown() {
      return isUnknown;
    }

    int number() {
      return number;
    }

    /// What it was found to be; null as long as that is open.
    @Nullable Type known() {
      return known;
    }

    void become(Type type) {
      if (known != null || type == this) {
        throw new IllegalStateException("a type is found once");
      }
      known = type;
    }

    /// Takes back what it was found to be: an attempt to fit two types failed.
    void forget() {
      known = null;
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A named type without arguments.
  static Named named(String name) {
    return new Named(name, List.of(), null);
  }

  /// A named type.
  static Named named(String name, Type... args) {
    return new Named(name, List.of(args), null);
  }

  /// The tuple of the items; of none, `wat::core::nil`.
  static Type tuple(List<Type> items) {
    return items.isEmpty() ? Basic.NIL : new Tuple(items);
  }

  /// What is known of the type at its head: never a variable that has been found.
  static Type head(Type type) {
    var at = type;
    while (at instanceof Var v && v.known() != null) {
      at = v.known();
    }
    return at;
  }

  /// The type with everything in it that has been found.
  static Type whole(Type type) {
    return new TypeMap() {}.of(type);
  }

  /// Whether nothing can be known of the type, as what has it is wrong and was reported.
  static boolean isUnknown(Type type) {
    return head(type) instanceof Var open && open.isUnknown();
  }

  /// Whether it is this named type, whatever its arguments.
  static boolean is(Type type, String name) {
    return head(type) instanceof Named named && named.name().equals(name);
  }
}
