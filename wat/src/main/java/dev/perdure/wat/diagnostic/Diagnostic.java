package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a program, or went wrong in its run.
///
/// @param kind what it is
/// @param message one line for people
/// @param span the place a person would change; null of what has none, such as a list of others
/// @param fields what the kind says, in the order of [Kind#fields()]: each a String, a Long, a
///   [Span], a [Remedy], a [Reference], a [Via], a [Lex], a Diagnostic, or a List of such
/// @param causes what it was caused by
public record Diagnostic(
    Kind kind, String message, @Nullable Span span, List<Object> fields, List<Diagnostic> causes) {
  public Diagnostic {
    Objects.requireNonNull(message);
    fields = List.copyOf(fields);
    causes = List.copyOf(causes);
    if (fields.size() != kind.fields().size()) {
      throw new IllegalArgumentException(kind.tag() + " says " + kind.fields());
    }
  }

  /// Without causes.
  public static Diagnostic of(Kind kind, @Nullable Span span, String message, Object... fields) {
    return new Diagnostic(kind, message, span, List.of(fields), List.of());
  }

  /// The same at a place.
  public Diagnostic at(Span place) {
    return new Diagnostic(kind, message, place, fields, causes);
  }

  /// The field of this name.
  public Object field(String name) {
    return fields.get(kind.fields().indexOf(name));
  }

  /// The diagnostics among its fields, then its causes.
  public List<Diagnostic> nested() {
    var found = new ArrayList<Diagnostic>();
    for (var field : fields) {
      if (field instanceof Diagnostic one) {
        found.add(one);
      } else if (field instanceof List<?> list) {
        list.forEach(item -> addDiagnostic(item, found));
      }
    }
    for (var cause : causes) {
      if (!found.contains(cause)) {
        found.add(cause);
      }
    }
    return found;
  }

  private static void addDiagnostic(Object item, List<Diagnostic> to) {
    if (item instanceof Diagnostic one) {
      to.add(one);
    }
  }

  /// The texts that would mend it, the best first.
  public List<Remedy> remedies() {
    var found = new ArrayList<Remedy>();
    for (var field : fields) {
      if (field instanceof List<?> list) {
        for (var item : list) {
          if (item instanceof Remedy remedy) {
            found.add(remedy);
          }
        }
      }
    }
    return found;
  }

  /// The exception that carries it out of a step that cannot go on.
  public Refused refused() {
    return new Refused(this);
  }
}
