package dev.perdure.wat.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.DiagnosticText;
import dev.perdure.wat.diagnostic.Refused;
import org.junit.jupiter.api.Test;

/// Whatever comes in, the reader answers trees or a located fault.
class FuzzTest {
  private static final String PIECES =
      "()[]{}#_\"\\:;/.+-0123N M\neEau^'`~@,d8<>\0é😀\uD800\u00A0\t\r\u007F&|";

  @Test
  void textOfRandomPiecesIsReadOrRefused() {
    Seeds.check(
        10_000,
        gen -> {
          var text = new StringBuilder();
          for (int i = gen.below(14); i > 0; i--) {
            text.append(PIECES.charAt(gen.below(PIECES.length())));
          }
          readOrRefused(text.toString());
        });
  }

  @Test
  void changedProgramsAreReadOrRefused() {
    Seeds.check(
        10_000,
        gen -> {
          var text = new StringBuilder(Printer.print(gen.tree(4)));
          for (int i = 1 + gen.below(3); i > 0; i--) {
            int at = gen.below(text.length() + 1);
            char piece = PIECES.charAt(gen.below(PIECES.length()));
            if (at < text.length() && gen.chance(2)) {
              text.deleteCharAt(at);
            } else {
              text.insert(at, piece);
            }
          }
          readOrRefused(text.toString());
        });
  }

  @Test
  void anyBytesAreReadOrRefused() {
    Seeds.check(
        10_000,
        gen -> {
          var bytes = new byte[gen.below(20)];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (gen.chance(3) ? gen.below(256) : PIECES.charAt(gen.below(30)));
          }
          try {
            Reader.program("test.wat", bytes);
          } catch (Refused e) {
            assertThat(e.diagnostic().span()).isNotNull();
          }
        });
  }

  private static void readOrRefused(String text) {
    try {
      for (var form : Reader.program("test.wat", text)) {
        assertThat(Reader.one("test.wat", Printer.print(form))).isEqualTo(form);
        var span = form.span();
        var part = text.substring(span.start().offset(), span.end().offset());
        assertThat(Reader.one("test.wat", part)).isEqualTo(form);
      }
    } catch (Refused e) {
      var span = e.diagnostic().span();
      assertThat(span).isNotNull();
      assertThat(span.start().offset()).isBetween(0, text.length());
      assertThat(span.end().offset()).isBetween(span.start().offset(), text.length());
      assertThat(columnOf(text, span.start().offset())).isEqualTo(span.start().column());
      assertThat(columnOf(text, span.end().offset())).isEqualTo(span.end().column());
      assertThat(DiagnosticText.people(e.diagnostic(), _ -> text)).startsWith("error[wat.parse/");
      assertThat(DiagnosticText.edn(e.diagnostic())).startsWith("#wat.parse/");
      assertThat(DiagnosticText.json(e.diagnostic())).startsWith("{\"kind\":\"wat.parse/");
    }
  }

  private static int columnOf(String text, int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    return text.codePointCount(lineStart, offset) + 1;
  }
}
