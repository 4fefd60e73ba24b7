package dev.perdure.sim;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Cancellations;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Message;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.TaskId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every history keeps to: nobody is told to stop unless somebody said so, and then at once;
/// no loser of a race is its winner; no effect is tried more often than it says; what is received
/// was sent, each signal once and in order; only code that is not deterministic diverges, and only
/// a lack of stack crashes; who is said to have been started was started.
final class HistoryRules {
  private final Ledger ledger;
  private final Predicate<TaskId> impure;
  private final Cancellations cancellations = new Cancellations();
  private final Map<Branch, Integer> forks = new HashMap<>();
  private final Map<Place, Event.Asked> waiting = new HashMap<>();
  private final Set<Place> untold = new HashSet<>();
  private final Map<Place, Integer> triesLeft = new HashMap<>();
  private final Map<String, Deque<Payload>> signals = new HashMap<>();
  private final Map<String, Payload> promises = new HashMap<>();

  private HistoryRules(Ledger ledger, Predicate<TaskId> impure) {
    this.ledger = ledger;
    this.impure = impure;
  }

  /// Checks one task's history.
  static void check(Ledger ledger, TaskId task, Predicate<TaskId> impure) {
    var rules = new HistoryRules(ledger, impure);
    var records = ledger.records().stream().filter(k -> k.task().equals(task)).toList();
    for (int i = 0; i < records.size(); i++) {
      var next = i + 1 < records.size() ? records.get(i + 1).event() : null;
      rules.look(records.get(i), next);
    }
  }

  private static void require(String rule, boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new Violation(rule, otherwise.get());
    }
  }

  private void look(Kept kept, @Nullable Event next) {
    require(
        "cancellation",
        untold.isEmpty() || (kept.event() instanceof Event.Answered a && untold.remove(a.place())),
        () -> kept.event() + " comes before " + untold + " are told to stop");
    switch (kept.event()) {
      case Event.Recorded e -> recorded(e);
      case Event.Asked e -> asked(e, next);
      case Event.TryFailed e -> tryFailed(e);
      case Event.Sent e -> sent(e);
      case Event.Answered e -> answered(e, kept);
      case Event.BranchCancelled e -> cancel(e.branch(), e.why());
      case Event.CancelRequested e -> cancel(Branch.ROOT, e.change().why());
      case Event.Crashed e ->
          require("crashes", e.why().contains("StackOverflowError: simulated"), e::toString);
      case Event.Diverged e -> require("diverged", impure.test(e.task()), e::toString);
      case Event _ -> {}
    }
  }

  private void tryFailed(Event.TryFailed e) {
    int left = triesLeft.merge(e.place(), -1, Integer::sum);
    require("tries", left >= 0, () -> e + " leaves no try, and there is another one");
    require("tries", e.retryAtMillis() >= e.atMillis(), () -> e + " waits for what has been");
  }

  private void recorded(Event.Recorded e) {
    var branch = e.place().branch();
    switch (e.effect()) {
      case Effect.Fork _ -> forks.put(branch, e.place().seq());
      case Effect.Winner _ -> winner(e, branch);
      case Effect.StartTask _ when e.outcome() instanceof Outcome.Returned r ->
          require(
              "children",
              ledger.started(r.value().taskId()) != null,
              () -> "the child of " + e + " was not started");
      case Effect _ -> {}
    }
  }

  private void winner(Event.Recorded e, Branch branch) {
    int index = (int) ((Outcome.Returned) e.outcome()).value().number();
    var winner = branch.child(java.util.Objects.requireNonNull(forks.get(branch)), index);
    boolean outer = false;
    for (var b = branch; b != null; b = b.parent()) {
      outer |= cancellations.cancelled(b);
    }
    require(
        "race",
        outer || !cancellations.told(winner),
        () -> "a branch that was stopped has won: " + e + " of " + ledger.history(e.task()));
  }

  private void asked(Event.Asked e, @Nullable Event next) {
    var branch = e.place().branch();
    if (e.effect() instanceof Effect.Perform p) {
      triesLeft.put(e.place(), p.options().retry().triesMax() - 1);
      return;
    }
    waiting.put(e.place(), e);
    if (cancellations.undelivered(branch) == null) {
      return;
    }
    require(
        "cancellation",
        next instanceof Event.Answered a
            && a.place().equals(e.place())
            && a.outcome() instanceof Outcome.Cancelled,
        () -> e + " is not told to stop");
  }

  private void answered(Event.Answered e, Kept kept) {
    var asked = waiting.remove(e.place());
    if (e.outcome() instanceof Outcome.Cancelled) {
      require(
          "cancellation",
          cancellations.undelivered(e.place().branch()) != null,
          () -> e + " is told to stop by nobody, or twice, in " + ledger.history(e.task()));
      cancellations.tell(e.place().branch());
    } else if (asked != null && asked.effect() instanceof Effect.Sleep s) {
      long due = asked.atMillis() + s.duration().toMillis();
      require(
          "timers", kept.atMillis() >= due, () -> asked + " ended early, at " + kept.atMillis());
    } else if (asked != null && asked.effect() instanceof Effect.Receive r) {
      received(r, e);
    }
  }

  private void sent(Event.Sent e) {
    if (e.kind() == Message.PROMISE) {
      require("messages", promises.put(e.name(), e.value()) == null, () -> "fulfilled again: " + e);
    } else {
      signals.computeIfAbsent(e.name(), _ -> new ArrayDeque<>()).add(e.value());
    }
  }

  /// A signal is received once, and none before an earlier one.
  private void received(Effect.Receive receive, Event.Answered e) {
    var value =
        receive.kind() == Message.PROMISE
            ? promises.get(receive.name())
            : signals.getOrDefault(receive.name(), new ArrayDeque<>()).poll();
    require(
        "messages",
        e.outcome() instanceof Outcome.Returned r && r.value().equals(value),
        () -> e + " receives what was not sent, or not next");
  }

  /// Who waits in the scope is told next.
  private void cancel(Branch scope, String why) {
    cancellations.cancel(scope, why);
    for (var place : waiting.keySet()) {
      if (place.branch().within(scope) && cancellations.undelivered(place.branch()) != null) {
        untold.add(place);
      }
    }
  }
}
