package dev.perdure.java.run;

import dev.perdure.api.Effect;
import dev.perdure.engine.FunctionName;
import dev.perdure.java.Frozen;
import dev.perdure.java.FrozenConstructor;
import dev.perdure.java.JavaCode;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes the one instance of each class of functions that a universe has: they hold no state, only
/// what their constructors are given.
final class Instances {
  private final JavaUniverse universe;
  private final Frozen frozen;
  private final Map<String, Object> made = new HashMap<>();

  Instances(JavaUniverse universe, Frozen frozen) {
    this.universe = universe;
    this.frozen = frozen;
  }

  /// The instance of a class of functions.
  ///
  /// @throws PerdureException `JAVA_CONSTRUCTOR` if its constructor asks an effect or throws
  Object of(String className) {
    var present = made.get(className);
    if (present != null) {
      return present;
    }
    var constructor = frozen.constructors().get(className);
    if (constructor == null) {
      throw new LinkageError(className + " was frozen without a constructor");
    }
    var parts = new ArrayList<Object>();
    for (var need : constructor.needs()) {
      parts.add(part(need, className));
    }
    try {
      var instance = universe.loader().constructor(constructor).invokeWithArguments(parts);
      made.put(className, instance);
      return instance;
    } catch (VirtualMachineError crash) {
      throw crash;
    } catch (Throwable t) {
      throw unmade(className, t);
    }
  }

  private PerdureException unmade(String className, Throwable t) {
    var cause = t instanceof Unwind ? Objects.requireNonNull(t.getCause()) : t;
    var trace = List.of(cause.getStackTrace());
    var own = trace.stream().filter(this::isOwn).findFirst().map(trace::indexOf).orElse(-1);
    var what = t instanceof Unwind ? "asks " + asked(trace, own) + " of a task" : "threw " + t;
    return new Problem(
            JavaCode.JAVA_CONSTRUCTOR,
            "The constructor of " + className + " " + what,
            own < 0 ? className : place(trace.get(own)),
            t instanceof Unwind
                ? "Ask in the function: instances are made once a version, outside of any task"
                : "Let constructors keep what they are given, and do the work in the function")
        .exception(cause);
  }

  private boolean isOwn(StackTraceElement frame) {
    return frozen.classes().containsKey(frame.getClassName());
  }

  // What the class's own code called: the frame above it.
  private static String asked(List<StackTraceElement> trace, int own) {
    return own < 1 ? "an effect" : trace.get(own - 1).getMethodName() + "()";
  }

  private static String place(StackTraceElement frame) {
    return frame.getFileName() == null
        ? frame.getClassName()
        : frame.getFileName() + ":" + frame.getLineNumber();
  }

  private Object part(FrozenConstructor.Need need, String className) {
    return switch (need) {
      case FrozenConstructor.Need.EffectNeed e -> EffectProxy.of(load(e.className()), universe);
      case FrozenConstructor.Need.CapabilityNeed c -> capability(c.className());
      case FrozenConstructor.Need.PartNeed p -> of(p.className());
      case FrozenConstructor.Need.PreviousNeed p ->
          previous(load(p.type().toString().replaceFirst("<.*", "")), className);
    };
  }

  /// A capability of the API, or one of the effect interfaces that the API brings along.
  private Object capability(String className) {
    var type = load(className);
    return type.isAnnotationPresent(Effect.class)
        ? EffectProxy.of(type, universe)
        : Capabilities.of(className, universe);
  }

  private Class<?> load(String className) {
    try {
      return universe.loader().loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("a frozen class is gone: " + className, e);
    }
  }

  /// The version that the class's one function stands in for, as the functional interface it wants.
  private Object previous(Class<?> type, String className) {
    var function = onlyFunction(className);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return ObjectMethods.answer("previous " + function, proxy, method, arguments);
          }
          return method.isDefault()
              ? InvocationHandler.invokeDefault(proxy, method, arguments)
              : universe.callPrevious(function, arguments);
        };
    return Proxy.newProxyInstance(universe.loader(), new Class<?>[] {type}, handler);
  }

  private FunctionName onlyFunction(String className) {
    var names =
        frozen.functions().values().stream()
            .filter(f -> f.method().className().equals(className))
            .map(f -> f.name())
            .toList();
    if (names.size() != 1) {
      throw new Problem(
              JavaCode.JAVA_CONSTRUCTOR,
              className + " asks for its previous version but has the functions " + names,
              className,
              "Put each function that calls its previous version into a class of its own")
          .exception();
    }
    return new FunctionName(names.getFirst());
  }
}
