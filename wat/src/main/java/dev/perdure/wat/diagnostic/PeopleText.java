package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A diagnostic for people: itself, then indented what it speaks of and what caused it.
final class PeopleText {
  private static final String INDENT = "  ";

  private final Function<String, @Nullable String> sources;

  PeopleText(Function<String, @Nullable String> sources) {
    this.sources = sources;
  }

  String of(Diagnostic diagnostic) {
    var out = new StringBuilder();
    write(diagnostic, out);
    return out.toString();
  }

  private void write(Diagnostic diagnostic, StringBuilder out) {
    var kind = diagnostic.kind();
    out.append(kind.phase().equals("wat.warn") ? "warning" : "error");
    out.append('[')
        .append(kind.tag())
        .append("]: ")
        .append(line(diagnostic.message()))
        .append('\n');
    var span = diagnostic.span();
    if (span != null) {
      place(span, out);
    }
    diagnostic.remedies().forEach(remedy -> remedy(remedy, out));
    for (var field : diagnostic.fields()) {
      if (field instanceof List<?> list) {
        list.forEach(item -> reference(item, out));
      }
    }
    ReportText.nested(diagnostic).forEach(cause -> indented(of(cause), out));
  }

  private static void indented(String text, StringBuilder out) {
    text.lines().forEach(l -> out.append(INDENT).append(l).append('\n'));
  }

  private void place(Span span, StringBuilder out) {
    out.append(INDENT + "--> ").append(line(span.toString())).append('\n');
    var text = sources.apply(span.source());
    if (text != null) {
      CodeFrame.write(span, text, out);
    }
  }

  private static void remedy(Remedy remedy, StringBuilder out) {
    out.append(INDENT + "help: write ").append(line(remedy.form()));
    var note = remedy.note();
    out.append(note == null ? "" : " (" + line(note) + ")").append('\n');
  }

  /// One of several things that a diagnostic speaks of, with a place of its own.
  private void reference(Object item, StringBuilder out) {
    if (item instanceof Map<?, ?> reference && reference.get("span") instanceof Span span) {
      var text = new StringBuilder();
      text.append(line(words(reference))).append('\n');
      place(span, text);
      if (reference.get("remedies") instanceof List<?> remedies) {
        remedies.forEach(remedy -> remedy((Remedy) remedy, text));
      }
      indented(text.toString(), out);
    }
  }

  private static String words(Map<?, ?> reference) {
    return reference.values().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining(", "));
  }

  /// One line: what came from a program may hold line feeds and other control characters.
  private static String line(String text) {
    return Shown.line(text, 0);
  }
}
