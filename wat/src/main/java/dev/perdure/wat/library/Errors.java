package dev.perdure.wat.library;

import dev.perdure.value.Span;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.AggregateShape;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Reference;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.diagnostic.Via;
import dev.perdure.wat.run.Raise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Diagnostics as values: the record of a kind, `:wat::check::TypeMismatch` for one, which is an
/// `Error` (W5.3).
public final class Errors {
  private Errors() {}

  /// The report: message, location and causes, then what the kind says.
  public static Aggregate of(Diagnostic diagnostic) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("message", diagnostic.message());
    fields.put("location", Made.location(diagnostic.span()));
    fields.put("causes", Vector.ofAll(diagnostic.nested().stream().map(Errors::of).toList()));
    own(diagnostic, fields);
    return record(diagnostic, fields);
  }

  /// How a raise ends its thread: a `PeerDiedError` (W12.1).
  public static Variant died(Raise raise) {
    var diagnostic = raise.diagnostic();
    var died = "wat::kernel::PeerDiedError";
    return raise.isPanic()
        ? Made.variant(died, "Panic", diagnostic.message(), Variant.some(failure(diagnostic)))
        : Made.variant(died, "RuntimeError", of(diagnostic));
  }

  /// The `Failure` of code that wrote to stderr (W11).
  public static Aggregate ended() {
    return Made.record(
        "wat::kernel::Failure",
        "the process was ended by a value on stderr",
        Variant.NONE,
        Vector.EMPTY,
        Variant.NONE,
        Variant.NONE);
  }

  /// The `Failure` that tells a raise (W12.1).
  public static Aggregate failure(Diagnostic diagnostic) {
    boolean isAssertion = diagnostic.kind() == Kind.RUNTIME_ASSERTION_FAILED;
    return Made.record(
        "wat::kernel::Failure",
        diagnostic.message(),
        Made.location(diagnostic.span()),
        Vector.EMPTY,
        isAssertion ? text(diagnostic.field("actual")) : Variant.NONE,
        isAssertion ? text(diagnostic.field("expected")) : Variant.NONE);
  }

  private static Variant text(Object field) {
    return field.equals("") ? Variant.NONE : Variant.some(field);
  }

  private static Aggregate bare(Diagnostic diagnostic) {
    var fields = new LinkedHashMap<String, Object>();
    own(diagnostic, fields);
    var span = diagnostic.span();
    if (span != null) {
      fields.put("span", Made.span(span));
    }
    return record(diagnostic, fields);
  }

  private static void own(Diagnostic diagnostic, Map<String, Object> to) {
    var names = diagnostic.kind().fields();
    for (int i = 0; i < names.size(); i++) {
      to.put(names.get(i), value(diagnostic.fields().get(i)));
    }
  }

  private static Aggregate record(Diagnostic diagnostic, Map<String, Object> fields) {
    var path = diagnostic.kind().tag().replace(".", "::").replace("/", "::");
    var shape = new AggregateShape(path, true, List.copyOf(fields.keySet()));
    return Aggregate.of(shape, fields.values().toArray());
  }

  private static Object value(Object field) {
    return switch (field) {
      case String text -> text;
      case Long number -> number;
      case Integer number -> (long) number;
      case Lex cause -> new Keyword(cause.title());
      case Span span -> Made.span(span);
      case Diagnostic diagnostic -> bare(diagnostic);
      case Remedy remedy -> remedy(remedy);
      case List<?> list -> values(list);
      case Reference reference ->
          HashMap.of(
              new Keyword("path"),
              reference.path(),
              new Keyword("context"),
              reference.context(),
              new Keyword("span"),
              Made.span(reference.span()),
              new Keyword("remedies"),
              values(reference.remedies()));
      case Via via ->
          HashMap.of(
              new Keyword("callee"), via.callee(), new Keyword("span"), Made.span(via.span()));
      default -> throw new IllegalArgumentException("a diagnostic with a " + field.getClass());
    };
  }

  private static Vector values(List<?> list) {
    var values = new ArrayList<Object>();
    list.forEach(item -> values.add(value(item)));
    return Vector.ofAll(values);
  }

  private static Aggregate remedy(Remedy remedy) {
    var shape =
        new AggregateShape("wat::kernel::Remedy", true, List.of("form", "kind", "score", "note"));
    var note = remedy.note();
    return Aggregate.of(
        shape,
        remedy.form(),
        new Keyword(remedy.kind().name().toLowerCase(Locale.ROOT)),
        (long) remedy.score(),
        note == null ? Nothing.NIL : note);
  }
}
