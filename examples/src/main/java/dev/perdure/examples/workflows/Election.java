package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Queries;
import dev.perdure.api.Query;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import java.util.Map;
import java.util.TreeMap;

/// An election that lasts until it is closed, and tells how it stands whenever it is asked.
public final class Election {
  private final Ballot ballot;
  private final Queries queries;

  public Election(Ballot ballot, Queries queries) {
    this.ballot = ballot;
    this.queries = queries;
  }

  /// What voters do.
  @Effect
  public interface Ballot {
    /// Whom the next voter votes for; empty: the election is closed.
    @Signal
    String vote();
  }

  /// How an election stands.
  static final class Standings {
    private final Map<String, Integer> votes = new TreeMap<>();

    void add(String name) {
      votes.merge(name, 1, Integer::sum);
    }

    @Query
    Map<String, Integer> standings() {
      return votes;
    }

    @Query
    int votesFor(String name) {
      return votes.getOrDefault(name, 0);
    }
  }

  @Routed
  public Map<String, Integer> election() {
    var standings = new Standings();
    queries.answeredBy(standings);
    for (var vote = ballot.vote(); !vote.isEmpty(); vote = ballot.vote()) {
      standings.add(vote);
    }
    return standings.standings();
  }
}
