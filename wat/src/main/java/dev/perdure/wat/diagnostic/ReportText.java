package dev.perdure.wat.diagnostic;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Diagnostics for tools (W5.3), in some notation.
final class ReportText {
  private final Notation to;

  ReportText(Notation to) {
    this.to = to;
  }

  String report(Diagnostic diagnostic) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("message", string(diagnostic.message()));
    var span = diagnostic.span();
    fields.put("location", to.option(span == null ? null : span(span)));
    fields.put("causes", to.list(diagnostic.nested().stream().map(this::report).toList()));
    // One that is called message too stands in its place, as a map has each key once.
    own(diagnostic, fields);
    return to.kind(diagnostic.kind().tag(), fields);
  }

  String bare(Diagnostic diagnostic) {
    var fields = new LinkedHashMap<String, String>();
    own(diagnostic, fields);
    var span = diagnostic.span();
    if (span != null) {
      fields.put("span", span(span));
    }
    return to.kind(diagnostic.kind().tag(), fields);
  }

  private void own(Diagnostic diagnostic, Map<String, String> to) {
    var names = diagnostic.kind().fields();
    for (int i = 0; i < names.size(); i++) {
      to.put(names.get(i), value(diagnostic.fields().get(i)));
    }
  }

  private String value(Object value) {
    return switch (value) {
      case String text -> string(text);
      case Long number -> to.number(number);
      case Integer number -> to.number(number);
      case Lex cause -> to.name(cause.title());
      case Span span -> span(span);
      case Remedy remedy -> remedy(remedy);
      case Diagnostic diagnostic -> bare(diagnostic);
      case List<?> list -> to.list(list.stream().map(this::value).toList());
      case Reference reference -> reference(reference);
      case Via via -> via(via);
      default -> throw new IllegalArgumentException("a diagnostic with a " + value.getClass());
    };
  }

  private String reference(Reference reference) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("path", string(reference.path()));
    fields.put("context", string(reference.context()));
    fields.put("span", span(reference.span()));
    fields.put("remedies", value(reference.remedies()));
    return to.map(fields);
  }

  private String via(Via via) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("callee", string(via.callee()));
    fields.put("span", span(via.span()));
    return to.map(fields);
  }

  /// A place.
  String place(Span span) {
    return span(span);
  }

  private String span(Span span) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("file", string(span.source()));
    position(span.start(), fields);
    var end = new LinkedHashMap<String, String>();
    position(span.end(), end);
    fields.put("end", to.option(to.tagged("wat.core/Pos", end)));
    return to.tagged("wat.core/Span", fields);
  }

  private void position(Position position, Map<String, String> fields) {
    fields.put("line", to.number(position.line()));
    fields.put("col", to.number(position.column()));
  }

  private String remedy(Remedy remedy) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("form", string(remedy.form()));
    fields.put("kind", to.name(remedy.kind().name().toLowerCase(Locale.ROOT)));
    fields.put("score", to.number(remedy.score()));
    var note = remedy.note();
    fields.put("note", note == null ? to.nothing() : string(note));
    return to.tagged("wat.kernel/Remedy", fields);
  }

  /// Half of a surrogate pair, which no output could carry, becomes U+FFFD.
  private String string(String text) {
    return to.string(Shown.wellFormed(text));
  }
}
