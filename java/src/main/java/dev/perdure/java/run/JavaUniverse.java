package dev.perdure.java.run;

import dev.perdure.api.TaskCancelled;
import dev.perdure.engine.Choice;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Message;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Universe;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.Version;
import dev.perdure.java.Frozen;
import dev.perdure.java.FrozenEffect;
import dev.perdure.java.FrozenFunction;
import dev.perdure.java.UniverseLoader;
import dev.perdure.java.codec.Codecs;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.Hash;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A frozen set of Java functions, loaded and ready to run. Safe for use by many threads.
public final class JavaUniverse implements Universe {
  private final Version version;
  private final UniverseLoader loader;
  private final UniverseInfo info;
  private final Codecs codecs = new Codecs();
  private final boolean unwinds;
  private final Exceptions exceptions = new Exceptions(codecs);
  private final Map<FunctionName, Function> functions = new HashMap<>();
  private final Instances instances;
  private final Map<String, Received> messages = new HashMap<>();

  /// What code of this universe receives from outside under a name.
  private record Received(Message kind, MethodCodec codec) {}

  /// A function as it is called.
  ///
  /// @param handle receiver and arguments, spread from an array, to the result
  /// @param receiver null if the function is static
  record Function(
      FunctionName name, MethodHandle handle, @Nullable Object receiver, MethodCodec codec) {}

  /// Loads a frozen universe in a loader of its own.
  ///
  /// @param version under which it is deployed
  /// @param metered whether its code can be run on a budget, by a [dev.perdure.java.link.Meter]
  /// @throws dev.perdure.value.PerdureException `TYPE_NOT_A_VALUE`; `JAVA_CLASS_CORRUPT` if the JVM
  ///   refuses a class; `JAVA_CONSTRUCTOR` if a class of functions asks an effect or throws where
  ///   it is made
  public JavaUniverse(Version version, Frozen frozen, boolean metered) {
    this.version = version;
    this.loader = new UniverseLoader(version.text(), frozen, metered);
    loader.link();
    this.info = info(frozen);
    this.unwinds = frozen.trusted().isEmpty();
    this.instances = new Instances(this, frozen);
    frozen.effects().values().forEach(this::receive);
    for (var function : frozen.functions().values()) {
      var name = new FunctionName(function.name());
      functions.put(name, load(name, function));
      loader.sites().dispatch(function.name(), DISPATCH.bindTo(this));
    }
  }

  /// Whether all its code lets the engine's unwinding pass: code of trusted packages is as its
  /// author wrote it, and may catch it.
  public boolean unwinds() {
    return unwinds;
  }

  /// What a frozen universe will be known as.
  public static UniverseInfo info(Frozen frozen) {
    var functions = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    frozen
        .functions()
        .forEach((name, f) ->
            functions.put(
                new FunctionName(name),
                new UniverseInfo.FunctionInfo(Hash.parse(f.hash()), signature(f))));
    return new UniverseInfo(Hash.parse(frozen.hash()), functions);
  }

  /// As it is written in Java, such as `shop.User lookupUser(java.lang.String)`.
  private static String signature(FrozenFunction function) {
    var parameters =
        function.signature().parameters().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return function.signature().result() + " " + function.name() + "(" + parameters + ")";
  }

  private Function load(FunctionName name, FrozenFunction function) {
    var method = method(function);
    var implementation = loader.implementation(function);
    var generic = implementation.asType(implementation.type().generic());
    var receiver =
        function.method().isStatic() ? null : instances.of(function.method().className());
    var spread = generic.asSpreader(Object[].class, method.getParameterCount());
    var handle = receiver == null ? MethodHandles.dropArguments(spread, 0, Object.class) : spread;
    return new Function(
        name,
        handle.asType(MethodType.methodType(Object.class, Object.class, Object[].class)),
        receiver,
        MethodCodec.of(method, codecs));
  }

  private Method method(FrozenFunction function) {
    try {
      var owner = loader.loadClass(function.method().className());
      var type = MethodType.fromMethodDescriptorString(function.method().descriptor(), loader);
      return owner.getDeclaredMethod(function.method().name(), type.parameterArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a frozen function is gone: " + function.name(), e);
    }
  }

  /// The version under which it is deployed.
  public Version version() {
    return version;
  }

  @Override
  public UniverseInfo info() {
    return info;
  }

  /// The class loader of its classes: to see that it goes.
  public ClassLoader classLoader() {
    return loader;
  }

  /// What it was loaded from.
  public Frozen frozen() {
    return loader.frozen();
  }

  UniverseLoader loader() {
    return loader;
  }

  Codecs codecs() {
    return codecs;
  }

  Exceptions exceptions() {
    return exceptions;
  }

  @Nullable Function function(FunctionName name) {
    return functions.get(name);
  }

  /// Links calls inside this universe of the functions in `direct` straight to it, at the cost of a
  /// plain call; the others ask who serves them. To be kept true by whoever knows the routes.
  public void settle(Set<FunctionName> direct) {
    for (var name : functions.keySet()) {
      if (direct.contains(name)) {
        loader.sites().direct(name.text());
      } else {
        loader.sites().dispatch(name.text(), DISPATCH.bindTo(this));
      }
    }
  }

  /// Checks that arguments are what a function takes; does nothing if there is no such function.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH`
  public void check(FunctionName name, Payload arguments) {
    var function = functions.get(name);
    if (function != null) {
      function.codec().arguments(arguments);
    }
  }

  private void receive(FrozenEffect effect) {
    if (effect.methods().stream().noneMatch(m -> m.message() != null)) {
      return;
    }
    try {
      for (var method : loader.loadClass(effect.className()).getDeclaredMethods()) {
        var frozen = effect.method(method);
        if (frozen != null && frozen.message() != null) {
          var codec = MethodCodec.of(method, codecs);
          messages.put(frozen.name(), new Received(frozen.message(), codec));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a frozen interface is gone: " + effect.className(), e);
    }
  }

  /// What kind of message code of this universe receives under the name; null: none.
  public @Nullable Message message(String name) {
    var received = messages.get(name);
    return received == null ? null : received.kind();
  }

  /// The names of all messages that code of this universe receives.
  public Set<String> messages() {
    return Set.copyOf(messages.keySet());
  }

  /// Checks that a value is what a message of the name says; does nothing if there is no such
  /// message.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH`
  public void checkMessage(String name, Payload value) {
    var received = messages.get(name);
    if (received != null) {
      received.codec().result(value);
    }
  }

  @Override
  public Outcome call(FunctionName name, Payload arguments, Seam seam) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(version + " has no function " + name);
    }
    try {
      var objects = MigrationCrash.unlessRead(() -> function.codec().arguments(arguments));
      return returned(
          function.codec(),
          seam,
          () -> function.handle().invokeExact(function.receiver(), objects));
    } catch (Throwable t) {
      return outcome(t);
    }
  }

  /// How a piece of code of this universe ends, with the seam as its current one.
  Outcome outcome(
      MethodCodec codec, Seam seam, ScopedValue.CallableOp<@Nullable Object, Throwable> code) {
    try {
      return returned(codec, seam, code);
    } catch (Throwable t) {
      return outcome(t);
    }
  }

  private static Outcome returned(
      MethodCodec codec, Seam seam, ScopedValue.CallableOp<@Nullable Object, Throwable> code)
      throws Throwable {
    return new Outcome.Returned(codec.result(bound(seam, code)));
  }

  /// How a call ended that threw. What ends the attempt is thrown on.
  private Outcome outcome(Throwable t) {
    return switch (t) {
      case Unwind u when u.getCause() instanceof Unwinding unwinding -> throw unwinding;
      case Unwinding unwinding -> throw unwinding;
      case VirtualMachineError e -> throw e;
      case TaskCancelled c -> new Outcome.Cancelled(String.valueOf(c.getMessage()));
      case Throwable other -> new Outcome.Threw(exceptions.toFailure(other));
    };
  }

  /// Runs code of this universe with the seam as its current one.
  static <T extends @Nullable Object> T bound(Seam seam, ScopedValue.CallableOp<T, Throwable> code)
      throws Throwable {
    var current = dev.perdure.java.link.Seam.CURRENT;
    if (current.isBound() && current.get() instanceof TaskSeam t && t.engine() == seam) {
      return code.call();
    }
    return ScopedValue.where(current, new TaskSeam(seam)).call(code);
  }

  private static final MethodHandle DISPATCH = dispatchHandle();

  private static MethodHandle dispatchHandle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              JavaUniverse.class,
              "dispatch",
              MethodType.methodType(Object.class, String.class, Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// A call inside this universe of a function that may be served by another one.
  @SuppressWarnings("UnusedMethod") // called through DISPATCH
  private @Nullable Object dispatch(
      String functionName, @Nullable Object receiver, @Nullable Object[] arguments)
      throws Throwable {
    var name = new FunctionName(functionName);
    var function = functions.get(name);
    if (function == null) {
      throw new LinkageError(version + " has no function " + name);
    }
    var seam = TaskSeam.current().engine();
    Choice choice;
    try {
      choice = seam.route(name);
    } catch (Unwinding unwinding) {
      throw new Unwind(unwinding);
    }
    if (choice.version().equals(version) && seam.plain(choice, name)) {
      return function.handle().invokeExact(receiver, arguments);
    }
    var payload = function.codec().arguments(arguments);
    return answer(function, () -> seam.call(name, payload, choice));
  }

  /// Calls the version that this one stands in for.
  @Nullable Object callPrevious(FunctionName name, @Nullable Object @Nullable [] arguments) {
    var function = functions.get(name);
    if (function == null) {
      throw new LinkageError(version + " has no function " + name);
    }
    var seam = TaskSeam.current().engine();
    var previous = seam.run().universes().previous(version, name);
    var payload = function.codec().arguments(arguments);
    return answer(function, () -> seam.callAt(previous, name, payload));
  }

  /// What another universe answered, for code of this one.
  private @Nullable Object answer(Function function, Supplier<Outcome> call) {
    Outcome outcome;
    try {
      outcome = call.get();
    } catch (Unwinding unwinding) {
      throw new Unwind(unwinding);
    }
    if (outcome instanceof Outcome.Threw threw) {
      throw Exceptions.sneaky(
          exceptions.rebuild(threw.failure(), loader, List.of(Exception.class)));
    }
    var value = Exceptions.returned(outcome);
    return MigrationCrash.unlessRead(() -> function.codec().result(value));
  }
}
