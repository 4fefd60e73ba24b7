package dev.perdure.java.run;

import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.Effect;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import dev.perdure.java.codec.Codecs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Performs the effects of an interface by an implementation of the host program: ordinary impure
/// Java that lives outside every universe.
public final class HostEffect implements EffectRunner {
  private final String name;
  private final Map<String, Call> calls = new HashMap<>();
  private final Exceptions exceptions;

  private record Call(MethodHandle handle, MethodCodec codec) {}

  private HostEffect(Class<?> type, Object implementation) {
    this.name = type.getName();
    var codecs = new Codecs();
    this.exceptions = new Exceptions(codecs);
    var methods = EffectProxy.abstractMethods(type);
    for (var method : methods) {
      calls.put(
          MethodCodec.key(method, methods),
          new Call(handle(method, implementation), MethodCodec.of(method, codecs)));
    }
  }

  /// The implementation of an effect interface.
  ///
  /// @param type the interface as the host program has it; universes know it by its name
  /// @throws NullPointerException if there is no implementation
  /// @throws IllegalArgumentException if the type is no interface marked with
  ///   [dev.perdure.api.Effect]: no function can ask it
  /// @throws dev.perdure.value.PerdureException `TYPE_NOT_A_VALUE` if a method takes or returns
  ///   something else than values
  public static <T> HostEffect of(Class<T> type, T implementation) {
    Objects.requireNonNull(implementation, () -> "no implementation of " + type.getName());
    if (!type.isInterface() || !type.isAnnotationPresent(dev.perdure.api.Effect.class)) {
      throw new IllegalArgumentException(
          type.getName()
              + " is no interface marked with @Effect; bind the one that functions take");
    }
    return new HostEffect(type, implementation);
  }

  private static MethodHandle handle(Method method, Object implementation) {
    method.setAccessible(true);
    try {
      return MethodHandles.lookup()
          .unreflect(method)
          .bindTo(implementation)
          .asType(
              MethodType.genericMethodType(method.getParameterCount())
                  .changeReturnType(Object.class))
          .asSpreader(Object[].class, method.getParameterCount());
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("not accessible: " + method, e);
    }
  }

  /// The name of the effect interface.
  public String name() {
    return name;
  }

  @Override
  public Outcome perform(Effect.Perform effect, String key) {
    var call = calls.get(effect.method());
    if (call == null) {
      return new Outcome.Threw(
          Failure.of(
              "java.lang.NoSuchMethodError",
              name + " has no method " + effect.method() + " in the host program"));
    }
    return IdempotencyKey.performing(key, () -> perform(call, effect));
  }

  private Outcome perform(Call call, Effect.Perform effect) {
    try {
      var arguments = call.codec().arguments(effect.arguments());
      return new Outcome.Returned(call.codec().result(call.handle().invoke(arguments)));
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable t) {
      return new Outcome.Threw(exceptions.toFailure(t));
    }
  }
}
