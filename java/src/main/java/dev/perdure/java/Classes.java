package dev.perdure.java;

import dev.perdure.value.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.FieldModel;
import java.lang.constant.ClassDesc;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds classes by name and answers questions about their hierarchy, without loading any.
///
/// Class files that cannot be used are reported once and then count as missing. Not thread-safe.
final class Classes implements ClassHierarchyResolver {
  private static final Set<String> JDK_PACKAGES = jdkPackages();

  // Bounded by the number of classes of the JDK and the API.
  private static final Map<String, Optional<PlatformClass>> PLATFORM = new ConcurrentHashMap<>();

  private final ClassSource source;
  private final SortedSet<String> trusted;
  private final Consumer<Problem> problems;
  private final Map<String, Optional<UserClass>> universe = new LinkedHashMap<>();

  private final Map<String, Set<Known>> supertypes = new HashMap<>();
  private final Set<String> unusable = new HashSet<>();

  Classes(ClassSource source, SortedSet<String> trusted, Consumer<Problem> problems) {
    this.source = source;
    this.trusted = trusted;
    this.problems = problems;
  }

  /// Whether a class is the JDK's or the API's, found or not.
  static boolean isPlatform(String name) {
    return JDK_PACKAGES.contains(Names.packageOf(name)) || Gate.isApi(Names.binary(name));
  }

  /// A class of any kind, or null.
  @Nullable Known find(String name) {
    return isPlatform(name) ? platform(name) : user(name);
  }

  /// Whether a class should be the universe's but has no usable class file.
  boolean isAbsent(String name) {
    return !isPlatform(name) && user(name) == null;
  }

  /// A class of the universe, or null.
  @Nullable UserClass user(String name) {
    if (isPlatform(name)) {
      return null;
    }
    var known = universe.get(name);
    if (known == null) {
      known = Optional.ofNullable(read(name));
      universe.put(name, known);
    }
    return known.orElse(null);
  }

  /// All classes of the universe that were asked for so far.
  Collection<UserClass> users() {
    return universe.values().stream().flatMap(Optional::stream).toList();
  }

  /// A class of the platform, or null.
  static @Nullable PlatformClass platform(String name) {
    return PLATFORM.computeIfAbsent(name, Classes::readPlatform).orElse(null);
  }

  /// A class and all its supertypes, superclasses first, as far as they are found.
  Set<Known> supertypes(String name) {
    var known = supertypes.get(name);
    if (known == null) {
      known = findSupertypes(name);
      supertypes.put(name, known);
    }
    return known;
  }

  private Set<Known> findSupertypes(String name) {
    var all = new LinkedHashSet<Known>();
    for (var each = find(name); each != null; each = superclass(each)) {
      all.add(each);
    }
    for (var each : Set.copyOf(all)) {
      each.interfaces().forEach(i -> addInterfaces(i, all));
    }
    if (all.stream().anyMatch(Known::isInterface)) {
      var object = find(Names.OBJECT);
      if (object != null) {
        all.add(object);
      }
    }
    return all;
  }

  boolean isSubtype(String name, String of) {
    return name.equals(of) || supertypes(name).stream().anyMatch(k -> k.name().equals(of));
  }

  /// The method that a reference resolves to in the universe, or null if it is the platform's.
  @Nullable UserMethod resolve(Member reference) {
    for (var each : supertypes(reference.owner())) {
      if (each instanceof UserClass user && user.method(reference.signature()) != null) {
        return user.method(reference.signature());
      }
      if (each instanceof PlatformClass known
          && !known.name().equals(Names.OBJECT)
          && known.members().contains(reference.signature())
          && !known.isInterface()) {
        return null;
      }
    }
    return null;
  }

  /// The field that a reference resolves to in the universe, or null if it is the platform's.
  @Nullable FieldModel field(Member reference) {
    for (var each : supertypes(reference.owner())) {
      if (each instanceof UserClass user && user.field(reference.name()) != null) {
        return user.field(reference.name());
      }
    }
    return null;
  }

  /// Whether a class file was found but cannot be used, which has been reported.
  boolean isUnusable(String name) {
    return unusable.contains(name);
  }

  /// The class whose private members a class shares, if that is another one of the universe.
  @Nullable UserClass nestHost(UserClass type) {
    return type.model()
        .findAttribute(Attributes.nestHost())
        .map(host -> user(host.nestHost().asInternalName()))
        .orElse(null);
  }

  @Override
  public ClassHierarchyInfo getClassInfo(ClassDesc type) {
    var known = find(Names.ofReference(type));
    if (known == null) {
      // Such code cannot run: the JVM fails to load the class before.
      return ClassHierarchyInfo.ofClass(ClassDesc.ofInternalName(Names.OBJECT));
    }
    if (known.isInterface()) {
      return ClassHierarchyInfo.ofInterface();
    }
    var superName = known.superName();
    return ClassHierarchyInfo.ofClass(
        superName == null ? null : ClassDesc.ofInternalName(superName));
  }

  private @Nullable Known superclass(Known known) {
    var name = known.superName();
    return name == null ? null : find(name);
  }

  private void addInterfaces(String name, Set<Known> into) {
    var known = find(name);
    if (known != null && into.add(known)) {
      known.interfaces().forEach(i -> addInterfaces(i, into));
    }
  }

  private @Nullable UserClass read(String name) {
    var bytes = source.classFile(Names.binary(name));
    if (bytes == null) {
      return null;
    }
    var type = new UserClassReader(name, bytes, problems).read(trusts(name));
    if (type == null) {
      unusable.add(name);
    }
    return type;
  }

  private boolean trusts(String name) {
    var binary = Names.binary(name);
    return trusted.stream().anyMatch(prefix -> binary.startsWith(prefix + "."));
  }

  private static Optional<PlatformClass> readPlatform(String name) {
    var loader =
        Gate.isApi(Names.binary(name))
            ? Classes.class.getClassLoader()
            : ClassLoader.getPlatformClassLoader();
    try (var in = loader.getResourceAsStream(name + ".class")) {
      return in == null
          ? Optional.empty()
          : Optional.of(PlatformClass.of(ClassFile.of().parse(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> jdkPackages() {
    return ModuleFinder.ofSystem().findAll().stream()
        .map(ModuleReference::descriptor)
        .filter(module -> module.name().startsWith("java.") || module.name().startsWith("jdk."))
        .flatMap(module -> module.packages().stream())
        .map(Names::internal)
        .collect(Collectors.toUnmodifiableSet());
  }
}
