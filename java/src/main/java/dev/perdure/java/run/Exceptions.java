package dev.perdure.java.run;

import dev.perdure.api.EffectFailed;
import dev.perdure.api.TaskCancelled;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.java.UniverseLoader;
import dev.perdure.java.codec.Codecs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Exceptions of one class loader as data and back. An exception is rebuilt by name, with its
/// message, cause and own fields, as far as its class here has a constructor for them; where there
/// is no such class it is an [EffectFailed]. Safe for use by many threads.
final class Exceptions {
  /// Stack lines kept: enough to see where, not the whole machinery.
  private static final int TRACE_LINES_MAX = 24;

  /// Suppressed exceptions told of, a line each.
  private static final int SUPPRESSED_MAX = 8;

  /// Causes kept, each the cause of the one before.
  private static final int CAUSES_MAX = 8;

  /// Bytes of one exception's own fields that cross: what is larger belongs into a result.
  private static final int DATA_BYTES_MAX = 64 << 10;

  private final Codecs codecs;
  private final Map<Class<?>, Optional<ExceptionCodec>> known = new ConcurrentHashMap<>();

  /// @param codecs of the class loader whose exceptions cross
  Exceptions(Codecs codecs) {
    this.codecs = codecs;
  }

  private @Nullable ExceptionCodec codec(Class<?> type) {
    return known
        .computeIfAbsent(type, t -> Optional.ofNullable(ExceptionCodec.of(t, codecs)))
        .orElse(null);
  }

  /// The failure that a throwable is recorded as.
  Failure toFailure(Throwable t) {
    return toFailure(t, 0);
  }

  private Failure toFailure(Throwable t, int depth) {
    var cause = told(t::getCause);
    var message = told(t::getMessage);
    var type = t instanceof EffectFailed failed ? failed.type() : t.getClass().getName();
    return new Failure(
        type,
        message == null ? "" : message,
        data(t),
        trace(t),
        cause == null || depth == CAUSES_MAX ? null : toFailure(cause, depth + 1));
  }

  /// What an exception says of itself; null if it fails at that: somebody wrote its methods.
  private static <T> @Nullable T told(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private @Nullable Payload data(Throwable t) {
    var codec = t instanceof EffectFailed ? null : codec(t.getClass());
    var data = codec == null ? null : codec.data(t);
    return data == null || data.size() > DATA_BYTES_MAX ? null : data;
  }

  private static List<String> trace(Throwable t) {
    var lines = new ArrayList<String>();
    for (var frame : ofCode(t.getStackTrace())) {
      if (lines.size() == TRACE_LINES_MAX) {
        break;
      }
      if (!frame.getClassName().startsWith("dev.perdure.java.")
          && !frame.getClassName().startsWith("java.lang.invoke.")) {
        lines.add(frame.toString());
      }
    }
    for (var suppressed : t.getSuppressed()) {
      if (lines.size() < TRACE_LINES_MAX + SUPPRESSED_MAX) {
        lines.add("suppressed: " + told(suppressed::toString));
      }
    }
    return lines;
  }

  /// The frames down to the outermost one of a universe: what lies below is who runs it, another
  /// one at each replay. All if none is of a universe.
  private static List<StackTraceElement> ofCode(StackTraceElement[] trace) {
    var frames = Arrays.asList(trace);
    for (int last = frames.size(); last > 0; last--) {
      if (isOfUniverse(frames.get(last - 1))) {
        return frames.subList(0, last);
      }
    }
    return frames;
  }

  /// A universe's loader has its version as its name; those of the JDK have none, or these.
  private static boolean isOfUniverse(StackTraceElement frame) {
    var loader = frame.getClassLoaderName();
    return loader != null && !loader.equals("app") && !loader.equals("platform");
  }

  /// The value of an outcome; throws what it threw.
  static Payload returned(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> r.value();
      case Outcome.Threw t -> throw new EffectFailed(t.failure().type(), t.failure().message());
      case Outcome.Cancelled c -> throw new TaskCancelled(c.why());
    };
  }

  /// The throwable that a failure stands for.
  ///
  /// @param declared checked exceptions that the caller may be given
  Throwable rebuild(Failure failure, ClassLoader loader, List<Class<?>> declared) {
    var failureCause = failure.cause();
    var cause =
        failureCause == null ? null : rebuild(failureCause, loader, List.of(Throwable.class));
    var type = throwableClass(failure.type(), loader);
    var rebuilt = type != null && allowed(type, declared) ? construct(type, failure, cause) : null;
    if (rebuilt == null) {
      rebuilt = new EffectFailed(failure.type(), failure.message());
    }
    if (cause != null && rebuilt.getCause() == null) {
      initCause(rebuilt, cause);
    }
    return rebuilt;
  }

  private static void initCause(Throwable rebuilt, Throwable cause) {
    try {
      rebuilt.initCause(cause);
    } catch (IllegalStateException fixedByConstructor) {
      rebuilt.addSuppressed(cause);
    }
  }

  private static @Nullable Class<?> throwableClass(String name, ClassLoader loader) {
    try {
      var type = Class.forName(name, true, loader);
      return Throwable.class.isAssignableFrom(type) ? type : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static boolean allowed(Class<?> type, List<Class<?>> declared) {
    return RuntimeException.class.isAssignableFrom(type)
        || (Error.class.isAssignableFrom(type) && !VirtualMachineError.class.isAssignableFrom(type))
        || declared.stream().anyMatch(d -> d.isAssignableFrom(type));
  }

  private @Nullable Throwable construct(Class<?> type, Failure failure, @Nullable Throwable cause) {
    var codec = codec(type);
    var made = codec == null ? null : codec.make(failure, cause);
    return made != null ? made : withMessage(type, failure);
  }

  private static @Nullable Throwable withMessage(Class<?> type, Failure failure) {
    try {
      var lookup =
          type.getClassLoader() instanceof UniverseLoader
              ? MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              : MethodHandles.publicLookup();
      return failure.message().isEmpty()
          ? orNull(lookup, type, MethodType.methodType(void.class), new Object[0])
          : orNull(
              lookup,
              type,
              MethodType.methodType(void.class, String.class),
              new Object[] {failure.message()});
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  private static @Nullable Throwable orNull(
      MethodHandles.Lookup lookup, Class<?> type, MethodType constructor, Object[] arguments) {
    try {
      return (Throwable) lookup.findConstructor(type, constructor).invokeWithArguments(arguments);
    } catch (Throwable noSuchConstructor) {
      return null;
    }
  }

  /// Throws anything without declaring it: the code that gets it has declared it.
  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
