package dev.perdure.node;

import dev.perdure.engine.Declaration;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.java.FreezeResult;
import dev.perdure.java.Freezer;
import dev.perdure.java.Frozen;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.run.JavaUniverse;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import dev.perdure.wat.border.CamelCase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Classes of Java. Kept are the class files as they were before they were frozen: an entry for
/// each class, and `perdure/universe` with the names of the classes of functions and the trusted
/// packages, a line each, `root NAME` or `trusted PACKAGE`.
///
/// @param source where the classes are
/// @param roots classes of functions; empty: all that the classes have
record FrozenJava(Frozen frozen, ClassSource source, List<String> roots) implements FrozenUniverse {
  static final String ABOUT = "perdure/universe";

  @Override
  public Hash hash() {
    return Hash.parse(frozen.hash());
  }

  @Override
  public Set<FunctionName> functions() {
    return frozen.functions().keySet().stream()
        .map(FunctionName::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<FunctionTypes> types(FunctionName function) {
    return types(frozen, function);
  }

  @Override
  public Set<String> effects(FunctionName function) {
    return effects(frozen, function);
  }

  /// What a function of Java does is no part of its callers' types.
  @Override
  public @Nullable Problem routing(FunctionName function, Externs.Served other) {
    return null;
  }

  @Override
  public List<Declared> externs() {
    return List.of();
  }

  /// What a function may do, as the effects of wat.
  static Set<String> effects(Frozen frozen, FunctionName function) {
    var known = frozen.functions().get(function.text());
    return known == null
        ? Set.of()
        : known.effects().stream()
            .map(method -> method.substring(0, method.lastIndexOf('.')))
            .map(FrozenJava::effect)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String effect(String className) {
    return switch (className) {
      case "dev.perdure.api.Log" -> "io";
      case "dev.perdure.api.Clock" -> "time";
      case "dev.perdure.api.Random", "dev.perdure.api.Ids" -> "random";
      case "dev.perdure.api.Tasks" -> "spawn";
      default -> CamelCase.path(className);
    };
  }

  static Optional<FunctionTypes> types(Frozen frozen, FunctionName function) {
    return Optional.ofNullable(frozen.functions().get(function.text()))
        .map(f -> new FunctionTypes(f.signature(), frozen.types()));
  }

  @Override
  public String place(FunctionName function) {
    return Objects.requireNonNull(frozen.functions().get(function.text())).source().toString();
  }

  @Override
  public List<Declaration> declared() {
    return frozen.functions().values().stream().flatMap(f -> f.declared().stream()).toList();
  }

  @Override
  public byte[] packed() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(ABOUT, Packed.utf8(about()));
    for (var className : new TreeMap<>(frozen.classes()).keySet()) {
      var classFile = source.classFile(className);
      if (classFile != null) {
        files.put(className.replace('.', '/') + ".class", classFile);
      }
    }
    return Packed.zip(files);
  }

  private String about() {
    var lines = new StringBuilder();
    roots.forEach(root -> lines.append("root ").append(root).append('\n'));
    frozen.trusted().forEach(t -> lines.append("trusted ").append(t).append('\n'));
    return lines.toString();
  }

  /// Freezes what [#packed] kept.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems
  static FrozenJava unpack(Map<String, byte[]> files) {
    var classes = new HashMap<String, byte[]>();
    files.forEach((name, content) -> {
      if (name.endsWith(".class")) {
        classes.put(name.substring(0, name.length() - 6).replace('/', '.'), content);
      }
    });
    var about = Packed.lines(files.getOrDefault(ABOUT, new byte[0]));
    var roots = about.getOrDefault("root", List.of());
    var source = ClassSource.memory(classes);
    FreezeResult result =
        Freezer.strict().trusting(about.getOrDefault("trusted", List.of())).freeze(source, roots);
    return new FrozenJava(result.orThrow(), source, roots);
  }

  @Override
  public LoadedUniverse load(Version version, boolean metered) {
    return new LoadedJava(new JavaUniverse(version, frozen, metered));
  }
}
