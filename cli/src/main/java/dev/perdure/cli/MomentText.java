package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Step;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.travel.Moment;
import dev.perdure.server.view.Lined;
import dev.perdure.server.view.MomentView;
import java.util.ArrayList;
import java.util.List;

/// A moment of a task in two or three lines.
final class MomentText {
  private static final String INDENT = "    ";
  private final Terminal terminal;

  MomentText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// What happened, how it ended, and where in the code.
  List<String> lines(Moment moment) {
    var lines = new ArrayList<String>();
    lines.add(head(moment));
    switch (moment.step()) {
      case Step.Called _ -> from(moment, lines);
      case Step.Returned s -> lines.add(INDENT + "-> " + EventText.brief(s.outcome()));
      case Step.Asked _ -> asked(moment, lines);
      case Step.Unanswered s -> unanswered(moment, s, lines);
      case Step.Compared s -> compared(s, lines);
      case Step.Ended s -> ended(s, lines);
    }
    return lines;
  }

  /// The same in one line.
  String line(Moment moment) {
    var outcome = moment.outcome();
    return outcome == null || saysNothing(moment)
        ? head(moment)
        : head(moment) + " -> " + EventText.brief(outcome);
  }

  /// Whether it always ends with nothing.
  private static boolean saysNothing(Moment moment) {
    return moment.kind() == Moment.Kind.LINE || moment.kind() == Moment.Kind.FORK;
  }

  private String head(Moment moment) {
    var kind = "%-11s".formatted(MomentView.word(moment.kind()));
    var number = terminal.dim("[" + moment.number() + "]");
    var other = moment.standsIn() ? terminal.warn(" (instead)") : "";
    return (number + " " + terminal.bold(kind) + what(moment) + other).stripTrailing();
  }

  private String what(Moment moment) {
    return switch (moment.step()) {
      case Step.Called s -> s.function() + " " + s.version() + " " + EventText.brief(s.arguments());
      case Step.Returned s -> s.function() + " " + s.version();
      case Step.Asked s -> EventText.brief(s.effect()) + at(moment);
      case Step.Unanswered s -> EventText.brief(s.effect()) + at(moment);
      case Step.Compared s -> s.function() + " " + s.recorded() + " with " + s.other();
      case Step.Ended _ -> "";
    };
  }

  private static String at(Moment moment) {
    return " at " + moment.place();
  }

  private void from(Moment moment, List<String> lines) {
    var calls = Lined.of(moment);
    if (calls.size() > 1) {
      lines.add(terminal.dim(INDENT + "from " + call(calls.get(1))));
    }
  }

  private void in(Moment moment, List<String> lines) {
    var calls = Lined.of(moment);
    if (!calls.isEmpty()) {
      lines.add(terminal.dim(INDENT + "in " + call(calls.getFirst())));
    }
  }

  /// A call of a stack, such as `lookupUser v1 at Shop.java:14`.
  static String call(Lined lined) {
    var call = lined.frame().call();
    var position = lined.position().isEmpty() ? "" : " at " + lined.position();
    return call.function() + " " + call.version() + position;
  }

  private void asked(Moment moment, List<String> lines) {
    var outcome = moment.outcome();
    if (outcome != null && !saysNothing(moment)) {
      lines.add(INDENT + "-> " + EventText.brief(outcome));
    }
    in(moment, lines);
  }

  private void unanswered(Moment moment, Step.Unanswered step, List<String> lines) {
    var divergence = step.divergence();
    if (divergence != null) {
      divergence(divergence, lines);
    } else {
      lines.add(INDENT + terminal.warn(why(step.why())));
    }
    in(moment, lines);
  }

  private void compared(Step.Compared step, List<String> lines) {
    if (step.result().divergences().isEmpty()) {
      lines.add(INDENT + terminal.good("the same"));
    } else {
      divergence(step.result().divergences().getFirst(), lines);
    }
  }

  private void ended(Step.Ended step, List<String> lines) {
    if (step.outcome() != null) {
      lines.add(INDENT + "-> " + EventText.brief(step.outcome()));
    } else if (step.why() != null) {
      lines.add(INDENT + terminal.warn(why(step.why())));
    }
    if (step.divergence() != null) {
      divergence(step.divergence(), lines);
    }
  }

  private void divergence(Divergence d, List<String> lines) {
    var place = d.place() == null ? "" : " at " + d.place();
    lines.add(INDENT + terminal.bad(String.valueOf(d.kind())) + place);
    lines.add(INDENT + "  recorded " + side(d.recorded(), d.recordedAt()));
    lines.add(INDENT + "  asked    " + side(d.asked(), d.askedAt()));
  }

  private static String side(String what, String position) {
    return ReplayText.side(EventText.brief(what), position);
  }

  /// Why nobody answers.
  private static String why(Unwinding.Reason why) {
    return switch (why) {
      case END_OF_HISTORY -> "the history ends here, the task has not";
      case DIVERGED -> "code and history part";
      case UNANSWERABLE -> "the recorded version did not ask this: nobody answers";
      case LIMIT -> "it used more than it may";
      case HALTED -> "stopped";
      case UNREADABLE -> "its value cannot be read";
    };
  }

  /// What was asked and how it ended, whole.
  static List<String> whole(Moment moment) {
    var lines = new ArrayList<String>();
    switch (moment.step()) {
      case Step.Called s -> lines.add(s.function() + " " + s.arguments());
      case Step.Asked s -> lines.add(Describe.effect(s.effect()));
      case Step.Unanswered s -> lines.add(Describe.effect(s.effect()));
      case Step.Returned _, Step.Compared _, Step.Ended _ -> {}
    }
    var outcome = moment.outcome();
    if (outcome != null) {
      lines.add("-> " + Describe.outcome(outcome));
      if (outcome instanceof Outcome.Threw threw) {
        var failure = threw.failure();
        var fields = failure.data();
        lines.addAll(OutcomeText.details(fields == null ? "" : fields.toString(), failure.trace()));
      }
    }
    return lines;
  }
}
