package dev.perdure.java.link;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Stands for JDK members that make a text of any object, where that would show an identity: the
/// hash in the text of arrays, lambdas and other objects without `toString`, and the numbers in the
/// names of classes that the JVM makes.
///
/// Methods have the shapes of what they stand for; the table of JDK members names them.
public final class Texts {
  private static final ClassValue<Boolean> SHOWS_IDENTITY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(Texts::isToString)
              .allMatch(method -> method.getDeclaringClass() == Object.class);
        }
      };

  private Texts() {}

  private static boolean isToString(Method method) {
    return method.getName().equals("toString") && method.getParameterCount() == 0;
  }

  /// For `super.toString()` where that is `Object.toString()`, and for classes that have none of
  /// their own: the name of the class, without the hash that differs in every run.
  public static String identity(Object object) {
    return name(object.getClass());
  }

  /// For `Object.toString()`.
  public static String of(Object object) {
    if (object instanceof Class<?> type) {
      return of(type);
    }
    return SHOWS_IDENTITY.get(object.getClass()) ? identity(object) : object.toString();
  }

  /// For `Class.toString()`.
  public static String of(Class<?> type) {
    var name = type.getName();
    return type.toString().replace(name, name(type));
  }

  /// For `Class.getName()`. The JVM numbers the classes of lambdas and proxies as it likes: they
  /// are `shop.Order$$Lambda` and `$Proxy`.
  public static String name(Class<?> type) {
    return Proxy.isProxyClass(type) ? "$Proxy" : unnumbered(type, type.getName());
  }

  /// For `Class.getSimpleName()`.
  public static String simpleName(Class<?> type) {
    return Proxy.isProxyClass(type) ? "$Proxy" : unnumbered(type, type.getSimpleName());
  }

  /// For `Class.getTypeName()`.
  public static String typeName(Class<?> type) {
    return Proxy.isProxyClass(type) ? "$Proxy" : unnumbered(type, type.getTypeName());
  }

  // The name of a hidden class is "shop.Order$$Lambda/0x00007f1234000c00".
  private static String unnumbered(Class<?> type, String name) {
    return type.isHidden() ? name.replaceFirst("/.*", "") : name;
  }

  /// For `String.valueOf(object)` and `Objects.toString(object)`.
  public static String valueOf(@Nullable Object object) {
    return object == null ? "null" : of(object);
  }

  /// For `Objects.toString(object, otherwise)`.
  public static @Nullable String valueOf(@Nullable Object object, @Nullable String otherwise) {
    return object == null ? otherwise : of(object);
  }

  /// For `StringBuilder.append(object)`.
  public static StringBuilder append(StringBuilder builder, @Nullable Object object) {
    return builder.append(valueOf(object));
  }

  /// For `StringBuilder.insert(offset, object)`.
  public static StringBuilder insert(StringBuilder builder, int offset, @Nullable Object object) {
    return builder.insert(offset, valueOf(object));
  }

  /// For `StringBuffer.append(object)`.
  public static StringBuffer append(StringBuffer buffer, @Nullable Object object) {
    return buffer.append(valueOf(object));
  }

  /// For `StringBuffer.insert(offset, object)`.
  public static StringBuffer insert(StringBuffer buffer, int offset, @Nullable Object object) {
    return buffer.insert(offset, valueOf(object));
  }

  /// Arguments of a format, with texts for those that would show their identity.
  static @Nullable Object[] shown(@Nullable Object[] arguments) {
    var shown = arguments.clone();
    for (var i = 0; i < shown.length; i++) {
      var object = shown[i];
      if (object != null && (object instanceof Class<?> || SHOWS_IDENTITY.get(object.getClass()))) {
        shown[i] = of(object);
      }
    }
    return shown;
  }
}
