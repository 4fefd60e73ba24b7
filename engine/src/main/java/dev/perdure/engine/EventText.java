package dev.perdure.engine;

import dev.perdure.value.PerdureException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Events in words: one line each.
public final class EventText {
  private static final EventText WHOLE = new EventText(Payload::toString);
  private static final EventText BRIEF = new EventText(EventText::brief);

  private static final String NOTHING = Payload.NIL.toString();

  private final Function<Payload, String> values;

  private EventText(Function<Payload, String> values) {
    this.values = values;
  }

  /// What happened, without when.
  public static String of(Event event) {
    return WHOLE.text(event);
  }

  /// The same in a few words: the text is cut, and what is long of it is not even read.
  public static String brief(Event event) {
    return Bounds.bounded(BRIEF.text(event), Limits.BRIEF_CHARS_MAX);
  }

  /// An effect with its arguments, in a few words.
  public static String brief(Effect effect) {
    return Bounds.bounded(Describe.effect(effect, EventText::brief), Limits.BRIEF_CHARS_MAX);
  }

  /// How something ended, in a few words.
  public static String brief(Outcome outcome) {
    return Bounds.bounded(Describe.outcome(outcome, EventText::brief), Limits.BRIEF_CHARS_MAX);
  }

  /// The first words of a text.
  public static String brief(String text) {
    return Bounds.bounded(text, Limits.BRIEF_CHARS_MAX);
  }

  /// A value in a few words.
  public static String brief(Payload value) {
    if (value.size() > Limits.BRIEF_BYTES_MAX) {
      return "(" + value.size() + " bytes)";
    }
    try {
      return Bounds.bounded(value.toString(), Limits.BRIEF_CHARS_MAX);
    } catch (PerdureException noValue) {
      return "(" + value.size() + " bytes that are no value)";
    }
  }

  private String text(Event event) {
    return switch (event) {
      case Event.OfTask e -> ofTask(e);
      case Event.Opened e -> "opened, epoch " + e.epoch();
      case Event.Accepted e -> "goes on from owner " + e.owner() + by(e.change());
      case Event.Forked e -> "goes on as fork " + e.fork() + by(e.change());
      case Event.Deployed e ->
          "deployed " + e.version() + " " + e.universe().functions().keySet() + by(e.change());
      case Event.Removed e -> "removed " + e.version() + by(e.change());
      case Event.Routed e -> "routed " + policies(e) + by(e.change());
      case Event.ShadowsDropped e ->
          "not shadowed " + e.compared().function() + " " + pair(e) + ", " + e.calls() + " calls";
      case Event.Declared e ->
          "declared by "
              + e.version()
              + ": "
              + e.declarations().all().stream()
                  .map(Describe::declaration)
                  .collect(Collectors.joining("; "));
      case Event.Scheduled e ->
          "schedule "
              + e.schedule()
              + (e.standing().paused() ? " (paused) " : " ")
              + Describe.declaration(e.wanted())
              + by(e.change());
      case Event.Unscheduled e -> "schedule " + e.schedule() + " removed" + by(e.change());
      case Event.Fired e ->
          "schedule " + e.schedule() + " of " + time(e.dueMillis()) + " starts task " + e.task();
      case Event.Skipped e -> skipped(e);
      case Event.Limited e -> Describe.limit(e.limit()) + by(e.change());
      case Event.Forgotten e -> "forgot tasks that ended below " + e.below() + by(e.change());
    };
  }

  private static String policies(Event.Routed e) {
    var text =
        e.changes().entrySet().stream()
            .map(entry -> entry.getKey() + " " + Describe.policy(entry.getValue()))
            .collect(Collectors.joining(", "));
    return e.running() ? text + ", running tasks too" : text;
  }

  private String ofTask(Event.OfTask event) {
    return switch (event) {
      case Event.Imported e -> "imported with " + e.origin().universes().keySet() + by(e.change());
      case Event.Started e ->
          "started "
              + e.function()
              + " "
              + e.version()
              + " "
              + values.apply(e.arguments())
              + parent(e);
      case Event.Queued e -> "queued" + queueing(e.queueing());
      case Event.Begun _ -> "begun";
      case Event.Debounced e ->
          "started again "
              + e.version()
              + " "
              + values.apply(e.arguments())
              + queueing(e.queueing());
      case Event.Recorded e ->
          e.place()
              + " "
              + Describe.effect(e.effect(), values)
              + (e.effect() instanceof Effect.LogLine
                  ? ""
                  : answer(Describe.outcome(e.outcome(), values)));
      case Event.Asked e -> e.place() + " asks " + Describe.effect(e.effect(), values);
      case Event.Sent e -> "sent " + e.name() + " " + values.apply(e.value()) + by(e.change());
      case Event.TryFailed e ->
          e.place() + " fails: " + e.failure() + "; tried again at " + time(e.retryAtMillis());
      case Event.Answered e -> e.place() + answer(Describe.outcome(e.outcome(), values));
      case Event.BranchCancelled e -> "branch " + e.branch() + " cancelled: " + e.why();
      case Event.CancelRequested e -> "cancel requested" + by(e.change());
      case Event.Suspended _ -> "suspended: all its branches wait";
      case Event.Checkpointed e ->
          "checkpoint before " + e.next() + ", " + e.continuation().size() + " bytes";
      case Event.Paused e -> "paused" + by(e.change());
      case Event.Resumed e -> "resumed" + by(e.change());
      case Event.Crashed e ->
          "crashed: " + e.why() + (e.retryAtMillis() == 0 ? "; paused" : "; tried again");
      case Event.Diverged e -> "diverged, " + e.divergence().text();
      case Event.Migrated e -> "migrated to " + e.binding().version() + by(e.change());
      case Event.Overridden e -> "switched " + e.function() + " to " + e.version() + by(e.change());
      case Event.Shadowed e ->
          "shadowed "
              + e.report().function()
              + " "
              + e.report().primary()
              + ":"
              + e.report().candidate()
              + ", "
              + differences(e);
      case Event.Finished e -> "ended" + answer(Describe.outcome(e.outcome(), values));
    };
  }

  private static String queueing(Queueing queueing) {
    return (queueing.key().isEmpty() ? "" : " under " + brief(queueing.key()))
        + (queueing.priority() == 0 ? "" : " with priority " + queueing.priority())
        + (queueing.notBeforeMillis() <= 0 ? "" : " until " + time(queueing.notBeforeMillis()))
        + (queueing.debounce() == null
            ? ""
            : ", debounced under " + brief(queueing.debounce().key()));
  }

  private static String skipped(Event.Skipped e) {
    boolean one = e.fromMillis() == e.untilMillis();
    return "schedule "
        + e.schedule()
        + " skips "
        + time(e.fromMillis())
        + (one ? "" : " to " + time(e.untilMillis()))
        + ": "
        + e.why();
  }

  private static Instant time(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String pair(Event.ShadowsDropped e) {
    return e.compared().primary() + ":" + e.compared().candidate();
  }

  private static String differences(Event.Shadowed e) {
    return e.report().same() ? "the same" : e.report().divergences().getFirst().text();
  }

  private static String parent(Event.Started e) {
    return e.parent() == null ? "" : " by task " + e.parent();
  }

  private static String answer(String outcome) {
    return outcome.equals(NOTHING) ? "" : " -> " + outcome;
  }

  private static String by(Change change) {
    return " by " + change.who() + (change.why().isEmpty() ? "" : ": " + change.why());
  }

  /// When it happened, in milliseconds since 1970; -1 if the event does not say.
  public static long atMillis(Event event) {
    return switch (event) {
      case Event.Opened e -> e.atMillis();
      case Event.Accepted e -> e.atMillis();
      case Event.Forked e -> e.atMillis();
      case Event.Deployed e -> e.atMillis();
      case Event.Removed e -> e.atMillis();
      case Event.Routed e -> e.atMillis();
      case Event.ShadowsDropped e -> e.atMillis();
      case Event.Declared e -> e.atMillis();
      case Event.Scheduled e -> e.atMillis();
      case Event.Unscheduled e -> e.atMillis();
      case Event.Fired e -> e.atMillis();
      case Event.Skipped e -> e.atMillis();
      case Event.Limited e -> e.atMillis();
      case Event.Forgotten e -> e.atMillis();
      case Event.Queued e -> e.atMillis();
      case Event.Begun e -> e.atMillis();
      case Event.Debounced e -> e.atMillis();
      case Event.Imported e -> e.atMillis();
      case Event.Started e -> e.atMillis();
      case Event.Asked e -> e.atMillis();
      case Event.CancelRequested e -> e.atMillis();
      case Event.Paused e -> e.atMillis();
      case Event.Resumed e -> e.atMillis();
      case Event.Crashed e -> e.atMillis();
      case Event.TryFailed e -> e.atMillis();
      case Event.Sent e -> e.atMillis();
      case Event.Diverged e -> e.atMillis();
      case Event.Migrated e -> e.atMillis();
      case Event.Overridden e -> e.atMillis();
      case Event.Checkpointed e -> e.atMillis();
      case Event.Shadowed e -> e.atMillis();
      case Event.Finished e -> e.atMillis();
      case Event.Recorded _, Event.Answered _, Event.BranchCancelled _, Event.Suspended _ -> -1;
    };
  }

  /// The kind of event, such as `Started`.
  public static String kind(Event event) {
    return event.getClass().getSimpleName();
  }
}
