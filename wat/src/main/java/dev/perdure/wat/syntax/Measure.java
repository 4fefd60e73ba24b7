package dev.perdure.wat.syntax;

import dev.perdure.wat.syntax.Written.Comment;
import dev.perdure.wat.syntax.Written.Item;
import java.util.List;

/// How wide collections are.
final class Measure {
  /// Head lines up to this are better not broken.
  private static final int HEAD_MAX = 90;

  private Measure() {}

  /// The columns on one line, or [Written#NONE].
  static int flat(String open, List<Item> items, List<Comment> end, Style style) {
    if (style.breaks() || !end.isEmpty()) {
      return Written.NONE;
    }
    int width = open.length() + 1;
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      if (!item.isBare() || item.form().flat() == Written.NONE) {
        return Written.NONE;
      }
      width += item.form().flat() + (i == 0 ? 0 : gap(style, items, i));
    }
    return Math.min(width, Written.NONE);
  }

  /// The spaces before an item on the line of the one before it: two between triples.
  static int gap(Style style, List<Item> items, int i) {
    return style.kind() == Style.Kind.TRIPLES && startsTriple(items, i) ? 2 : 1;
  }

  /// Whether `name <- :Type` starts there, or `& name <- :Type`.
  static boolean startsTriple(List<Item> items, int i) {
    boolean isRest = items.get(i - 1).text().equals("&");
    boolean isNext = items.get(i).text().equals("&");
    return !isRest && (isNext || isArrow(items, i + 1));
  }

  static boolean isArrow(List<Item> items, int i) {
    return i < items.size() && items.get(i).text().equals("<-");
  }

  /// About the columns of the layout with every form on a line of its own, below a head line.
  static int least(String open, List<Item> items, Style style) {
    boolean isList = open.equals("(") && style.kind() != Style.Kind.DATA;
    int indent = isList ? 2 : open.length();
    int width = open.length() + 1;
    for (int i = 0; i < items.size(); i++) {
      int from = i == 0 ? open.length() : indent;
      boolean isTriple = style.kind() == Style.Kind.TRIPLES && isArrow(items, i + 1);
      int behind = isTriple && i + 2 < items.size() ? 4 + items.get(i + 2).form().least() : 0;
      width = Math.max(width, from + items.get(i).form().least() + behind);
    }
    int line = headLine(items, style);
    return Math.max(width + 1, line <= HEAD_MAX ? line : 0);
  }

  /// The columns of a head line; 0 if there is none.
  private static int headLine(List<Item> items, Style style) {
    int width = 0;
    for (int i = 0; i <= style.lead() && style.lead() > 0 && i < items.size(); i++) {
      width = Math.min(width + items.get(i).form().flat() + 1, Written.NONE);
    }
    return width;
  }
}
