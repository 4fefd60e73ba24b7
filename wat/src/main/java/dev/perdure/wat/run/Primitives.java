package dev.perdure.wat.run;

import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Nothing;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The primitives of the library, which are static methods in Java. Threads may share it.
public final class Primitives {
  private static final String PACKAGE = "dev.perdure.wat.library.";
  private static final Map<String, MethodHandle> HANDLES = new ConcurrentHashMap<>();

  private Primitives() {}

  /// Calls one with boxed values.
  public static Object call(Operation.Java operation, Object[] args) {
    try {
      return handle(operation).invokeExact(args);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(operation.name(), e);
    }
  }

  private static MethodHandle handle(Operation.Java operation) {
    return HANDLES.computeIfAbsent(operation.name(), _ -> find(operation));
  }

  private static MethodHandle find(Operation.Java operation) {
    try {
      var type = Representation.of(operation.params(), operation.result());
      var method = MethodHandles.lookup().findStatic(owner(operation), name(operation), type);
      if (type.returnType() == void.class) {
        method =
            MethodHandles.filterReturnValue(
                method, MethodHandles.constant(Object.class, Nothing.NIL));
      }
      return method
          .asSpreader(Object[].class, type.parameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(operation.name() + " has no method", e);
    }
  }

  /// The type of another method of the same name and class; null if there is none.
  ///
  /// @param type what it takes; it may give anything
  public static @Nullable MethodType find(Operation.Java operation, MethodType type) {
    try {
      for (var method : owner(operation).getMethods()) {
        if (method.getName().equals(name(operation))
            && Arrays.equals(method.getParameterTypes(), type.parameterArray())) {
          return type.changeReturnType(method.getReturnType());
        }
      }
      return null;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(operation.name() + " has no class", e);
    }
  }

  /// The class of the method.
  public static Class<?> owner(Operation.Java operation) throws ClassNotFoundException {
    return Class.forName(PACKAGE + operation.member().split("\\.", 2)[0]);
  }

  /// The name of the method.
  public static String name(Operation.Java operation) {
    return operation.member().split("\\.", 2)[1];
  }
}
