package dev.perdure.java.run;

import dev.perdure.api.Idempotent;
import dev.perdure.api.ReadOnly;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Message;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.PerformOptions;
import dev.perdure.java.FrozenEffect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a universe has in the place of an effect interface's implementation: asks the effect of the
/// seam.
final class EffectProxy implements InvocationHandler {
  private final Class<?> type;
  private final Exceptions exceptions;
  private final Map<Method, Call> calls = new HashMap<>();

  private record Call(
      String name,
      Effect.Guard guard,
      PerformOptions options,
      @Nullable Message message,
      MethodCodec codec,
      List<Class<?>> declared) {}

  private EffectProxy(Class<?> type, JavaUniverse universe) {
    this.type = type;
    this.exceptions = universe.exceptions();
    var effects = universe.frozen().effects();
    var methods = abstractMethods(type);
    for (var method : methods) {
      var frozen = frozen(method, effects);
      calls.put(
          method,
          new Call(
              MethodCodec.key(method, methods),
              guard(method),
              frozen == null ? ApiPolicy.of(method) : frozen.options(),
              frozen == null ? null : frozen.message(),
              MethodCodec.of(method, universe.codecs()),
              List.of(method.getExceptionTypes())));
    }
  }

  /// An implementation of the interface for code of its universe.
  static Object of(Class<?> type, JavaUniverse universe) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new EffectProxy(type, universe));
  }

  static List<Method> abstractMethods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> Modifier.isAbstract(m.getModifiers()))
        .toList();
  }

  private static Effect.Guard guard(Method method) {
    return method.isAnnotationPresent(ReadOnly.class)
            || method.isAnnotationPresent(Idempotent.class)
        ? Effect.Guard.NONE
        : Effect.Guard.DURABLE;
  }

  /// What its annotations say; null if it is an interface of the API.
  private static FrozenEffect.@Nullable Method frozen(
      Method method, Map<String, FrozenEffect> effects) {
    var effect = effects.get(method.getDeclaringClass().getName());
    return effect == null ? null : effect.method(method);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    var call = calls.get(method);
    if (call != null) {
      return ask(call, arguments);
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return ObjectMethods.answer("effect " + type.getName(), proxy, method, arguments);
  }

  private @Nullable Object ask(Call call, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    var effect =
        call.message() == null
            ? perform(call, arguments)
            : new Effect.Receive(call.message(), call.name());
    var outcome = TaskSeam.current().ask(effect);
    if (outcome instanceof Outcome.Threw threw) {
      throw exceptions.rebuild(threw.failure(), type.getClassLoader(), call.declared());
    }
    var value = Exceptions.returned(outcome);
    return MigrationCrash.unlessRead(() -> call.codec().result(value));
  }

  private Effect perform(Call call, @Nullable Object @Nullable [] arguments) {
    return new Effect.Perform(
        type.getName(),
        call.name(),
        call.codec().arguments(arguments),
        call.guard(),
        call.options());
  }
}
