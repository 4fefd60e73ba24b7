package dev.perdure.wat.freeze;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts of a program. One that was read before is read again only where it was edited.
final class Readings {
  private final Map<String, Reading> before;
  private final Map<String, Reading> now = new HashMap<>();

  /// @param before those of the program as it was, by their names
  Readings(Map<String, Reading> before) {
    this.before = before;
  }

  /// The forms of a text.
  ///
  /// @param source its name in spans
  /// @throws dev.perdure.wat.diagnostic.Refused if it cannot be read
  List<Ast> forms(String source, String text) {
    var known = before.get(source);
    var reading = known == null ? Reading.of(source, text) : known.edited(text);
    now.put(source, reading);
    return reading.forms();
  }

  /// What was read, by the names of the texts.
  Map<String, Reading> all() {
    return now;
  }

  /// What a form was before; null if it was read anew.
  @Nullable Ast before(Ast form) {
    var reading = now.get(form.span().source());
    return reading == null ? null : reading.before(form);
  }
}
