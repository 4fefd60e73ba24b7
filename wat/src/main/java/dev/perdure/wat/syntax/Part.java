package dev.perdure.wat.syntax;

import dev.perdure.wat.syntax.Written.Item;
import java.util.ArrayList;
import java.util.List;

/// Items of a collection that stay together.
///
/// @param items at least one
/// @param isPair whether the second may stand on a line of its own where there is no space; else
///   none may
record Part(List<Item> items, boolean isPair) {

  static Part single(Item item) {
    return new Part(List.of(item), false);
  }

  Item first() {
    return items.getFirst();
  }

  /// The columns on one line, or [Written#NONE].
  int flat() {
    int width = items.size() - 1;
    for (var item : items) {
      if (item.form().flat() == Written.NONE) {
        return Written.NONE;
      }
      width += item.form().flat();
    }
    return Math.min(width, Written.NONE);
  }

  int least() {
    int width = isPair ? 0 : items.size() - 1;
    for (var item : items) {
      int least = item.form().least();
      width = isPair ? Math.max(width, least + 2) : width + least;
    }
    return Math.min(width, Written.NONE);
  }

  /// The parts of the items from `from` on, as the style groups them.
  static List<Part> of(Style.Kind style, List<Item> items, int from) {
    var parts = new ArrayList<Part>();
    int i = from;
    while (i < items.size()) {
      int next = Math.min(items.size(), i + size(style, items, i));
      boolean isPair = next - i == 2 && style != Style.Kind.TRIPLES && !isArrow(items.get(i));
      parts.add(new Part(items.subList(i, next), isPair));
      i = next;
    }
    return parts;
  }

  private static int size(Style.Kind style, List<Item> items, int i) {
    return switch (style) {
      case TRIPLES -> triple(items, i);
      case PAIRS -> 2;
      case CALL, OPTIONS -> isOption(items, i) ? 2 : 1;
      case SIGNATURE -> isArrow(items.get(i)) || isOption(items, i) ? 2 : 1;
      case ITEMS, BODY, ARMS, LET, DATA -> 1;
    };
  }

  private static int triple(List<Item> items, int i) {
    if (Measure.isArrow(items, i + 1)) {
      return 3;
    }
    return items.get(i).text().equals("&") ? 1 + (Measure.isArrow(items, i + 2) ? 3 : 1) : 1;
  }

  private static boolean isArrow(Item item) {
    return item.text().equals("->");
  }

  /// Whether a plain keyword stands there with something behind it that is none: an option's name
  /// and its value.
  private static boolean isOption(List<Item> items, int i) {
    return i + 1 < items.size() && isPlainKey(items.get(i)) && !isPlainKey(items.get(i + 1));
  }

  private static boolean isPlainKey(Item item) {
    return item.text().startsWith(":") && !item.text().contains("::");
  }
}
