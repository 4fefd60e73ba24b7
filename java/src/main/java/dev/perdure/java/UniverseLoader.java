package dev.perdure.java;

import dev.perdure.java.link.Linked;
import dev.perdure.java.link.Meter;
import dev.perdure.java.link.Sites;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Loads the classes of one universe. It shares the JDK, the API and the link package with others
/// and nothing else, and is collected with its classes once nobody holds any of them.
///
/// The classes are ordinary named ones; stack traces show them as `v2//shop.Shop`. Thread-safe.
public final class UniverseLoader extends ClassLoader implements Linked {
  static {
    registerAsParallelCapable();
  }

  private final Frozen frozen;
  private final UnaryOperator<byte[]> writing;
  private final Sites sites = new Sites();
  private final String version;

  /// Names of functions by what implements them.
  private final Map<String, String> functions;

  /// @param version the name that stack traces show
  /// @param metered whether its code can be run on a budget, by a [Meter]
  public UniverseLoader(String version, Frozen frozen, boolean metered) {
    super(version, Gate.INSTANCE);
    this.frozen = frozen;
    this.version = version;
    this.functions =
        frozen.functions().values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    f -> key(f.method().className(), f.method().name(), f.method().descriptor()),
                    FrozenFunction::name,
                    (first, _) -> first));
    this.writing = metered ? new Metering(frozen.classes())::write : UnaryOperator.identity();
    UniverseLoader.class.getModule().addReads(getUnnamedModule());
  }

  /// What is loaded.
  public Frozen frozen() {
    return frozen;
  }

  /// The name under which it was loaded.
  public String version() {
    return version;
  }

  /// The function that a method implements; empty if it is none.
  ///
  /// @param descriptor its erased type
  public String function(String className, String method, String descriptor) {
    return functions.getOrDefault(key(className, method, descriptor), "");
  }

  private static String key(String className, String method, String descriptor) {
    return className + "." + method + descriptor;
  }

  @Override
  public Sites sites() {
    return sites;
  }

  /// The method that implements a function in this universe: receiver (unless static) and
  /// parameters to result, unspecialised and never routed itself.
  ///
  /// @throws dev.perdure.value.PerdureException `JAVA_CLASS_CORRUPT` if it is declared as the JVM
  ///   calls none
  public MethodHandle implementation(FrozenFunction function) {
    var method = function.method();
    var type = MethodType.fromMethodDescriptorString(method.descriptor(), this);
    try {
      var owner = loadClass(method.className());
      var lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      return method.isStatic()
          ? lookup.findStatic(owner, method.name(), type)
          : lookup.findVirtual(owner, method.name(), type);
    } catch (ReflectiveOperationException e) {
      throw ClassFileCheck.corrupt(method.className(), String.valueOf(e.getMessage())).exception(e);
    }
  }

  /// The constructor of a class of functions: what it needs, in order, to an instance.
  public MethodHandle constructor(FrozenConstructor constructor) {
    var type = MethodType.fromMethodDescriptorString(constructor.descriptor(), this);
    try {
      var owner = loadClass(constructor.className());
      var lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      return lookup.findConstructor(owner, type);
    } catch (ReflectiveOperationException e) {
      throw ClassFileCheck.corrupt(constructor.className(), String.valueOf(e.getMessage()))
          .exception(e);
    }
  }

  /// Has the JVM verify every class, without running any of their code. Trusted ones are left out:
  /// libraries name classes that they can do without.
  ///
  /// @throws dev.perdure.value.PerdureException `JAVA_CLASS_CORRUPT` if it refuses one
  public void link() {
    for (var name : new TreeSet<>(frozen.classes().keySet())) {
      var in = Names.binary(Names.packageOf(Names.internal(name)));
      if (!frozen.trusted().contains(in)) {
        link(name);
      }
    }
  }

  private void link(String name) {
    try {
      var _ = loadClass(name).getDeclaredConstructors(); // to list them the JVM links the class
    } catch (LinkageError refused) {
      // code that nothing reaches may name a class that is missing: what is reachable was checked
      if (!(refused.getCause() instanceof ClassNotFoundException)) {
        throw ClassFileCheck.corrupt(name, String.valueOf(refused.getMessage())).exception(refused);
      }
    } catch (ClassNotFoundException e) {
      throw new LinkageError("A frozen class is gone: " + name, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var classFile = frozen.classes().get(name);
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    var written = writing.apply(classFile);
    return defineClass(name, written, 0, written.length);
  }
}
