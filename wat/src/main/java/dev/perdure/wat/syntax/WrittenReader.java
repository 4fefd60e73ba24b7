package dev.perdure.wat.syntax;

import dev.perdure.wat.syntax.Written.Comment;
import dev.perdure.wat.syntax.Written.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads a program that has no fault, with its comments.
final class WrittenReader {
  /// What is read and not yet closed; the outermost is the program.
  private static final class Open {
    final String text;
    final boolean isPrefix;
    final List<Item> items = new ArrayList<>();

    /// What was written before it.
    final List<Comment> before;

    final boolean isApart;

    Open(String text, boolean isPrefix, List<Comment> before, boolean isApart) {
      this.text = text;
      this.isPrefix = isPrefix;
      this.before = before;
      this.isApart = isApart;
    }
  }

  private final Lexer lexer;
  private final Deque<Open> open = new ArrayDeque<>();

  /// Comments that wait for the form that follows them.
  private List<Comment> comments = new ArrayList<>();

  /// The line on which the last token ended.
  private int line = 1;

  /// Whether the last token was an item's last one, so that a remark may follow.
  private boolean isBehindItem;

  WrittenReader(String source, String text) {
    this.lexer = new Lexer(new SourceText(source, text));
    open.push(new Open("", false, List.of(), false));
  }

  /// The program, as a collection without delimiters.
  Written.Collection program() {
    while (true) {
      var token = lexer.next();
      boolean isApart = lexer.start().line() > line + 1;
      switch (token) {
        case END -> {
          var program = open.element();
          return new Written.Collection(
              "", program.items, comments, Style.ITEMS, Written.NONE, Written.NONE);
        }
        case OPEN -> open(lexer.written(), false, isApart);
        case PREFIX -> open(lexer.prefix().text(), true, isApart);
        case CLOSE -> close();
        case ATOM -> add(taken(), isApart, Written.Atom.of(lexer.written()));
        case COMMENT -> comment(isApart);
      }
      line = lexer.end().line();
    }
  }

  private List<Comment> taken() {
    var taken = comments;
    comments = new ArrayList<>();
    return taken;
  }

  private void open(String text, boolean isPrefix, boolean isApart) {
    open.push(new Open(text, isPrefix, taken(), isApart));
    isBehindItem = false;
  }

  private void close() {
    var closed = open.pop();
    var style = Style.of(closed.text, closed.items);
    var end = taken();
    int flat = Measure.flat(closed.text, closed.items, end, style);
    int least = Math.min(flat, Measure.least(closed.text, closed.items, style));
    add(
        closed.before,
        closed.isApart,
        new Written.Collection(closed.text, closed.items, end, style, flat, least));
  }

  private void add(List<Comment> before, boolean isApart, Written form) {
    var whole = form;
    var all = before;
    boolean apart = isApart;
    while (open.element().isPrefix) {
      // What stood between a reader macro and its form moves before both.
      var prefix = open.pop();
      whole = Written.Prefixed.of(prefix.text, whole);
      var both = new ArrayList<>(prefix.before);
      both.addAll(all);
      all = both;
      apart = prefix.isApart;
    }
    open.element().items.add(new Item(all, apart, whole, null));
    isBehindItem = true;
  }

  private void comment(boolean isApart) {
    var text = lexer.written().stripTrailing();
    var items = open.element().items;
    if (isBehindItem && lexer.start().line() == line) {
      var last = items.removeLast();
      items.add(new Item(last.comments(), last.isApart(), last.form(), text));
    } else {
      comments.add(new Comment(text, isApart));
    }
    isBehindItem = false;
  }
}
