package dev.perdure.sim.kill;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.LogRecord;
import dev.perdure.sim.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the log from its beginning and checks it against the world outside and what clients were
/// told:
///
/// - *once*: a key has one task, a task one end, a place one outcome;
/// - *ends*: every task has ended, every effect that was asked has its outcome;
/// - *exactly once*: an effect whose outcome is recorded was performed last in the epoch of the
///   record, the record holds what it was given then, and it was performed once in each epoch it
///   was open in at the most;
/// - *traced*: whatever was performed had been asked before, so a kill leaves its trace;
/// - *told*: what a client was told is what the log says.
final class LogCheck {
  private final TicketOffice office;
  private final Map<String, TaskId> keys = new HashMap<>();
  private final Map<TaskId, @Nullable String> ends = new HashMap<>();
  private final Map<String, Asked> open = new HashMap<>();
  private final Set<String> answered = new HashSet<>();
  private final List<Integer> interrupted = new ArrayList<>();
  private final Set<TaskId> running = new HashSet<>();
  private long epoch;
  private long records;

  private record Asked(Effect.Perform effect, long epoch) {}

  private LogCheck(TicketOffice office) {
    this.office = office;
  }

  /// Checks a log.
  ///
  /// @param cursor from its beginning
  /// @param told questions and answers
  /// @throws Violation if a rule does not hold
  static Figures check(Cursor cursor, TicketOffice office, Map<String, String> told) {
    var check = new LogCheck(office);
    for (var record = cursor.next(); record != null; record = cursor.next()) {
      check.take(decode(record));
    }
    check.atTheEnd();
    told.forEach(check::told);
    return new Figures(check.records, check.ends.size(), check.interrupted);
  }

  /// What a log came to.
  ///
  /// @param interrupted tasks that had not ended, at the beginning of each epoch
  record Figures(long records, int tasks, List<Integer> interrupted) {}

  private static Event decode(LogRecord record) {
    var task = new TaskId(record.stream().high(), record.stream().low());
    return EventCodec.decode(record.kind().type(), record.kind().version(), task, record.decoder());
  }

  private static void require(String rule, boolean holds, Object otherwise) {
    if (!holds) {
      throw new Violation(rule, otherwise.toString());
    }
  }

  private void take(Event event) {
    records++;
    switch (event) {
      case Event.Opened e -> opened(e);
      case Event.Started e -> started(e);
      case Event.Asked e when e.effect() instanceof Effect.Perform p ->
          open.put(e.task() + "/" + e.place(), new Asked(p, epoch));
      case Event.Answered e -> answered(e);
      case Event.Finished e -> finished(e);
      case Event _ -> {}
    }
  }

  private void opened(Event.Opened e) {
    require("epochs", e.epoch() == epoch + 1, e);
    epoch = e.epoch();
    interrupted.add(running.size());
  }

  private void started(Event.Started e) {
    var key = e.options().key();
    require("once", key == null || keys.putIfAbsent(key, e.task()) == null, e);
    require("once", running.add(e.task()), e);
  }

  private void finished(Event.Finished e) {
    require("once", running.remove(e.task()), e);
    ends.put(e.task(), NodeProcess.text(e.outcome()));
  }

  private void answered(Event.Answered e) {
    var key = e.task() + "/" + e.place();
    var asked = open.remove(key);
    if (asked == null) {
      return;
    }
    require("once", answered.add(key), e);
    var number = ((Outcome.Returned) e.outcome()).value().number();
    var given = new TicketOffice.Ticket(number, epoch);
    if (asked.effect().guard() == Effect.Guard.DURABLE) {
      drawn(key, asked, given);
    } else {
      require("exactly once", office.read().getOrDefault(key, List.of()).contains(given), e);
    }
  }

  private void drawn(String key, Asked asked, TicketOffice.Ticket recorded) {
    var tickets = office.drawn().getOrDefault(key, List.of());
    require(
        "exactly once",
        !tickets.isEmpty() && tickets.getLast().equals(recorded),
        key + " is recorded as " + recorded + ", and was given " + tickets);
    require(
        "traced",
        tickets.getFirst().epoch() >= asked.epoch(),
        key + " was asked in epoch " + asked.epoch() + ", and given " + tickets);
  }

  private void atTheEnd() {
    require("ends", running.isEmpty(), "tasks have not ended: " + running);
    require("ends", open.isEmpty(), "effects have no outcome: " + open);
    for (var key : office.drawn().keySet()) {
      require("traced", answered.contains(key), key + " was performed and nobody asked");
    }
  }

  private void told(String question, String answer) {
    var words = question.split(" ");
    var says =
        switch (words[0]) {
          case "call" -> ends.get(task(words[1]));
          case "start" -> task(words[1]).toString();
          default -> ends.get(TaskId.parse(words[1]));
        };
    require(
        "told",
        answer.equals(says),
        question + " was answered " + answer + ", and the log says " + says);
  }

  private TaskId task(String key) {
    var task = keys.get(key);
    require("told", task != null, "nothing was started under the key " + key);
    return Objects.requireNonNull(task);
  }
}
