package dev.perdure.wat.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What global names must look like (W2).
public final class Naming {
  private static final List<String> RESERVED = List.of("wat::", "java::", "perdure::", "$bound::");

  private Naming() {}

  /// Why a program may not declare a name.
  public enum Fault {
    /// It lies below a prefix that is the language's own.
    RESERVED_PREFIX,
    /// It has no namespace.
    UNNAMESPACED_NAME,
    /// Its last segment holds a point.
    DOTTED_NAME
  }

  /// Why a program may not declare the path; null if it may.
  public static @Nullable Fault fault(String path) {
    if (isReserved(path)) {
      return Fault.RESERVED_PREFIX;
    }
    int namespace = path.lastIndexOf("::");
    if (namespace < 0) {
      return Fault.UNNAMESPACED_NAME;
    }
    return path.indexOf('.', namespace) < 0 ? null : Fault.DOTTED_NAME;
  }

  /// Whether the path lies below a prefix that is the language's own.
  public static boolean isReserved(String path) {
    for (var prefix : RESERVED) {
      if (path.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /// One sentence for people.
  public static String sentence(Fault fault, String path) {
    return switch (fault) {
      case RESERVED_PREFIX -> ":" + path + " lies below a prefix that belongs to the language";
      case UNNAMESPACED_NAME ->
          ":" + path + " has no namespace; a global name is written like :user::" + path;
      case DOTTED_NAME -> "the last segment of :" + path + " holds a point";
    };
  }

  /// What stands behind the last `::`.
  public static String last(String path) {
    return path.substring(path.lastIndexOf("::") < 0 ? 0 : path.lastIndexOf("::") + 2);
  }

  /// What stands before the last `::`; empty if there is none.
  public static String namespace(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf("::")));
  }
}
