package dev.perdure.wat.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reader macros: `'x` is the list `(:wat::core::quote x)`.
enum Prefix {
  QUASIQUOTE("`", "wat::core::quasiquote"),
  UNQUOTE("~", "wat::core::unquote"),
  UNQUOTE_SPLICING("~@", "wat::core::unquote-splicing"),
  QUOTE("'", "wat::core::quote");

  private final String text;
  private final String head;

  Prefix(String text, String head) {
    this.text = text;
    this.head = head;
  }

  /// What is written before the form.
  String text() {
    return text;
  }

  /// The head of the list that it stands for.
  Form.Key head() {
    return new Form.Key(head);
  }

  /// That of a list with exactly its shape; null if there is none.
  static @Nullable Prefix of(List<Ast> items) {
    if (items.size() == 2) {
      for (var prefix : values()) {
        if (items.getFirst().isKeyword(prefix.head)) {
          return prefix;
        }
      }
    }
    return null;
  }
}
