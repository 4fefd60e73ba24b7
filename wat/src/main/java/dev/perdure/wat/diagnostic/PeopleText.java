package dev.perdure.wat.diagnostic;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A diagnostic for people.
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
      out.append(INDENT + "--> ").append(line(span.toString())).append('\n');
      var text = sources.apply(span.source());
      if (text != null) {
        CodeFrame.write(span, text, out);
      }
    }
    for (var remedy : diagnostic.remedies()) {
      out.append(INDENT + "help: write ").append(line(remedy.form()));
      var note = remedy.note();
      out.append(note == null ? "" : " (" + line(note) + ")").append('\n');
    }
    for (var cause : ReportText.nested(diagnostic)) {
      of(cause).lines().forEach(l -> out.append(l.isEmpty() ? l : INDENT + l).append('\n'));
    }
  }

  /// One line: what came from a program may hold line feeds and other control characters.
  private static String line(String text) {
    return Shown.line(text, 0);
  }
}
