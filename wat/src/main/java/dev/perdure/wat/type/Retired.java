package dev.perdure.wat.type;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Remedy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a newcomer from another Lisp, or from an earlier wat, types (W2), and what to write.
public final class Retired {
  private static final Map<String, List<String>> FORMS =
      Map.ofEntries(
          Map.entry("define", List.of("defn", "def")),
          Map.entry("lambda", List.of("fn")),
          Map.entry("let*", List.of("let")),
          Map.entry("tuple", List.of("Tuple")),
          Map.entry("struct", List.of("defstruct")),
          Map.entry("enum", List.of("defenum")),
          Map.entry("try", List.of("Result/try", "Option/try")));

  private static final List<String> TESTS =
      List.of(
          "run-hermetic-with-prelude",
          "run-hermetic-with-io",
          "run-hermetic-with-io-driver",
          "run-with-prelude",
          "run-with-io",
          "run-with-io-driver",
          "run-hermetic-send-inputs",
          "run-hermetic-drain-outputs",
          "run-send-inputs",
          "run-drain-outputs",
          "RunResultIO");

  /// The names of W3.2 by their lower case.
  private static final Map<String, String> TYPES = new HashMap<>();

  static {
    for (var name : Known.NAMES) {
      TYPES.put(name.toLowerCase(Locale.ROOT), name);
    }
  }

  private Retired() {}

  /// What to write in place of a head, bare or as `:wat::core::…`, the best first; empty if it is
  /// not retired.
  public static List<String> instead(String head) {
    var name = head.startsWith("wat::core::") ? head.substring("wat::core::".length()) : head;
    var forms = FORMS.get(name);
    if (forms != null) {
      return forms.stream().map(form -> ":wat::core::" + form).toList();
    }
    var test = head.startsWith("wat::test::") ? head.substring("wat::test::".length()) : head;
    return TESTS.contains(test) ? List.of(":wat::kernel::run-processes") : List.of();
  }

  /// What to write in place of the path of a type; null if it is not retired.
  public static @Nullable String type(String path) {
    if (path.equals("unit") || path.equals("wat::core::unit")) {
      return "wat::core::nil";
    }
    if (!path.startsWith("wat::core::")) {
      return null;
    }
    var known = TYPES.get(path.toLowerCase(Locale.ROOT));
    return known == null || known.equals(path) ? null : known;
  }

  /// The diagnostic.
  public static Diagnostic spelling(String form, List<String> instead, Span span) {
    var remedies =
        instead.stream().map(text -> new Remedy(text, Remedy.Kind.RETIREMENT, 0, null)).toList();
    return Diagnostic.of(
        Kind.CHECK_RETIRED_SPELLING,
        span,
        form + " is not how wat spells it; write " + String.join(" or ", instead),
        form,
        remedies);
  }

  /// The diagnostic for what has one remedy.
  static Diagnostic spelling(String form, String instead, Span span) {
    return spelling(form, List.of(instead), span);
  }
}
