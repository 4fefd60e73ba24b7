package dev.perdure.server;

import dev.perdure.api.Effect;
import dev.perdure.api.Queries;
import dev.perdure.api.Query;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A function that collects answers, and tells what it has.
public final class Surveys {
  private final People people;
  private final Queries queries;

  Surveys(People people, Queries queries) {
    this.people = people;
    this.queries = queries;
  }

  /// Who answers.
  @Effect
  public interface People {
    @Signal
    BigDecimal answer();
  }

  /// How much is counted.
  public record Range(BigDecimal from, BigDecimal to) {}

  /// What it has.
  static final class Answers {
    private final List<BigDecimal> all = new ArrayList<>();

    @Query
    List<BigDecimal> within(Range range) {
      return all.stream()
          .filter(each -> each.compareTo(range.from()) >= 0 && each.compareTo(range.to()) <= 0)
          .toList();
    }
  }

  @Routed
  public int survey() {
    var answers = new Answers();
    queries.answeredBy(answers);
    while (answers.all.size() < 3) {
      answers.all.add(people.answer());
    }
    return answers.all.size();
  }
}
