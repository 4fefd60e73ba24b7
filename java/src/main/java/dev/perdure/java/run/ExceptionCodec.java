package dev.perdure.java.run;

import dev.perdure.engine.Failure;
import dev.perdure.engine.Payload;
import dev.perdure.java.codec.Codec;
import dev.perdure.java.codec.Codecs;
import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.PerdureException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The own fields of one class of exceptions as a value, and exceptions made with them again.
///
/// Own are the fields that the class and its superclasses outside the JDK declare, those of a
/// superclass first, without `static` and `transient` ones. An exception is made by a constructor
/// whose parameters are these fields, in this order; a `String` for the message may stand before
/// them and a `Throwable` for the cause behind them. What a constructor makes is taken only if it
/// has the same fields again.
final class ExceptionCodec {
  private final List<Part> parts;
  private final List<Maker> makers;

  /// A field as it is read and written.
  private record Part(Keyword keyword, Class<?> type, Codec codec, MethodHandle getter) {}

  /// A constructor that can be given the fields.
  private record Maker(MethodHandle constructor, boolean message, boolean cause) {}

  private ExceptionCodec(List<Part> parts, List<Maker> makers) {
    this.parts = parts;
    this.makers = makers;
  }

  /// The codec of a class of exceptions; null if it has no own fields, or one that is no value or
  /// cannot be read.
  static @Nullable ExceptionCodec of(Class<?> type, Codecs codecs) {
    var parts = new ArrayList<Part>();
    try {
      for (var field : ownFields(type)) {
        parts.add(part(field, codecs));
      }
      return parts.isEmpty() ? null : new ExceptionCodec(parts, makers(type, parts));
    } catch (IllegalAccessException | PerdureException e) {
      return null;
    }
  }

  private static List<Field> ownFields(Class<?> type) {
    if (type == Throwable.class || isOfJdk(type)) {
      return List.of();
    }
    var fields = new ArrayList<>(ownFields(type.getSuperclass()));
    Arrays.stream(type.getDeclaredFields())
        .filter(f -> (f.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
        .filter(f -> !f.isSynthetic())
        .forEach(fields::add);
    return fields;
  }

  private static boolean isOfJdk(Class<?> type) {
    var loader = type.getClassLoader();
    return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
  }

  private static Part part(Field field, Codecs codecs) throws IllegalAccessException {
    var getter = lookup(field.getDeclaringClass()).unreflectGetter(field);
    return new Part(
        Keyword.of(field.getName()),
        field.getType(),
        codecs.of(field.getGenericType()),
        getter.asType(MethodType.genericMethodType(1)));
  }

  private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  private static List<Maker> makers(Class<?> type, List<Part> parts) throws IllegalAccessException {
    var makers = new ArrayList<Maker>();
    for (boolean message : new boolean[] {true, false}) {
      for (boolean cause : new boolean[] {true, false}) {
        var wanted = parameters(parts, message, cause);
        for (var constructor : type.getDeclaredConstructors()) {
          if (Arrays.equals(constructor.getParameterTypes(), wanted)) {
            makers.add(new Maker(spread(type, constructor), message, cause));
          }
        }
      }
    }
    return makers;
  }

  private static Class<?>[] parameters(List<Part> parts, boolean message, boolean cause) {
    var types = new ArrayList<Class<?>>();
    if (message) {
      types.add(String.class);
    }
    parts.forEach(part -> types.add(part.type()));
    if (cause) {
      types.add(Throwable.class);
    }
    return types.toArray(Class<?>[]::new);
  }

  private static MethodHandle spread(Class<?> type, Constructor<?> constructor)
      throws IllegalAccessException {
    var handle = lookup(type).unreflectConstructor(constructor);
    return handle
        .asType(handle.type().generic())
        .asSpreader(Object[].class, constructor.getParameterCount());
  }

  /// The own fields of an exception of the class; null if one has no value.
  @Nullable Payload data(Throwable t) {
    try {
      var map = MapValue.builder();
      for (var part : parts) {
        map.put(part.keyword(), part.codec().toValue(read(part, t)));
      }
      return Payload.of(map.build());
    } catch (PerdureException e) {
      return null;
    }
  }

  private static @Nullable Object read(Part part, Throwable t) {
    try {
      return part.getter().invokeExact((Object) t);
    } catch (Throwable impossible) {
      throw new LinkageError("a field of its own class is not readable", impossible);
    }
  }

  /// An exception with the fields of a failure; null if it has none, or no constructor makes it.
  /// One that has the message too is preferred.
  @Nullable Throwable make(Failure failure, @Nullable Throwable cause) {
    var data = failure.data();
    if (data == null || !(data.value() instanceof MapValue fields)) {
      return null;
    }
    Throwable otherMessage = null;
    for (var maker : makers) {
      var made = make(maker, failure, fields, cause);
      if (made != null && data.equals(data(made))) {
        if (failure.message().equals(made.getMessage())) {
          return made;
        }
        otherMessage = otherMessage == null ? made : otherMessage;
      }
    }
    return otherMessage;
  }

  private @Nullable Throwable make(
      Maker maker, Failure failure, MapValue fields, @Nullable Throwable cause) {
    try {
      var arguments = new ArrayList<@Nullable Object>();
      if (maker.message()) {
        arguments.add(failure.message());
      }
      for (var part : parts) {
        var value = fields.get(part.keyword());
        arguments.add(part.codec().fromValue(value == null ? Nil.NIL : value));
      }
      if (maker.cause()) {
        arguments.add(cause);
      }
      Object made = maker.constructor().invokeExact(arguments.toArray());
      return (Throwable) made;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable refused) {
      return null;
    }
  }
}
