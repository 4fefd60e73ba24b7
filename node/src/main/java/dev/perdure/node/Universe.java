package dev.perdure.node;

import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The functions of one version as a program puts them together, method by method:
///
/// ```java
/// Universe.of("v1").register("lookupUser", Shop::lookupUser)
/// ```
///
/// is the same as `@Routed("lookupUser")` at the method. What counts is the method: an object that
/// a reference is bound to, as in `shop::lookupUser`, is not taken along; the engine makes its own
/// from the class. Immutable.
public final class Universe {
  private static final ClassSource NOTHING = ClassSource.memory(Map.of());

  private final Version version;
  private final ClassSource source;
  private final List<String> roots;

  private Universe(Version version, ClassSource source, List<String> roots) {
    this.version = version;
    this.source = source;
    this.roots = roots;
  }

  /// A reference to a method that nothing is passed to.
  @FunctionalInterface
  public interface Method0<R extends @Nullable Object> extends Serializable {
    /// Never called.
    R call() throws Exception;
  }

  /// A reference to a method of one argument, the receiver counted if it is not bound.
  @FunctionalInterface
  public interface Method1<A, R extends @Nullable Object> extends Serializable {
    /// Never called.
    R call(A a) throws Exception;
  }

  /// A reference to a method of two arguments, the receiver counted if it is not bound.
  @FunctionalInterface
  public interface Method2<A, B, R extends @Nullable Object> extends Serializable {
    /// Never called.
    R call(A a, B b) throws Exception;
  }

  /// A reference to a method of three arguments, the receiver counted if it is not bound.
  @FunctionalInterface
  public interface Method3<A, B, C, R extends @Nullable Object> extends Serializable {
    /// Never called.
    R call(A a, B b, C c) throws Exception;
  }

  /// A reference to a method of four arguments, the receiver counted if it is not bound.
  @FunctionalInterface
  public interface Method4<A, B, C, D, R extends @Nullable Object> extends Serializable {
    /// Never called.
    R call(A a, B b, C c, D d) throws Exception;
  }

  /// A universe without functions.
  public static Universe of(String version) {
    return new Universe(new Version(version), NOTHING, List.of());
  }

  /// With one more function.
  ///
  /// @throws dev.perdure.value.PerdureException `NOT_A_METHOD`
  public <R extends @Nullable Object> Universe register(String function, Method0<R> method) {
    return with(function, method);
  }

  /// With one more function.
  ///
  /// @throws dev.perdure.value.PerdureException `NOT_A_METHOD`
  public <A, R extends @Nullable Object> Universe register(String function, Method1<A, R> method) {
    return with(function, method);
  }

  /// With one more function.
  ///
  /// @throws dev.perdure.value.PerdureException `NOT_A_METHOD`
  public <A, B, R extends @Nullable Object> Universe register(
      String function, Method2<A, B, R> method) {
    return with(function, method);
  }

  /// With one more function.
  ///
  /// @throws dev.perdure.value.PerdureException `NOT_A_METHOD`
  public <A, B, C, R extends @Nullable Object> Universe register(
      String function, Method3<A, B, C, R> method) {
    return with(function, method);
  }

  /// With one more function.
  ///
  /// @throws dev.perdure.value.PerdureException `NOT_A_METHOD`
  public <A, B, C, D, R extends @Nullable Object> Universe register(
      String function, Method4<A, B, C, D, R> method) {
    return with(function, method);
  }

  private Universe with(String function, Serializable reference) {
    var loader = Objects.requireNonNull(reference.getClass().getClassLoader());
    var method = method(function, reference, loader);
    var owner = method.getDeclaringClass().getName();
    var type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    var known = roots.isEmpty() ? ClassSource.host(loader) : source;
    var all = new ArrayList<>(roots);
    if (!all.contains(owner)) {
      all.add(owner);
    }
    return new Universe(
        version,
        known.routing(owner, method.getName(), type.toMethodDescriptorString(), function),
        List.copyOf(all));
  }

  private static Method method(String function, Serializable reference, ClassLoader loader) {
    var lambda = Reading.of(reference);
    if (lambda == null
        || lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial
        || lambda.getImplMethodName().startsWith("lambda$")) {
      throw notAMethod(function);
    }
    var type = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
    try {
      for (@Nullable Class<?> owner = Class.forName(binary(lambda), false, loader);
          owner != null;
          owner = owner.getSuperclass()) {
        for (var method : owner.getDeclaredMethods()) {
          if (isMeant(method, lambda.getImplMethodName(), type)) {
            return method;
          }
        }
      }
      throw notAMethod(function);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(function, e);
    }
  }

  private static String binary(SerializedLambda lambda) {
    return lambda.getImplClass().replace('/', '.');
  }

  private static boolean isMeant(Method method, String name, MethodType type) {
    return method.getName().equals(name)
        && method.getReturnType().equals(type.returnType())
        && List.of(method.getParameterTypes()).equals(type.parameterList());
  }

  private static RuntimeException notAMethod(String function) {
    return Problem.of(
            NodeCode.NOT_A_METHOD,
            "what is registered as " + function + " is not a reference to a method",
            "Register a method, such as Shop::lookupUser; move the lambda's code into one")
        .exception();
  }

  /// Finds out what a lambda refers to: serialisation tells it, and writes nothing.
  private static final class Reading extends ObjectOutputStream {
    private @Nullable SerializedLambda found;

    private Reading() throws IOException {
      super(OutputStream.nullOutputStream());
      enableReplaceObject(true);
    }

    static @Nullable SerializedLambda of(Serializable reference) {
      try (var reading = new Reading()) {
        reading.writeObject(reference);
        return reading.found;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
      if (object instanceof SerializedLambda lambda) {
        found = lambda;
      }
      return null;
    }
  }

  Version version() {
    return version;
  }

  ClassSource source() {
    return source;
  }

  List<String> roots() {
    return roots;
  }
}
