package dev.perdure.wat.type;

import dev.perdure.wat.syntax.Naming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The types that are declared, by path: those of a program, and behind them those of the library,
/// which is asked when a path is not the program's. For one thread while a program is checked;
/// unchanged behind that.
public final class TypeTable {
  private final Map<String, TypeDecl> declared = new LinkedHashMap<>();
  private final Function<String, @Nullable TypeDecl> library;
  private final Map<String, Set<String>> parents = new HashMap<>();

  /// What aliases without parameters stand for, what unions have at their leaves, and which names
  /// are wrong, as far as that was asked for since the last declaration.
  private final Map<String, Type> expanded = new ConcurrentHashMap<>();

  private final Map<String, Set<Type>> members = new ConcurrentHashMap<>();
  private final Map<String, Boolean> wrong = new ConcurrentHashMap<>();

  /// @param library answers a declaration of the library, or null
  public TypeTable(Function<String, @Nullable TypeDecl> library) {
    this.library = library;
  }

  /// Adds a declaration, in place of what was there.
  public void add(TypeDecl decl) {
    declared.put(decl.name(), decl);
    expanded.clear();
    members.clear();
    wrong.clear();
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
    var known = wrong.get(name);
    if (known == null) {
      known = Naming.isReserved(name) && !isKnown(name);
      wrong.put(name, known);
    }
    return known;
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

  /// The type with its aliases replaced by what they stand for. What has more or fewer arguments
  /// than it takes becomes a type that fits all others.
  ///
  /// Aliases must be free of cycles.
  public Type expand(Type type) {
    return new Expansion(this).of(type);
  }

  /// What an alias without parameters stands for; null if that has not been found out yet.
  @Nullable Type known(TypeDecl.Alias alias) {
    return expanded.get(alias.name());
  }

  /// Remembers what an alias without parameters stands for.
  void know(TypeDecl.Alias alias, Type type) {
    expanded.put(alias.name(), type);
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
    return new TypeMap() {
      @Override
      protected Type param(Type.Param param) {
        return bindings.getOrDefault(param.name(), param);
      }
    }.of(type);
  }

  /// What stands in a declared field: the type with its parameters replaced, and all effects that
  /// are latent in it the same set.
  public static Type opened(Type type, Map<String, Type> bindings, EffectVar effects) {
    return new TypeMap() {
      @Override
      protected Type param(Type.Param param) {
        return bindings.getOrDefault(param.name(), param);
      }

      @Override
      protected EffectVar latent(EffectVar latent) {
        return effects;
      }
    }.of(type);
  }

  /// The types that a union has at its leaves: members that are unions are opened.
  public Set<Type> members(TypeDecl.Union union) {
    var known = members.get(union.name());
    if (known == null) {
      known = leaves(union);
      members.put(union.name(), known);
    }
    return known;
  }

  private Set<Type> leaves(TypeDecl.Union union) {
    var members = new LinkedHashSet<Type>();
    for (var member : union.members()) {
      if (expand(member) instanceof Type.Named named
          && find(named.name()) instanceof TypeDecl.Union inner) {
        members.addAll(members(inner));
      } else {
        members.add(expand(member));
      }
    }
    return Collections.unmodifiableSet(members);
  }

  /// Whether values of the type may cross a boundary (W3.2). A type parameter may: what it stands
  /// for is looked at where it is used.
  public boolean isPortable(Type type) {
    return isPortable(type, new HashSet<>(), new Walk());
  }

  private boolean isPortable(Type type, Set<String> open, Walk walk) {
    var head = Type.head(type);
    return !walk.enters(head)
        || switch (head) {
          case Type.Named named ->
              isPortableName(named.name(), open, walk) && arePortable(named.args(), open, walk);
          case Type.Tuple(List<Type> items) -> arePortable(items, open, walk);
          case Type.Fn _ -> false;
          case Type.Param _, Type.Var _ -> true;
        };
  }

  private boolean arePortable(List<Type> types, Set<String> open, Walk walk) {
    return types.stream().allMatch(type -> isPortable(type, open, walk));
  }

  private boolean isPortableName(String name, Set<String> open, Walk walk) {
    return switch (find(name)) {
      case null -> Known.arity(name) < 0 || Known.isPortable(name);
      case TypeDecl.Aggregate aggregate -> aggregate.isRecord();
      case TypeDecl.Enumeration enumeration -> enumeration.isPure();
      case TypeDecl.Newtype newtype -> !open.add(name) || isPortable(newtype.of(), open, walk);
      case TypeDecl.Alias alias -> !open.add(name) || isPortable(alias.of(), open, walk);
      case TypeDecl.Union union -> !open.add(name) || arePortable(union.members(), open, walk);
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
