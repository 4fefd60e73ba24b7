package dev.perdure.java.codec;

import dev.perdure.api.Migrates;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.Nil;
import dev.perdure.value.Value;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The codec of a type with functions that make it of old shapes. A value is read as the first of
/// these that it suits exactly: the type itself, then the old shapes; if there is none, as the
/// first that it suits at all. Which one that is depends on the outside of the value alone, so
/// reading takes no longer than the value is large.
final class MigratingCodec implements PartCodec {
  private final PartCodec own;
  private final List<Step> steps;

  /// An old shape, and what makes an object of today of one.
  private record Step(String text, PartCodec codec, MethodHandle function) {}

  private MigratingCodec(PartCodec own, List<Step> steps) {
    this.own = own;
    this.steps = steps;
  }

  /// The codec of a type, with its migrations if it has any.
  ///
  /// @param own reads and writes the type as it is
  /// @param arguments of the type
  static PartCodec of(
      Class<?> type, PartCodec own, Codecs codecs, List<Type> arguments, String path) {
    var methods = migrations(type);
    if (methods.isEmpty()) {
      return own;
    }
    var steps = new ArrayList<Step>();
    for (var method : methods) {
      steps.add(step(type, method, codecs, arguments, path));
    }
    return new MigratingCodec(own, List.copyOf(steps));
  }

  private static List<Method> migrations(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.isAnnotationPresent(Migrates.class))
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getParameterCount() == 1)
        .filter(m -> m.getReturnType() == type)
        .sorted(Comparator.comparing(m -> m.getParameterTypes()[0].getName()))
        .toList();
  }

  private static Step step(
      Class<?> type, Method method, Codecs codecs, List<Type> arguments, String path) {
    var text = type.getSimpleName() + "." + method.getName();
    try {
      var function = MethodHandles.privateLookupIn(type, MethodHandles.lookup()).unreflect(method);
      return new Step(
          text,
          codecs.build(
              method.getGenericParameterTypes()[0],
              bindings(method, arguments),
              path + "(" + method.getName() + ")"),
          function.asType(MethodType.genericMethodType(1)));
    } catch (IllegalAccessException e) {
      throw new LinkageError("a type's own function is not accessible: " + text, e);
    }
  }

  /// What the type variables of the function stand for, by the type that it returns.
  private static Map<TypeVariable<?>, Type> bindings(Method method, List<Type> arguments) {
    var bound = new HashMap<TypeVariable<?>, Type>();
    if (method.getGenericReturnType() instanceof ParameterizedType made) {
      var variables = made.getActualTypeArguments();
      for (int i = 0; i < variables.length && i < arguments.size(); i++) {
        if (variables[i] instanceof TypeVariable<?> variable) {
          bound.put(variable, arguments.get(i));
        }
      }
    }
    return bound;
  }

  @Override
  public Value toValue(@Nullable Object object, int depth) {
    return own.toValue(object, depth);
  }

  @Override
  public @Nullable Object fromValue(Value value, int depth) {
    var fit = value instanceof Nil ? Fit.EXACT : fit(value);
    if (fit == Fit.NONE || own.fit(value) == fit) {
      return own.fromValue(value, depth);
    }
    for (var step : steps) {
      if (step.codec().fit(value) == fit) {
        return made(step, step.codec().fromValue(value, depth), value);
      }
    }
    throw new AssertionError("the best fit is that of one of them");
  }

  private static Object made(Step step, @Nullable Object old, Value value) {
    Object made;
    try {
      made = step.function().invokeExact(old);
    } catch (Unwind | VirtualMachineError ofTheAttempt) {
      throw ofTheAttempt;
    } catch (Throwable thrown) {
      throw Mismatch.failed(step.text() + " threw " + thrown, value, thrown);
    }
    if (made == null) {
      throw Mismatch.failed(step.text() + " returned null", value, null);
    }
    return made;
  }

  @Override
  public boolean mayRead(Value value) {
    return own.mayRead(value) || steps.stream().anyMatch(step -> step.codec().mayRead(value));
  }

  @Override
  public Fit fit(Value value) {
    var best = own.fit(value);
    for (int i = 0; best != Fit.EXACT && i < steps.size(); i++) {
      var fit = steps.get(i).codec().fit(value);
      best = fit.compareTo(best) > 0 ? fit : best;
    }
    return best;
  }
}
