package dev.perdure.wat.check;

import dev.perdure.wat.diagnostic.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Names that look like one that does not exist.
final class Similar {
  private static final int PROPOSALS_MAX = 3;

  private Similar() {}

  /// The nearest of the paths, the best first, each with its colon.
  static List<Remedy> to(String path, Iterable<String> paths) {
    return to(path, paths, other -> ":" + other);
  }

  /// @param written how a path is written in the place of the wrong one
  static List<Remedy> to(String path, Iterable<String> paths, UnaryOperator<String> written) {
    int most = Math.max(1, Math.min(path.length() / 4, (last(path).length() + 2) / 3));
    var found = new ArrayList<Remedy>();
    for (var other : paths) {
      int edits = edits(path, other, most);
      if (edits > 0 && edits <= most) {
        found.add(new Remedy(written.apply(other), Remedy.Kind.TYPO, edits, null));
      } else if (last(other).equals(last(path)) && !other.equals(path)) {
        // the right name in another namespace, or in none
        int score = path.contains("::") ? most + 1 : 1;
        found.add(new Remedy(written.apply(other), Remedy.Kind.TYPO, score, null));
      }
    }
    return best(found);
  }

  /// The best of those that were found, the nearest first.
  static List<Remedy> best(List<Remedy> found) {
    return found.stream()
        .sorted(Comparator.comparingInt(Remedy::score).thenComparing(Remedy::form))
        .limit(PROPOSALS_MAX)
        .toList();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf("::") < 0 ? 0 : path.lastIndexOf("::") + 2);
  }

  /// How many characters have to be put in, taken out, replaced or swapped (F. Damerau, V.
  /// Levenshtein); more than `most` if it is more.
  static int edits(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int front = 0;
    int shorter = Math.min(a.length(), b.length());
    while (front < shorter && isSame(a.charAt(front), b.charAt(front))) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && isSame(a.charAt(a.length() - 1 - back), b.charAt(b.length() - 1 - back))) {
      back++;
    }
    var from = a.substring(front, a.length() - back);
    var to = b.substring(front, b.length() - back);
    // what differs in case alone is near, and not the same
    return from.isEmpty() && to.isEmpty() && !a.equals(b) ? 1 : between(from, to, most);
  }

  private static boolean isSame(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  /// The same of what differs at both ends.
  private static int between(String from, String to, int most) {
    var before = new int[to.length() + 1];
    var above = new int[to.length() + 1];
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= to.length(); j++) {
        row[j] = cell(from, to, i, j, before, above, row);
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      var spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[to.length()];
  }

  private static int cell(String a, String b, int i, int j, int[] before, int[] above, int[] row) {
    boolean same = isSame(a.charAt(i - 1), b.charAt(j - 1));
    int best = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && isSame(a.charAt(i - 1), b.charAt(j - 2))
            && isSame(a.charAt(i - 2), b.charAt(j - 1));
    return swapped ? Math.min(best, before[j - 2] + 1) : best;
  }
}
