package dev.perdure.wat.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;

/// What the reader refuses.
final class Faults {
  private Faults() {}

  static Diagnostic of(String text) {
    var refused = catchThrowableOfType(Refused.class, () -> Reader.program("test.wat", text));
    assertThat(refused).as("%s is refused", text).isNotNull();
    return refused.diagnostic();
  }

  /// Asserts that a text is refused for its token at `place`, such as `1:2-1:5`.
  static void lex(String text, Lex cause, String place) {
    var found = of(text);
    assertThat(found.kind()).isEqualTo(Kind.PARSE_LEX);
    assertThat(found.field("cause")).as(text).isEqualTo(cause);
    assertThat(place(found)).as(text).isEqualTo(place);
  }

  static void parse(String text, Kind kind, String place) {
    var found = of(text);
    assertThat(found.kind()).as(text).isEqualTo(kind);
    assertThat(place(found)).as(text).isEqualTo(place);
  }

  static String place(Diagnostic diagnostic) {
    var span = diagnostic.span();
    assertThat(span).isNotNull();
    return span.start() + "-" + span.end();
  }
}
