package dev.perdure.wat.data;

import dev.perdure.value.Limits;
import java.util.ArrayList;
import java.util.List;

/// Reads the one value of a text. Recurs once a level.
final class EdnParser {
  private final Limits limits;
  private final EdnLexer lexer;
  private int depth;
  private int elements;

  private EdnParser(String text, Limits limits) {
    this.limits = limits;
    this.lexer = new EdnLexer(text, limits);
  }

  /// @throws EdnFault of a text that is not one value, or exceeds the limits
  static Edn parse(String text, Limits limits) {
    if (text.length() > limits.bytesMax()) {
      throw EdnFault.malformed("the text is longer than " + limits.bytesMax(), 0);
    }
    var parser = new EdnParser(text, limits);
    var lexer = parser.lexer;
    lexer.skip();
    if (lexer.isEnd()) {
      throw EdnFault.incomplete("a value is missing", lexer.at);
    }
    var value = parser.whole();
    lexer.skip();
    if (!lexer.isEnd()) {
      throw EdnFault.malformed("something follows the value", lexer.at);
    }
    return value;
  }

  /// Reading recurs: how deep depends on the stack of the thread.
  private Edn whole() {
    try {
      return value();
    } catch (StackOverflowError e) {
      throw EdnFault.malformed(
          "the text is nested too deep for the stack of this thread", lexer.at);
    }
  }

  private Edn value() {
    int from = lexer.at;
    if (++elements > limits.elementsMax()) {
      throw EdnFault.malformed("there are more than " + limits.elementsMax() + " values", from);
    }
    if (++depth > dev.perdure.wat.data.Limits.DEPTH_MAX) {
      throw EdnFault.malformed(
          "the text is nested deeper than " + dev.perdure.wat.data.Limits.DEPTH_MAX, from);
    }
    var body =
        switch (lexer.peek()) {
          case '(' -> new Edn.Sequence(items(1, ')'));
          case '[' -> new Edn.Vec(items(1, ']'));
          case '{' -> braces(from);
          case '#' -> lexer.peek(1) == '{' ? new Edn.Set(items(2, '}'), false) : tagged(from);
          case ')', ']', '}' -> throw EdnFault.malformed(lexer.peek() + " closes nothing", from);
          default -> lexer.atom();
        };
    depth--;
    return new Edn(body, from, lexer.at);
  }

  private List<Edn> items(int openSize, char close) {
    int open = lexer.at;
    lexer.at += openSize;
    var items = new ArrayList<Edn>();
    while (true) {
      lexer.skip();
      if (lexer.isEnd()) {
        throw EdnFault.incomplete("a " + close + " is missing", open);
      }
      char c = lexer.peek();
      if (c == close) {
        lexer.at++;
        return items;
      }
      if (c == ')' || c == ']' || c == '}') {
        throw EdnFault.malformed(c + " stands where " + close + " should", lexer.at);
      }
      items.add(value());
    }
  }

  private Edn.Body braces(int from) {
    var items = items(1, '}');
    if (items.size() % 2 != 0) {
      throw EdnFault.malformed("a key has no value", from);
    }
    return new Edn.Braces(items, false);
  }

  private Edn.Body tagged(int from) {
    lexer.at++;
    if (lexer.isEnd()) {
      throw EdnFault.incomplete("nothing follows the #", from);
    }
    char first = lexer.peek();
    var tag = lexer.tag();
    boolean isName = first > ' ' && ":#'`~@^\\_0123456789".indexOf(first) < 0;
    if (tag.isEmpty() || !isName) {
      throw EdnFault.malformed("no tag follows the #", from);
    }
    lexer.skip();
    if (lexer.isEnd()) {
      throw EdnFault.incomplete("nothing follows the tag #" + tag, from);
    }
    return new Edn.Tagged(tag, value());
  }
}
