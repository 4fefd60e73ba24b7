package dev.perdure.sim.kill;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.sim.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

/// Rounds of one node on one data directory. In each a process is started and killed (SIGKILL):
/// most while its clients wait for answers, some while it opens the directory. After the last round
/// a process runs in peace, until every client has its answer and has been answered everything
/// again.
final class KillRounds {
  /// Requests under way: enough that more than a hundred are unanswered whatever was answered in
  /// the node's last moment.
  private static final int CLIENTS = 140;

  /// One round of so many kills a node that is not open yet.
  private static final int OPENING_EVERY = 8;

  /// How much a node may say before it is killed.
  private static final int LINES_MAX = 250;

  /// How long after that it is killed, in microseconds; and how long after its process is there.
  private static final int MICROS_MAX = 3_000;

  private static final int OPENING_MICROS_MAX = 250_000;

  /// Effects that are held up: their tickets are drawn, and the node is not told yet.
  private static final int HELD_MAX = 40;

  /// Answered questions that each life is asked again.
  private static final int AGAIN = 20;

  private final SplittableRandom random;
  private final Path data;
  private final Launcher launcher;
  private final Clients clients;
  private final TicketOffice office = new TicketOffice();
  private final Queue<String> held = new ArrayDeque<>();
  private final List<Round> rounds = new ArrayList<>();
  private long epoch;

  /// @param data the node's data directory
  KillRounds(long seed, Path data, Launcher launcher) {
    this.random = new SplittableRandom(seed);
    this.data = data;
    this.launcher = launcher;
    this.clients = new Clients(random.split(), CLIENTS);
  }

  /// What one kill met.
  ///
  /// @param opening whether the node was killed before it could be asked
  /// @param inFlight requests that had been sent and were never answered by that process
  record Round(boolean opening, int inFlight) {}

  /// When a process is killed: so many microseconds after it has said so many lines.
  private record Plan(boolean opening, int lines, int micros) {}

  /// Runs so many rounds, and the one in peace.
  ///
  /// @throws Violation if a rule does not hold
  Report run(int count) throws IOException, InterruptedException {
    for (int i = 1; i <= count; i++) {
      killed(plan(i % OPENING_EVERY == 0));
      verify();
    }
    inPeace();
    verify();
    try (var log = Log.open(data.resolve("log"), LogSettings.defaults());
        var cursor = log.from(Offset.ZERO)) {
      var figures = LogCheck.check(cursor, office, clients.told());
      return new Report(
          rounds,
          figures,
          office.count(),
          office.repeated(),
          clients.told().size(),
          clients.askedAgain());
    }
  }

  private Plan plan(boolean opening) {
    return opening
        ? new Plan(true, 1, random.nextInt(OPENING_MICROS_MAX))
        : new Plan(false, 1 + random.nextInt(LINES_MAX), random.nextInt(MICROS_MAX));
  }

  private void killed(Plan plan) throws IOException, InterruptedException {
    held.clear();
    try (var life = launcher.begin(data)) {
      boolean counts = plan.opening();
      int left = plan.lines();
      for (var line = life.read(); line != null; line = life.read()) {
        take(life, line, HELD_MAX);
        counts |= line.equals("ready");
        if (counts && --left == 0) {
          life.kill(plan.micros());
        }
      }
      life.awaitKilled();
    }
    rounds.add(new Round(plan.opening(), clients.inFlight()));
  }

  private void inPeace() throws IOException {
    held.clear();
    try (var life = launcher.begin(data)) {
      boolean ready = false;
      while (!ready || clients.inFlight() > 0) {
        var line = life.read();
        if (line == null) {
          throw new Violation("ends", clients.inFlight() + " requests are never answered");
        }
        if (line.equals("ready")) {
          ready = true;
          clients.close(life::write);
        } else {
          take(life, line, 0);
        }
      }
      life.end();
    }
  }

  private void take(Life life, String line, int holding) {
    var words = line.split(" ", 3);
    switch (words[0]) {
      case "begun" -> {}
      case "opened" -> opened(Long.parseLong(words[1]));
      case "ready" -> clients.connect(life::write, AGAIN);
      case "answer" -> clients.answer(Long.parseLong(words[1]), words[2]);
      case "draw" -> give(life, words[1], office.draw(words[2], epoch), holding);
      case "newest" -> give(life, words[1], office.newest(words[2], epoch), 0);
      default -> throw new Violation("wire", line);
    }
  }

  private void opened(long newEpoch) {
    if (newEpoch <= epoch) {
      throw new Violation("epochs", newEpoch + " after " + epoch);
    }
    epoch = newEpoch;
  }

  /// Some are told at once which ticket they were given, others when more wait.
  private void give(Life life, String number, long ticket, int holding) {
    var line = "ticket " + number + " " + ticket;
    if (holding > 0 && random.nextInt(4) == 0) {
      held.add(line);
      line = held.size() > holding ? held.remove() : "";
    }
    if (!line.isEmpty()) {
      life.write(line);
    }
  }

  /// Nobody owns the directory now: the log as the kill left it must be sound.
  private void verify() {
    var report = Log.verify(data.resolve("log"));
    if (!report.isSound()) {
      throw new Violation("log", report.damage() + " " + report.values());
    }
  }
}
