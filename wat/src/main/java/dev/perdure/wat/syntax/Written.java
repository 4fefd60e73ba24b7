package dev.perdure.wat.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form as it was written, for the formatter: tokens unchanged, comments kept, layout forgotten.
sealed interface Written {
  /// No width: it takes several lines whatever the space.
  int NONE = Integer.MAX_VALUE / 2;

  /// Its columns on one line, or [#NONE].
  int flat();

  /// About the columns of its narrowest layout.
  int least();

  /// A token that holds no others.
  record Atom(String text, int flat, int least) implements Written {
    static Atom of(String text) {
      int width = text.codePointCount(0, text.length());
      int line = text.indexOf('\n');
      return line < 0
          ? new Atom(text, width, width)
          : new Atom(text, NONE, text.codePointCount(0, line));
    }
  }

  /// A reader macro and its form.
  record Prefixed(String text, Written form, int flat, int least) implements Written {
    static Prefixed of(String text, Written form) {
      int width = text.length();
      return new Prefixed(
          text, form, Math.min(NONE, width + form.flat()), Math.min(NONE, width + form.least()));
    }
  }

  /// A list, vector, map or set.
  ///
  /// @param end the comments behind its last item
  record Collection(
      String open, List<Item> items, List<Comment> end, Style style, int flat, int least)
      implements Written {
    String close() {
      return switch (open) {
        case "(" -> ")";
        case "[" -> "]";
        default -> "}";
      };
    }
  }

  /// A form within a collection or a program.
  ///
  /// @param comments those on the lines before it
  /// @param isApart whether an empty line separates it from what is before it
  /// @param form the form
  /// @param remark the comment behind it on its last line; null if there is none
  record Item(List<Comment> comments, boolean isApart, Written form, @Nullable String remark) {
    boolean isBare() {
      return comments.isEmpty() && remark == null;
    }

    /// The text of an atom; empty if it is none.
    String text() {
      return form instanceof Atom atom ? atom.text() : "";
    }

    boolean isOpenedBy(String open) {
      return form instanceof Collection collection && collection.open().equals(open);
    }
  }

  /// A comment on a line of its own.
  ///
  /// @param isApart whether an empty line separates it from what is before it
  record Comment(String text, boolean isApart) {}
}
