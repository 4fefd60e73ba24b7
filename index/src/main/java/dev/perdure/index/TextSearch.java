package dev.perdure.index;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How a text is looked for in what is known of tasks.
///
/// Tasks that have ended do not change any more, so the sets of three characters that stand in
/// their texts are in an index (https://sqlite.org/fts5.html#the_trigram_tokenizer). It gives the
/// candidates: those that have all of the text's. Whether one has them in this order, and one
/// behind the other, its row tells. Tasks that live are looked through.
final class TextSearch {
  /// All that is searched, a line each.
  static final String COLUMNS =
      """
      concat_ws(char(10), id, function, version, arguments, attributes, idempotency_key,
        waiting_on, why, failure_type, failure_message, result)\
      """;

  /// That a row has the text.
  static final String HAS = COLUMNS + " like ? escape '\\'";

  /// That a row is a candidate.
  static final String CANDIDATE =
      """
      start_offset in (select rowid from task_text where task_text match ?
        union all select start_offset from tasks
          where status in ('queued', 'running', 'waiting', 'paused', 'diverged', 'imported'))\
      """;

  /// How many candidates there are, up to a bound.
  static final String COUNT = "select count(*) from (select 1 from task_text where %s limit ?)";

  private static final int CHARACTERS = 3;

  private TextSearch() {}

  /// The pattern of the operator `like` for a part that is just this text.
  static String pattern(String text) {
    return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }

  /// The query of the index for candidates: some of the text's sets of three characters. Empty if
  /// the index is of no help: the text is too short, or nothing that the index can be asked for.
  static Optional<String> match(String text) {
    var characters = text.codePoints().toArray();
    if (characters.length < CHARACTERS || text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        IntStream.rangeClosed(0, characters.length - CHARACTERS)
            .limit(Limits.TRIGRAMS_MAX)
            .mapToObj(i -> new String(characters, i, CHARACTERS))
            .map(trigram -> '"' + trigram.replace("\"", "\"\"") + '"')
            .distinct()
            .collect(Collectors.joining(" AND ")));
  }
}
