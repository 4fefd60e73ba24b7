package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.java.link.Seam;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.Problem;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Freezes sources, loads what comes of it, and calls functions with fakes for what they need.
final class Trial {
  /// Whether all trials run metered code: a way to run every test of this module on it.
  private static final boolean METERED = Boolean.getBoolean("perdure.java.metered");

  final Frozen frozen;
  final UniverseLoader loader;
  final FakeSeam seam = new FakeSeam();
  private final Map<String, Object> capabilities = new HashMap<>();
  private final Map<String, Object> receivers = new HashMap<>();

  private Trial(Frozen frozen, boolean metered) {
    this.frozen = frozen;
    this.loader = new UniverseLoader("v1", frozen, metered);
  }

  /// Freezes all classes with routed methods; fails with the problems if there are any.
  static Trial of(String... sources) {
    return of(Sources.compile(sources));
  }

  static Trial of(Map<String, byte[]> classFiles) {
    return of(Freezer.strict().freeze(ClassSource.memory(classFiles), List.of()));
  }

  static Trial of(FreezeResult result) {
    if (result instanceof FreezeResult.Refused refused) {
      throw new AssertionError(refused.text());
    }
    var frozen = (Frozen) result;
    new Trial(frozen, true).verify();
    var trial = new Trial(frozen, METERED);
    trial.verify();
    return trial;
  }

  /// The same universe, loaded to be run on a budget.
  Trial metered() {
    return new Trial(frozen, true);
  }

  /// The problems of sources that are refused.
  static List<Problem> problems(String... sources) {
    return problems(Sources.compile(sources));
  }

  static List<Problem> problems(Map<String, byte[]> classFiles) {
    return switch (Freezer.strict().freeze(ClassSource.memory(classFiles), List.of())) {
      case FreezeResult.Refused refused -> refused.problems();
      case Frozen frozen -> throw new AssertionError("Frozen: " + frozen.functions().keySet());
    };
  }

  /// Gives constructors an object for what they need, by the simple name of the type; a method
  /// handle becomes an effect whose every method it answers.
  Trial with(String simpleName, Object capability) {
    capabilities.put(simpleName, capability);
    return this;
  }

  /// Calls a function of this universe with its own implementation.
  Object call(String function, Object... arguments) {
    return ScopedValue.where(Seam.CURRENT, seam).call(() -> callNow(function, arguments));
  }

  private Object callNow(String function, Object... arguments) {
    var found = frozen.functions().get(function);
    assertThat(found).as("function " + function).isNotNull();
    var all = new ArrayList<Object>();
    if (!found.method().isStatic()) {
      all.add(receiver(found.method().receiver()));
    }
    all.addAll(List.of(arguments));
    return invoke(loader.implementation(found), all);
  }

  Object receiver(String className) {
    var known = receivers.get(className);
    if (known == null) {
      var constructor = frozen.constructors().get(className);
      var needs = new ArrayList<Object>();
      constructor.needs().forEach(need -> needs.add(give(need)));
      known = invoke(loader.constructor(constructor), needs);
      receivers.put(className, known);
    }
    return known;
  }

  private Object give(FrozenConstructor.Need need) {
    return switch (need) {
      case FrozenConstructor.Need.EffectNeed(var name) -> capability(name);
      case FrozenConstructor.Need.CapabilityNeed(var name) -> capability(name);
      case FrozenConstructor.Need.PreviousNeed(var type) -> capabilities.get("previous");
      case FrozenConstructor.Need.PartNeed(var name) -> receiver(name);
    };
  }

  private Object capability(String className) {
    var simple =
        className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    var given = capabilities.get(simple);
    assertThat(given).as(simple).isNotNull();
    return given instanceof Answer answer ? answer.as(loader, className) : given;
  }

  /// Answers all methods of an effect interface.
  interface Answer {
    Object to(String method, Object[] arguments) throws Throwable;

    default Object as(ClassLoader loader, String className) {
      try {
        var type = loader.loadClass(className);
        return Proxy.newProxyInstance(
            loader,
            new Class<?>[] {type},
            (_, method, arguments) -> to(method.getName(), arguments));
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Object invoke(MethodHandle handle, List<Object> arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Unwind | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new Failed(e);
    }
  }

  /// A checked exception or error of task code.
  static final class Failed extends RuntimeException {
    Failed(Throwable cause) {
      super(cause);
    }
  }

  private void verify() {
    var resolver =
        ClassHierarchyResolver.defaultResolver()
            .orElse(ClassHierarchyResolver.ofClassLoading(loader));
    var verifier = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    var metering = new Metering(frozen.classes());
    frozen
        .classes()
        .forEach((name, bytes) -> {
          assertThat(verifier.verify(bytes)).as(name).isEmpty();
          assertThat(verifier.verify(metering.write(bytes))).as("metered " + name).isEmpty();
        });
    for (var name : frozen.classes().keySet()) {
      try {
        Class.forName(name, false, loader).getDeclaredMethods();
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }
}
