package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text that was read. Never changes.
public final class Reading {
  private final String source;
  private final String text;
  private final List<Ast> forms;
  private final Map<Ast, Ast> taken;

  private Reading(String source, String text, List<Ast> forms, Map<Ast, Ast> taken) {
    this.source = source;
    this.text = text;
    this.forms = List.copyOf(forms);
    this.taken = taken;
  }

  /// Reads a text, see [Reader#program].
  ///
  /// @param source its name in spans, such as a file's
  public static Reading of(String source, String text) {
    return new Reading(source, text, Reader.program(source, text), Map.of());
  }

  /// Reads the text after an edit. The result is that of [#of]; but forms that stand before the
  /// edit are taken over, those behind it are moved, and only what is between them is read.
  public Reading edited(String now) {
    Reader.requireSize(source, now);
    int kept = kept(now);
    var start = kept == 0 ? new Position(1, 1, 0) : forms.get(kept - 1).span().end();
    var tail = new Tail(now, behind(now, start.offset()));
    var all = new ArrayList<>(forms.subList(0, kept));
    all.addAll(Reader.until(source, now, start, tail::isReached));
    var taken = new IdentityHashMap<Ast, Ast>();
    all.subList(0, kept).forEach(form -> taken.put(form, form));
    tail.move(all, taken);
    return new Reading(source, now, all, taken);
  }

  /// The text.
  public String text() {
    return text;
  }

  /// Its forms.
  public List<Ast> forms() {
    return forms;
  }

  /// What a form was before the text was edited; null if it was read anew.
  public @Nullable Ast before(Ast form) {
    return taken.get(form);
  }

  /// How many forms at the beginning are as before. Behind each stands the same character, for what
  /// is longer would be another form.
  private int kept(String now) {
    int kept = 0;
    int at = 0;
    for (var form : forms) {
      int end = form.span().end().offset();
      if (!text.regionMatches(at, now, at, end - at) || next(text, end) != next(now, end)) {
        break;
      }
      at = end;
      kept++;
    }
    return kept;
  }

  /// The character at an index; -1 at the end.
  private static int next(String text, int index) {
    return index < text.length() ? text.charAt(index) : -1;
  }

  /// The first form from which on the text is as before, but for where it stands.
  ///
  /// @param from behind which index of the new text it stands
  private int behind(String now, int from) {
    int shift = now.length() - text.length();
    int first = forms.size();
    int end = text.length();
    while (first > 0) {
      int start = forms.get(first - 1).span().start().offset();
      if (start + shift < from
          || start < from
          || !text.regionMatches(start, now, start + shift, end - start)) {
        break;
      }
      end = start;
      first--;
    }
    return first;
  }

  /// The forms behind an edit.
  private final class Tail {
    private final int shift;
    private int first;
    private @Nullable Move move;

    Tail(String now, int first) {
      this.shift = now.length() - text.length();
      this.first = first;
    }

    /// Whether one of them starts there, in the column where it did: from there on all is read as
    /// before.
    boolean isReached(Position at) {
      while (first < forms.size() && start().offset() + shift < at.offset()) {
        first++;
      }
      if (first == forms.size()
          || start().offset() + shift != at.offset()
          || start().column() != at.column()) {
        return false;
      }
      move = Move.of(forms.get(first).span(), at);
      return true;
    }

    private Position start() {
      return forms.get(first).span().start();
    }

    void move(List<Ast> all, Map<Ast, Ast> taken) {
      if (move == null) {
        return;
      }
      for (var form : forms.subList(first, forms.size())) {
        var moved = move.isNone() ? form : move.of(form);
        taken.put(moved, form);
        all.add(moved);
      }
    }
  }
}
