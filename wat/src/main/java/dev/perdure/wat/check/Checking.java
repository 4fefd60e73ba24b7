package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeMap;
import dev.perdure.wat.type.TypeTable;
import dev.perdure.wat.type.Unifier;
import dev.perdure.wat.type.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What all bodies of a program share while they are checked: the names that can be used, what is
/// known of them, and what was found wrong. For one thread.
final class Checking {
  /// A name that nothing declares, a path with its colon.
  record Unresolved(String path, String context, Span span, List<Remedy> remedies) {}

  /// What a closure says that it does at most.
  ///
  /// @param name of the closure
  /// @param function the one that it stands in
  record Bound(String name, String function, EffectVar effects, List<String> allowed, Span span) {
    Bound {
      allowed = List.copyOf(allowed);
    }
  }

  private final Declarations program;
  private final Library library;
  private final TypeTable types;
  private final Unifier unifier;
  private final Map<String, Scheme> schemes = new HashMap<>();

  /// The schemes of functions that are taken over, by name.
  private final Map<String, Scheme> taken = new HashMap<>();

  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final List<Unresolved> unresolved = new ArrayList<>();
  private final List<Bound> bounds = new ArrayList<>();

  /// The functions and constants of the library that are used, in the order of first use.
  private final Set<String> used = new LinkedHashSet<>();

  /// What the body uses that is checked; null if nobody keeps it.
  private @Nullable Uses uses;

  private final Map<String, Dispatcher> dispatchers = new LinkedHashMap<>();
  private final Map<String, Method> methods = new LinkedHashMap<>();

  /// Finds out the scheme of a constant.
  private final Function<Definition.Constant, Scheme> constants;

  private final List<String> callables = new ArrayList<>();
  private final Map<String, List<Remedy>> similar = new HashMap<>();

  /// The number of each definition in the order of the program.
  private final Map<String, Integer> places = new HashMap<>();

  private final Surfaces surfaces;

  Checking(
      Declarations program,
      Library library,
      TypeTable types,
      Function<Definition.Constant, Scheme> constants) {
    this.program = program;
    this.library = library;
    this.types = types;
    this.constants = constants;
    this.unifier = new Unifier(types, (type, surface) -> surfaces().satisfies(type, surface));
    this.surfaces = new Surfaces(this);
  }

  TypeTable types() {
    return types;
  }

  /// Which types have what surfaces ask for.
  Surfaces surfaces() {
    return surfaces;
  }

  Unifier unifier() {
    return unifier;
  }

  Declarations program() {
    return program;
  }

  void error(Diagnostic diagnostic) {
    errors.add(diagnostic);
  }

  List<Diagnostic> errors() {
    return errors;
  }

  void warn(Diagnostic diagnostic) {
    warnings.add(diagnostic);
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  /// How many places were found that are wrong or doubtful.
  int found() {
    return errors.size() + warnings.size() + unresolved.size();
  }

  void unresolved(Unresolved name) {
    unresolved.add(name);
  }

  /// Takes in what a closure says that it does at most.
  void bound(Bound bound) {
    bounds.add(bound);
    if (uses != null) {
      uses.bounds.add(bound);
    }
  }

  /// Takes in that a body says where it is written.
  void saysWhere() {
    if (uses != null) {
      uses.saysWhere = true;
    }
  }

  /// What a body uses, gathered while it is checked.
  private static final class Uses {
    final Set<String> library = new LinkedHashSet<>();
    final Set<Kept.Chosen> dispatchers = new LinkedHashSet<>();
    final Set<Kept.Asked> methods = new LinkedHashSet<>();
    final List<Bound> bounds = new ArrayList<>();
    boolean saysWhere;
  }

  /// Runs a check; what it uses.
  Kept.Used using(Runnable check) {
    var before = uses;
    var own = new Uses();
    uses = own;
    try {
      check.run();
    } finally {
      uses = before;
    }
    return new Kept.Used(own.library, own.dispatchers, own.methods, own.bounds, own.saysWhere);
  }

  /// Takes in what a body uses that need not be checked.
  void use(Kept.Used kept) {
    used.addAll(kept.library());
    for (var chosen : kept.dispatchers()) {
      if (definition(chosen.clauses()) instanceof Definition.Clauses clauses) {
        dispatcher(clauses, chosen.arity());
      }
    }
    for (var asked : kept.methods()) {
      if (types.find(asked.surface()) instanceof TypeDecl.Surface surface
          && feature(surface, asked.method()) instanceof Callee.Method method) {
        method(surface, method.method());
      }
    }
    bounds.addAll(kept.bounds());
  }

  List<Bound> bounds() {
    return bounds;
  }

  List<Unresolved> unresolved() {
    return unresolved;
  }

  Set<String> used() {
    return used;
  }

  /// The definition of a path, through aliases; null if there is none.
  @Nullable Definition definition(String path) {
    var at = path;
    for (int step = 0; step < Limits.ALIASES_MAX; step++) {
      var own = program.definition(at);
      var found = own != null ? own : library.definition(at);
      if (!(found instanceof Definition.Alias alias)) {
        if (own == null && found != null) {
          used.add(at);
          if (uses != null) {
            uses.library.add(at);
          }
        }
        return found;
      }
      at = alias.target();
    }
    return null;
  }

  /// What a name stands for that is an alias of what is no definition, such as a constructor or a
  /// form of the language; the same name if it is none.
  String target(String path) {
    var at = path;
    for (int step = 0; step < Limits.ALIASES_MAX; step++) {
      if (!(program.definition(at) instanceof Definition.Alias alias)) {
        return program.definition(at) == null && library.definition(at) == null ? at : path;
      }
      at = alias.target();
    }
    return path;
  }

  /// The scheme of a function with one signature.
  Scheme scheme(Definition definition) {
    return schemes.computeIfAbsent(
        definition.name(),
        name -> {
          var known = taken.get(name);
          return known == null ? Schemes.of(name, signature(definition), types) : known;
        });
  }

  /// Says what the scheme of a function will be.
  void take(Scheme scheme) {
    taken.put(scheme.name(), scheme);
  }

  /// The scheme of one clause; a clause is a function of its own.
  Scheme scheme(Definition.Clauses clauses, int clause) {
    return schemes.computeIfAbsent(
        clauseName(clauses, clause),
        name -> Schemes.of(name, clauses.clauses().get(clause).signature(), types));
  }

  /// The scheme of a name for which one was made; null if none was, as what would have it is wrong
  /// and was reported.
  @Nullable Scheme scheme(String name) {
    var scheme = schemes.get(name);
    if (scheme != null) {
      return scheme;
    }
    return definition(name) instanceof Definition.Function function ? scheme(function) : null;
  }

  /// The schemes that were made, by the names of their functions.
  Map<String, Scheme> schemes() {
    return schemes;
  }

  void add(Scheme scheme) {
    schemes.put(scheme.name(), scheme);
  }

  /// The function that chooses among the clauses for a number of arguments when the program runs.
  String dispatcher(Definition.Clauses clauses, int arity) {
    var name = clauses.name() + "@" + arity;
    dispatchers.put(name, new Dispatcher(clauses, arity));
    if (uses != null) {
      uses.dispatchers.add(new Kept.Chosen(clauses.name(), arity));
    }
    return name;
  }

  /// A function that chooses among clauses.
  record Dispatcher(Definition.Clauses clauses, int arity) {}

  /// Those that are used, by their names.
  Map<String, Dispatcher> dispatchers() {
    return dispatchers;
  }

  /// The scheme of a surface's method.
  Scheme method(TypeDecl.Surface surface, TypeDecl.Feature.Method method) {
    var name = surface.name() + "/" + method.name();
    methods.put(name, new Method(surface, method));
    if (uses != null) {
      uses.methods.add(new Kept.Asked(surface.name(), method.name()));
    }
    return schemes.computeIfAbsent(
        name, _ -> Schemes.of(name, Signatures.of(surface, method), types));
  }

  /// A method of a surface, which is found by the class of its receiver.
  record Method(TypeDecl.Surface surface, TypeDecl.Feature.Method method) {}

  /// Those that are used, by their names.
  Map<String, Method> methods() {
    return methods;
  }

  static String clauseName(Definition.Clauses clauses, int clause) {
    return clauses.name() + "#" + (clause + 1);
  }

  private static Signature signature(Definition definition) {
    return switch (definition) {
      case Definition.Function function -> function.signature();
      case Definition.Extern extern -> extern.signature();
      case Definition.Primitive primitive -> primitive.signature();
      case Definition.Migration migration -> migration.signature();
      case Definition.Constant _, Definition.Clauses _, Definition.Alias _ ->
          throw new IllegalArgumentException(definition.name() + " has no signature of its own");
    };
  }

  /// Whether the program defines the one name before the other; not said of a program that defines
  /// names again.
  boolean isBefore(String name, String other) {
    if (!program.redefinitions().isEmpty()) {
      return false;
    }
    if (places.isEmpty()) {
      program.definitions().forEach(each -> places.put(each.name(), places.size()));
    }
    return places.getOrDefault(name, 0) < places.getOrDefault(other, 0);
  }

  /// A type as it is written in a body: what is latent in it is its own, whatever aliases share.
  Type written(Type type) {
    return new TypeMap() {
      @Override
      protected EffectVar latent(EffectVar latent) {
        return new EffectVar();
      }
    }.of(types.expand(type));
  }

  /// The type of a constant where it is used.
  Type constant(Definition.Constant constant, Span span) {
    var scheme = constants.apply(constant);
    var instance = scheme.instance(Map.of(), span);
    scheme.outputs(instance, span);
    return instance.result();
  }

  /// Whether a form that is wrong would have declared the path, or what it is a member of.
  boolean isFailed(String path) {
    return program.failed().stream().anyMatch(failed -> isMemberOf(failed, path));
  }

  private static boolean isMemberOf(String declared, String path) {
    return path.equals(declared)
        || path.startsWith(declared + "/")
        || path.startsWith(declared + "::")
        || path.equals(declared + "'");
  }

  /// What a path at the head of a call stands for; null if nothing declares it.
  @Nullable Callee callee(String path) {
    return switch (definition(path)) {
      case null -> typeCallee(target(path));
      case Definition.Clauses clauses -> new Callee.Clauses(clauses);
      case Definition.Constant _, Definition.Alias _ -> null;
      case Definition definition -> new Callee.Function(definition, scheme(definition));
    };
  }

  private @Nullable Callee typeCallee(String path) {
    var type = types.find(path);
    if (type instanceof TypeDecl.Aggregate aggregate) {
      return new Callee.ByKeywords(aggregate);
    }
    if (type instanceof TypeDecl.Newtype newtype) {
      return new Callee.Wrap(newtype);
    }
    if (path.endsWith("'")
        && types.find(path.substring(0, path.length() - 1))
            instanceof TypeDecl.Aggregate aggregate) {
      return new Callee.ByPosition(aggregate);
    }
    int slash = path.indexOf('/', Math.max(0, path.lastIndexOf("::")));
    if (slash > 0) {
      return member(path.substring(0, slash), path.substring(slash + 1));
    }
    var variant = variant(path);
    return variant != null ? variant : predicate(path);
  }

  private @Nullable Callee member(String type, String member) {
    return switch (types.find(type)) {
      case TypeDecl.Aggregate aggregate -> {
        int index = aggregate.index(member);
        yield index < 0 ? null : new Callee.Accessor(aggregate, index);
      }
      case TypeDecl.Newtype newtype -> member.equals("0") ? new Callee.Unwrap(newtype) : null;
      case TypeDecl.Surface surface -> feature(surface, member);
      case null, default -> null;
    };
  }

  private static @Nullable Callee feature(TypeDecl.Surface surface, String member) {
    for (var feature : surface.features()) {
      if (feature.name().equals(member)) {
        return switch (feature) {
          case TypeDecl.Feature.Method method -> new Callee.Method(surface, method);
          case TypeDecl.Feature.Has has -> new Callee.SurfaceField(surface, has);
        };
      }
    }
    return null;
  }

  /// The variant of a path `:acme::Shape::Circle`; null if it is none.
  Callee.@Nullable Variant variant(String path) {
    if (types.find(Naming.namespace(path)) instanceof TypeDecl.Enumeration enumeration) {
      var variant = enumeration.variant(Naming.last(path));
      return variant == null ? null : new Callee.Variant(enumeration, variant);
    }
    return null;
  }

  private @Nullable Callee predicate(String path) {
    var last = Naming.last(path);
    if (!last.startsWith("is-") || !last.endsWith("?")) {
      return null;
    }
    var type =
        types.find(
            Naming.namespace(path) + "::" + last.substring("is-".length(), last.length() - 1));
    return type == null ? null : new Callee.Predicate(type);
  }

  /// The path of the function that is a type's method.
  static String methodName(Type type, String method) {
    return Type.head(type) instanceof Type.Named named ? named.name() + "/" + method : "";
  }

  /// What stands in a field of a record or struct whose type has these arguments.
  Type fieldType(TypeDecl.Aggregate type, int field, List<Type> args) {
    var declared = type.fields().get(field);
    return declaredType(declared.type(), type.params(), args, any(declared.span()));
  }

  /// What stands in a field of a variant of this type.
  Type payload(TypeDecl.Enumeration declared, TypeDecl.Field field, Type.Named type) {
    var effects = type.latent() == null ? any(field.span()) : type.latent();
    return declaredType(field.type(), declared.params(), type.args(), effects);
  }

  /// The effects of a function or a stream that was put somewhere, of which nothing is known.
  static EffectVar any(Span span) {
    var any = new EffectVar();
    any.add("any", span);
    return any;
  }

  /// What is written in a declaration with these parameters, for these arguments.
  ///
  /// @param effects that are latent in it
  Type declaredType(Type written, List<String> params, List<Type> args, EffectVar effects) {
    return TypeTable.opened(types.expand(written), TypeTable.bindings(params, args), effects);
  }

  /// The type of a value of an enum with these arguments.
  static Type.Named enumeration(TypeDecl.Enumeration declared, List<Type> args) {
    return new Type.Named(
        declared.name(),
        args,
        declared.name().equals("wat::stream::NextOutcome") ? new EffectVar() : null);
  }

  /// The variants of all enums of the program, for remedies.
  List<String> variants() {
    return program.typeDecls().stream()
        .filter(TypeDecl.Enumeration.class::isInstance)
        .flatMap(decl -> decl.brings().stream())
        .toList();
  }

  /// All names that a call could mean, for remedies.
  List<String> callables() {
    if (callables.isEmpty()) {
      callables.addAll(allCallables());
    }
    return callables;
  }

  /// The names that a path could have been meant to be, the nearest first: found once for each, for
  /// one mistake may stand in many places.
  List<Remedy> similar(String path) {
    return similar.computeIfAbsent(path, one -> Similar.to(one, callables()));
  }

  private List<String> allCallables() {
    var names = new ArrayList<String>();
    program.definitions().forEach(definition -> names.add(definition.name()));
    program.typeDecls().forEach(decl -> names.addAll(decl.brings()));
    names.addAll(library.names());
    names.addAll(SpecialForms.NAMES);
    names.removeIf(name -> name.startsWith("$bound::"));
    return names;
  }

  /// A type of which nothing is known.
  Type fresh() {
    return unifier.fresh();
  }

  /// The type of what is wrong, which was reported: nothing is said of what depends on it.
  Type unknown() {
    return unifier.unknown();
  }

  /// The types of a declaration's parameters, of which nothing is known.
  List<Type> fresh(List<String> params) {
    return params.stream().<Type>map(_ -> unifier.fresh()).toList();
  }

  /// Whether a value of the type must be used (W3.5).
  static boolean isMustUse(Type type) {
    return isMustUse(type, new Walk());
  }

  private static boolean isMustUse(Type type, Walk walk) {
    var head = Type.head(type);
    return switch (head) {
      case Type.Named named ->
          named.name().equals(Basic.RESULT) || named.name().equals("wat::core::FormOutcome");
      case Type.Tuple(List<Type> items) ->
          walk.enters(head) && items.stream().anyMatch(item -> isMustUse(item, walk));
      case Type.Fn _, Type.Param _, Type.Var _ -> false;
    };
  }
}
