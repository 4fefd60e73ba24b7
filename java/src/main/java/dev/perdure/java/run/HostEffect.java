package dev.perdure.java.run;

import dev.perdure.api.Heartbeat;
import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.Effect;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Tried;
import dev.perdure.engine.Try;
import dev.perdure.engine.Undecided;
import dev.perdure.java.codec.Codecs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Performs the effects of an interface by an implementation of the host program: ordinary impure
/// Java that lives outside every universe.
public final class HostEffect implements EffectRunner {
  /// Causes of causes that are looked at: they may go in a circle.
  private static final int CAUSES_MAX = 100;

  private final String name;
  private final Map<String, Call> calls = new HashMap<>();
  private final Exceptions exceptions;
  private final boolean recalling;

  private record Call(MethodHandle handle, MethodCodec codec) {}

  private HostEffect(Class<?> type, Object implementation) {
    this.name = type.getName();
    this.recalling = implementation instanceof Recalling;
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
  public Tried perform(Effect.Perform effect, Try now) {
    var call = calls.get(effect.method());
    if (call == null) {
      return Tried.of(
          new Outcome.Threw(
              Failure.of(
                  "java.lang.NoSuchMethodError",
                  name + " has no method " + effect.method() + " in the host program")));
    }
    return IdempotencyKey.performing(
        now.key(), () -> Heartbeat.performing(now.beat(), () -> perform(call, effect)));
  }

  /// What it throws says that the effect was not done: no outcome but a result is kept under a key.
  @Override
  public @Nullable Outcome recall(Effect.Perform effect, Try now) {
    boolean harmless = effect.guard() == Effect.Guard.NONE;
    return recalling && !harmless && perform(effect, now).outcome() instanceof Outcome.Returned done
        ? done
        : null;
  }

  private Tried perform(Call call, Effect.Perform effect) {
    try {
      var arguments = call.codec().arguments(effect.arguments());
      return Tried.of(new Outcome.Returned(call.codec().result(call.handle().invoke(arguments))));
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable t) {
      checkDecided(t);
      boolean fatal = isAny(t.getClass(), effect.options().retry().fatal());
      return new Tried(new Outcome.Threw(exceptions.toFailure(t)), fatal);
    }
  }

  /// Whatever an implementation makes of it, nothing is decided.
  private static void checkDecided(Throwable thrown) {
    int depth = 0;
    for (@Nullable Throwable t = thrown; t != null && depth < CAUSES_MAX; t = t.getCause()) {
      if (t instanceof Undecided undecided) {
        throw undecided;
      }
      depth++;
    }
  }

  /// By name, for the universe has classes of its own.
  private static boolean isAny(Class<?> thrown, List<String> names) {
    for (@Nullable Class<?> type = thrown; type != null; type = type.getSuperclass()) {
      if (names.contains(type.getName())) {
        return true;
      }
    }
    return false;
  }
}
