package dev.perdure.wat.type;

import dev.perdure.wat.syntax.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The types that are declared, by path: those of a program, and behind them those of the library,
/// which is asked when a path is not the program's. For one thread while a program is checked;
/// unchanged behind that.
public final class TypeTable {
  private final Map<String, TypeDecl> declared = new LinkedHashMap<>();
  private final Function<String, @Nullable TypeDecl> library;
  private final Map<String, Set<String>> parents = new HashMap<>();

  /// @param library answers a declaration of the library, or null
  public TypeTable(Function<String, @Nullable TypeDecl> library) {
    this.library = library;
  }

  /// Adds a declaration, in place of what was there.
  public void add(TypeDecl decl) {
    declared.put(decl.name(), decl);
  }

  /// The declaration of this path; null if there is none, or if the language itself makes its
  /// values.
  public @Nullable TypeDecl find(String name) {
    var own = declared.get(name);
    return own != null ? own : library.apply(name);
  }

  /// The program's declarations, in their order.
  public List<TypeDecl> declared() {
    return List.copyOf(declared.values());
  }

  /// Whether the program itself declares the type.
  public boolean isDeclared(String name) {
    return declared.containsKey(name);
  }

  /// Whether the path names a type.
  public boolean isKnown(String name) {
    return Known.arity(name) >= 0 || find(name) != null;
  }

  /// Whether the path is wrong for sure: the language declares no such type, and nobody else may.
  boolean isWrong(String name) {
    return Naming.isReserved(name) && !isKnown(name);
  }

  /// How many arguments the type takes; -1 if there is none of this path.
  public int arity(String name) {
    var decl = find(name);
    return decl == null ? Known.arity(name) : decl.params().size();
  }

  /// Adds `child` below `parent`; whether no cycle came of it, else nothing is changed.
  public boolean derive(String child, String parent) {
    if (child.equals(parent) || isBelow(/* child= */ parent, /* parent= */ child)) {
      return false;
    }
    parents.computeIfAbsent(child, _ -> new LinkedHashSet<>()).add(parent);
    return true;
  }

  /// Whether `derive` put any type below this one, whose values may then stand in its place.
  public boolean isParent(String name) {
    return parents.values().stream().anyMatch(above -> above.contains(name));
  }

  /// The types that `derive` put below this one, over any number of steps; sorted.
  public SortedSet<String> below(String name) {
    var below = new TreeSet<String>();
    for (var child : parents.keySet()) {
      if (isBelow(child, name)) {
        below.add(child);
      }
    }
    return below;
  }

  /// Whether `derive` put `child` below `parent`, over any number of steps.
  public boolean isBelow(String child, String parent) {
    var seen = new HashSet<String>();
    var open = new ArrayList<>(List.of(child));
    while (!open.isEmpty()) {
      for (var above : parents.getOrDefault(open.removeLast(), Set.of())) {
        if (above.equals(parent)) {
          return true;
        }
        if (seen.add(above)) {
          open.add(above);
        }
      }
    }
    return false;
  }

  /// The type with its aliases replaced by what they stand for.
  ///
  /// Aliases must be free of cycles, and every one must have as many arguments as it takes.
  public Type expand(Type type) {
    return switch (Type.head(type)) {
      case Type.Named named -> expand(named);
      case Type.Tuple(List<Type> items) -> new Type.Tuple(expand(items));
      case Type.Fn(List<Type> params, Type result, EffectVar latent) ->
          new Type.Fn(expand(params), expand(result), latent);
      case Type.Param param -> param;
      case Type.Var open -> open;
    };
  }

  private Type expand(Type.Named named) {
    var args = expand(named.args());
    var instead = isKnown(named.name()) ? null : Retired.type(named.name());
    if (instead != null) {
      // reported where it is written; it is clear what is meant
      return new Type.Named(instead, args, named.latent());
    }
    return find(named.name()) instanceof TypeDecl.Alias alias
            && alias.params().size() == args.size()
        ? expand(replace(alias.of(), bindings(alias.params(), args)))
        : new Type.Named(named.name(), args, named.latent());
  }

  private List<Type> expand(List<Type> types) {
    return types.stream().map(this::expand).toList();
  }

  /// What the parameters of a declaration are, given its arguments.
  public static Map<String, Type> bindings(List<String> params, List<Type> args) {
    var bindings = new HashMap<String, Type>();
    for (int i = 0; i < params.size(); i++) {
      bindings.put(params.get(i), args.get(i));
    }
    return bindings;
  }

  /// The type with its parameters replaced; what has no binding stays. Effects that are latent stay
  /// the same sets.
  public static Type replace(Type type, Map<String, Type> bindings) {
    return switch (Type.head(type)) {
      case Type.Named(String name, List<Type> args, var latent) ->
          args.isEmpty() ? Type.head(type) : new Type.Named(name, replace(args, bindings), latent);
      case Type.Tuple(List<Type> items) -> new Type.Tuple(replace(items, bindings));
      case Type.Fn(List<Type> params, Type result, EffectVar latent) ->
          new Type.Fn(replace(params, bindings), replace(result, bindings), latent);
      case Type.Param param -> bindings.getOrDefault(param.name(), param);
      case Type.Var open -> open;
    };
  }

  /// What stands in a declared field: the type with its parameters replaced, and all effects that
  /// are latent in it the same set.
  public static Type opened(Type type, Map<String, Type> bindings, EffectVar effects) {
    return switch (Type.head(type)) {
      case Type.Named(String name, List<Type> args, var latent) ->
          new Type.Named(name, opened(args, bindings, effects), latent == null ? null : effects);
      case Type.Tuple(List<Type> items) -> new Type.Tuple(opened(items, bindings, effects));
      case Type.Fn(List<Type> params, Type result, _) ->
          new Type.Fn(
              opened(params, bindings, effects), opened(result, bindings, effects), effects);
      case Type.Param param -> bindings.getOrDefault(param.name(), param);
      case Type.Var open -> open;
    };
  }

  private static List<Type> opened(
      List<Type> types, Map<String, Type> bindings, EffectVar effects) {
    return types.stream().map(type -> opened(type, bindings, effects)).toList();
  }

  private static List<Type> replace(List<Type> types, Map<String, Type> bindings) {
    return types.stream().map(type -> replace(type, bindings)).toList();
  }

  /// The types that a union has at its leaves: members that are unions are opened.
  public Set<Type> members(TypeDecl.Union union) {
    var members = new LinkedHashSet<Type>();
    for (var member : union.members()) {
      if (expand(member) instanceof Type.Named named
          && find(named.name()) instanceof TypeDecl.Union inner) {
        members.addAll(members(inner));
      } else {
        members.add(expand(member));
      }
    }
    return members;
  }

  /// Whether values of the type may cross a boundary (W3.2). A type parameter may: what it stands
  /// for is looked at where it is used.
  public boolean isPortable(Type type) {
    return isPortable(type, new HashSet<>());
  }

  private boolean isPortable(Type type, Set<String> open) {
    return switch (Type.head(type)) {
      case Type.Named named ->
          isPortableName(named.name(), open)
              && named.args().stream().allMatch(arg -> isPortable(arg, open));
      case Type.Tuple(List<Type> items) -> items.stream().allMatch(item -> isPortable(item, open));
      case Type.Fn _ -> false;
      case Type.Param _, Type.Var _ -> true;
    };
  }

  private boolean isPortableName(String name, Set<String> open) {
    return switch (find(name)) {
      case null -> Known.arity(name) < 0 || Known.isPortable(name);
      case TypeDecl.Aggregate aggregate -> aggregate.isRecord();
      case TypeDecl.Enumeration enumeration -> enumeration.isPure();
      case TypeDecl.Newtype newtype -> !open.add(name) || isPortable(newtype.of(), open);
      case TypeDecl.Alias alias -> !open.add(name) || isPortable(alias.of(), open);
      case TypeDecl.Union union ->
          !open.add(name) || union.members().stream().allMatch(m -> isPortable(m, open));
      case TypeDecl.Surface surface -> !Type.is(surface.nature(), Basic.STRUCT.name());
    };
  }

  /// All paths of types.
  public Set<String> names() {
    var names = new LinkedHashSet<>(Known.NAMES);
    names.addAll(declared.keySet());
    return names;
  }
}
