package dev.perdure.server.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what a person may have meant.
public final class Nearest {
  private static final int SHOWN_MAX = 3;

  private Nearest() {}

  /// The names nearest to a word, nearest first: those that contain it, then those that take the
  /// fewest edits.
  public static List<String> to(String word, Collection<String> names) {
    var wanted = word.toUpperCase(Locale.ROOT);
    return names.stream()
        .sorted(
            Comparator.comparingInt(
                    (String name) -> distance(wanted, name.toUpperCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN_MAX)
        .toList();
  }

  private static int distance(String wanted, String name) {
    return wanted.length() > 2 && name.contains(wanted) ? 0 : edits(wanted, name);
  }

  /// How many letters have to be added, taken away or replaced (V. Levenshtein, 1966).
  private static int edits(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
