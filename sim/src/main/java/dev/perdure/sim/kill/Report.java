package dev.perdure.sim.kill;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What the rounds came to.
///
/// @param rounds one a kill, in order
/// @param log what the log holds
/// @param tickets drawn
/// @param repeated tickets for effects that had one: they were open at a kill
/// @param told questions that were answered
/// @param askedAgain answers that were asked for again, and were the same
record Report(
    List<KillRounds.Round> rounds,
    LogCheck.Figures log,
    long tickets,
    long repeated,
    long told,
    long askedAgain) {
  Report {
    rounds = List.copyOf(rounds);
  }

  /// Kills that met more than so many unanswered requests.
  long roundsOver(int inFlight) {
    return inFlight().filter(n -> n > inFlight).count();
  }

  private IntStream inFlight() {
    return rounds.stream().filter(r -> !r.opening()).mapToInt(KillRounds.Round::inFlight);
  }

  /// The figures, for people.
  String text() {
    var flights = inFlight().sorted().toArray();
    var open = log.interrupted().stream().mapToInt(n -> n).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%d kills, %d of them while the node opened; requests in flight at the others: %s"
            + " (least, median, most)%n"
            + "tasks in the log without their end when a node took over: %s%n"
            + "%,d records, %,d tasks; %,d tickets, %,d of them drawn again by effects open at a"
            + " kill%n"
            + "%,d answers, and %,d asked for again; in flight round by round: %s",
        rounds.size(),
        rounds.stream().filter(KillRounds.Round::opening).count(),
        spread(flights),
        spread(open),
        log.records(),
        log.tasks(),
        tickets,
        repeated,
        told,
        askedAgain,
        rounds.stream().map(r -> r.opening() ? "-" : Integer.toString(r.inFlight())).toList());
  }

  private static String spread(int[] sorted) {
    return sorted.length == 0
        ? "none"
        : sorted[0] + ", " + sorted[sorted.length / 2] + ", " + sorted[sorted.length - 1];
  }
}
