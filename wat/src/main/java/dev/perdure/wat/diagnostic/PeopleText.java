package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;
import java.util.List;
import java.util.function.Function;
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
    diagnostic.nested().forEach(cause -> indented(of(cause), out));
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
    switch (item) {
      case Reference(var path, var context, var span, var remedies) -> {
        var text = placed(path + " in " + context, span);
        remedies.forEach(remedy -> remedy(remedy, text));
        indented(text.toString(), out);
      }
      case Via(var callee, var span) -> indented(placed("by " + callee, span).toString(), out);
      default -> {}
    }
  }

  private StringBuilder placed(String words, Span span) {
    var text = new StringBuilder();
    text.append(line(words)).append('\n');
    place(span, text);
    return text;
  }

  /// One line: what came from a program may hold line feeds and other control characters.
  private static String line(String text) {
    return Shown.line(text, 0);
  }
}
