package dev.perdure.wat.library;

import java.util.ArrayDeque;

/// About how large the program is that a pattern is compiled to. It is found by counting: a pattern
/// such as `((a{1000}){1000}){1000}` would take all memory.
final class PatternSize {
  private final String pattern;
  private final ArrayDeque<Long> outer = new ArrayDeque<>();
  private int depth;
  private int at;

  /// Of the group that is open, and of the last part of it, which a count repeats.
  private long size;

  private long last;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /// Whether the program is small enough, and the pattern nested little enough. What is no pattern
  /// may be either.
  static boolean isWithin(String pattern, long sizeMax, int depthMax) {
    var measured = new PatternSize(pattern);
    while (measured.at < pattern.length()) {
      measured.part(pattern.charAt(measured.at));
      if (measured.size > sizeMax || measured.depth > depthMax) {
        return false;
      }
    }
    return true;
  }

  private void part(char c) {
    at++;
    switch (c) {
      case '(' -> {
        outer.push(size);
        depth++;
        size = 0;
      }
      case ')' -> {
        last = size + 2;
        size = last + (outer.isEmpty() ? 0 : outer.pop());
        depth--;
      }
      case '{' -> repeat();
      case '[' -> {
        skipClass();
        add();
      }
      case '\\' -> escape();
      case '*', '+', '?' -> {
        size++;
        last++;
      }
      default -> add();
    }
  }

  private void add() {
    last = 1;
    size++;
  }

  /// Behind `{`: a count such as `3}`, `3,}` or `3,5}`; else the brace stands for itself.
  private void repeat() {
    int end = pattern.indexOf('}', at);
    var counts = end < 0 ? new String[0] : pattern.substring(at, end).split(",", 2);
    long times = 1;
    for (var count : counts) {
      if (count.length() > 4 || !count.chars().allMatch(Character::isDigit)) {
        add();
        return;
      }
      times = Math.max(times, count.isEmpty() ? 1 : Long.parseLong(count));
    }
    size += last * (times - 1);
    last *= times;
    at = end < 0 ? at : end + 1;
  }

  private void escape() {
    if (pattern.startsWith("Q", at)) {
      int end = pattern.indexOf("\\E", at);
      int behind = end < 0 ? pattern.length() : end;
      size += behind - at;
      last = 1;
      at = Math.min(pattern.length(), behind + 2);
      return;
    }
    boolean isBraced = pattern.startsWith("{", at + 1);
    int end = isBraced ? pattern.indexOf('}', at) : at;
    at = end < 0 ? pattern.length() : Math.min(pattern.length(), end + 1);
    add();
  }

  /// A class ends at the first `]` that is not its first element and not escaped.
  private void skipClass() {
    if (pattern.startsWith("^", at)) {
      at++;
    }
    int first = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(pattern.length(), at + 1);
  }
}
