package dev.perdure.wat.expand;

import java.util.Set;

/// The heads of declarations (W6.1).
public final class Declaring {
  private static final Set<String> HEADS =
      Set.of(
          "wat::core::def",
          "wat::core::defn",
          "wat::core::defclause",
          "wat::core::defmacro",
          "wat::core::defstruct",
          "wat::core::defrecord",
          "wat::core::defenum",
          "wat::core::newtype",
          "wat::core::typealias",
          "wat::core::typeunion",
          "wat::core::defalias",
          "wat::core::defsurface",
          "wat::core::extend-type",
          "wat::core::derive",
          "wat::core::defextern",
          "wat::core::defeffect",
          "wat::kernel::defmigration",
          "wat::kernel::retire",
          "wat::load-file!",
          "wat::load-string!",
          "wat::digest-load!",
          "wat::digest-load-string!",
          "wat::signed-load!",
          "wat::signed-load-string!");

  private Declaring() {}

  /// Whether a list with this head loads a file or sets an option.
  public static boolean isLoadOrSetter(String head) {
    return head.startsWith("wat::config::")
        || (HEADS.contains(head) && head.contains("load-"))
        || (HEADS.contains(head) && head.contains("-load!"));
  }

  /// Whether a list with this head declares something, loads a file or sets an option.
  public static boolean isDeclaration(String head) {
    return HEADS.contains(head) || head.startsWith("wat::config::");
  }
}
