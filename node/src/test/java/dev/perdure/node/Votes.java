package dev.perdure.node;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Queries;
import dev.perdure.api.Query;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import java.util.Map;
import java.util.TreeMap;

/// A task that counts votes, and tells how they stand.
public final class Votes {
  private final Ballot ballot;
  private final Queries queries;
  private final Clock clock;

  public Votes(Ballot ballot, Queries queries, Clock clock) {
    this.ballot = ballot;
    this.queries = queries;
    this.clock = clock;
  }

  /// Where the votes come from.
  @Effect
  public interface Ballot {
    /// The next one; empty: there are no more.
    @Signal
    String vote();
  }

  /// How the votes stand.
  static final class Standings {
    private final Map<String, Integer> votes = new TreeMap<>();
    private final Clock clock;

    Standings(Clock clock) {
      this.clock = clock;
    }

    @Query
    Map<String, Integer> standings() {
      return Map.copyOf(votes);
    }

    @Query
    int of(String name, int times) {
      return weighed(votes.getOrDefault(name, 0), times);
    }

    @Query
    int stolen() {
      votes.replaceAll((_, count) -> count + 100);
      return votes.values().stream().mapToInt(n -> n).sum();
    }

    @Query
    String time() {
      try {
        return clock.now().toString();
      } catch (RuntimeException | Error e) {
        return "caught " + e;
      }
    }

    @Query
    int endless() {
      int n = 0;
      while (n >= 0) {
        n = (n + 1) % 1000;
      }
      return n;
    }

    @Query
    int greedy() {
      int n = 0;
      while (n >= 0) {
        n = (n + new long[1 << 30].length) % 1000; // refused before it is made
      }
      return n;
    }

    @Query
    String longer(String name, int times) {
      return name.repeat(times);
    }

    @Query
    int failing() {
      throw new IllegalStateException("no such vote");
    }
  }

  /// Weighs votes.
  @Routed("weighed")
  static int weighed(int votes, int times) {
    return votes * times;
  }

  @Routed
  public int votes() {
    var standings = new Standings(clock);
    queries.answeredBy(standings);
    for (var vote = ballot.vote(); !vote.isEmpty(); vote = ballot.vote()) {
      standings.votes.merge(vote, 1, Integer::sum);
    }
    return standings.votes.size();
  }

  @Routed
  public String silent() {
    return ballot.vote();
  }

  /// Counts again from the first vote on.
  @Routed
  public int again() {
    var first = new Standings(clock);
    queries.answeredBy(first);
    first.votes.put(ballot.vote(), 1);
    return votes();
  }
}
