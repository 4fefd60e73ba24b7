package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads cron expressions, and says in which column one goes wrong.
final class CronParser {
  private static final Map<String, String> ALIASES =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");
  private static final Pattern FIELD = Pattern.compile("\\S+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
  private static final String REMEDY =
      "Write minute, hour, day of month, month and day of week, such as \"0 9 * * MON\"";

  private final String text;

  /// A field, with what it may say.
  ///
  /// @param names of its numbers, from `min` on; empty: it has none
  private record Kind(String what, int min, int max, List<String> names) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("minute", 0, 59, List.of()),
          new Kind("hour", 0, 23, List.of()),
          new Kind("day of month", 1, 31, List.of()),
          new Kind(
              "month",
              1,
              12,
              List.of(
                  "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                  "DEC")),
          new Kind("day of week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")));

  private static final Kind DAY_OF_MONTH = KINDS.get(2);
  private static final int DAY_OF_WEEK = 4;

  /// A part of the text.
  ///
  /// @param at its column, from 1
  private record Part(String text, int at) {
    /// The parts between separators.
    List<Part> split(char separator) {
      var parts = new ArrayList<Part>();
      int from = 0;
      for (int to; (to = text.indexOf(separator, from)) >= 0; from = to + 1) {
        parts.add(new Part(text.substring(from, to), at + from));
      }
      parts.add(new Part(text.substring(from), at + from));
      return parts;
    }
  }

  CronParser(String text) {
    this.text = text;
  }

  CronFields parse() {
    if (text.length() > Limits.NAME_CHARS_MAX) {
      throw bad("it has " + text.length() + " characters", Limits.NAME_CHARS_MAX + 1, REMEDY);
    }
    if (text.strip().startsWith("@")) {
      return alias(text.strip());
    }
    var parts = FIELD.matcher(text).results().map(m -> new Part(m.group(), m.start() + 1)).toList();
    if (parts.size() != KINDS.size()) {
      int column = parts.size() < KINDS.size() ? text.length() + 1 : parts.get(KINDS.size()).at();
      throw bad("it has " + parts.size() + " fields, not " + KINDS.size(), column, REMEDY);
    }
    var sets = new long[KINDS.size()];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = field(KINDS.get(i), parts.get(i));
    }
    var fields = new CronFields(sets[0], sets[1], sets[2], sets[3], week(sets[DAY_OF_WEEK]));
    if (fields.never()) {
      throw bad("none of its months has such a day", parts.get(2).at(), "Name a day that comes");
    }
    return fields;
  }

  private CronFields alias(String name) {
    var meant = ALIASES.get(name.toLowerCase(Locale.ROOT));
    if (meant == null) {
      throw bad(
          "there is no " + name, 1, "Write one of " + ALIASES.keySet().stream().sorted().toList());
    }
    return new CronParser(meant).parse();
  }

  /// Sunday is 0, whichever of the two was written.
  private static long week(long set) {
    return (set | set >>> 7) & 0x7f;
  }

  private long field(Kind kind, Part field) {
    long set = 0;
    for (var part : field.split(',')) {
      set |= steps(kind, part);
    }
    return set;
  }

  private long steps(Kind kind, Part part) {
    if (kind.equals(DAY_OF_MONTH) && part.text().equalsIgnoreCase("L")) {
      return 1L << CronFields.LAST_DAY;
    }
    var sides = part.split('/');
    if (sides.size() > 2) {
      throw bad("a second step", sides.get(2).at(), REMEDY);
    }
    var range = sides.get(0);
    boolean one = !range.text().equals("*") && range.text().indexOf('-') < 0;
    if (sides.size() == 2 && one) {
      throw bad(
          "a step of the single " + kind.what() + " " + range.text(),
          range.at(),
          "Write where it ends, such as "
              + range.text()
              + "-"
              + kind.max()
              + "/"
              + sides.get(1).text());
    }
    int step = sides.size() == 1 ? 1 : step(kind, sides.get(1));
    return range(kind, range, step);
  }

  private int step(Kind kind, Part part) {
    if (!NUMBER.matcher(part.text()).matches() || Integer.parseInt(part.text()) == 0) {
      throw bad(
          "the step \"" + part.text() + "\" of the " + kind.what() + " is no number from 1 to 99",
          part.at(),
          REMEDY);
    }
    return Integer.parseInt(part.text());
  }

  private long range(Kind kind, Part range, int step) {
    int from = kind.min();
    int to = kind.names().isEmpty() ? kind.max() : kind.min() + kind.names().size() - 1;
    if (!range.text().equals("*")) {
      var ends = range.split('-');
      if (ends.size() > 2) {
        throw bad("a second range", ends.get(2).at(), REMEDY);
      }
      from = number(kind, ends.getFirst());
      to = number(kind, ends.getLast());
    }
    if (to < from) {
      throw bad(
          "the range " + range.text() + " of the " + kind.what() + " runs backwards",
          range.at(),
          "Write two ranges with a comma between them");
    }
    long set = 0;
    for (int i = from; i <= to; i += step) {
      set |= 1L << i;
    }
    return set;
  }

  private int number(Kind kind, Part part) {
    int named = kind.names().indexOf(part.text().toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return kind.min() + named;
    }
    int number = NUMBER.matcher(part.text()).matches() ? Integer.parseInt(part.text()) : -1;
    if (number < kind.min() || number > kind.max()) {
      throw bad(
          "\""
              + part.text()
              + "\" is no "
              + kind.what()
              + " from "
              + kind.min()
              + " to "
              + kind.max(),
          part.at(),
          REMEDY);
    }
    return number;
  }

  private RuntimeException bad(String why, int column, String remedy) {
    return new Problem(
            EngineCode.BAD_CRON,
            "\"" + Bounds.bounded(text, Limits.NAME_CHARS_MAX) + "\" is no cron expression: " + why,
            "column " + column,
            remedy)
        .exception();
  }
}
