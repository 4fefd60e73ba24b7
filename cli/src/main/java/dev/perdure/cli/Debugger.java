package dev.perdure.cli;

import dev.perdure.engine.Effect;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Version;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.SideBySide;
import dev.perdure.engine.travel.TimeTravel;
import dev.perdure.value.PerdureException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A conversation about one task: reads lines, walks, and tells where it is.
final class Debugger {
  private static final String PROMPT = "(perdure) ";
  private static final int AROUND = 5;
  private static final int LINES = 20;
  private static final int LINES_MAX = 10_000;

  private final Journey journey;
  private final DebugAnswers answers;
  private final Set<Breakpoint> breakpoints = new LinkedHashSet<>();
  private final List<String> history = new ArrayList<>();
  private final Map<FunctionName, Version> switched = new TreeMap<>();
  private TimeTravel travel;
  private boolean mistaken;

  /// Begins a walk through the task.
  interface Journey {
    /// @param switched functions that another version shall serve
    /// @throws PerdureException if there is no such version or function
    TimeTravel begin(Map<FunctionName, Version> switched);
  }

  Debugger(Journey journey, Map<FunctionName, Version> switched, DebugAnswers answers) {
    this.journey = journey;
    this.answers = answers;
    this.switched.putAll(switched);
    this.travel = journey.begin(switched);
  }

  /// Talks until there are no more lines, or one says quit.
  ///
  /// @return whether every line made sense
  boolean talk(Input input) {
    here();
    @Nullable String line;
    while ((line = input.read(PROMPT)) != null) {
      if (!input.isTyped()) {
        answers.echo(line);
      }
      var said = said(line.strip(), input.isTyped());
      if (!said.isEmpty() && !heard(said)) {
        break;
      }
    }
    return !mistaken;
  }

  /// An empty line that a person types means the line before it; a script may have remarks.
  private String said(String line, boolean typed) {
    if (line.startsWith(";")) {
      return "";
    }
    return line.isEmpty() && typed && !history.isEmpty() ? history.getLast() : line;
  }

  private boolean heard(String said) {
    history.add(said);
    try {
      var line = DebugLine.of(said);
      if (line.verb() == DebugVerb.QUIT) {
        return false;
      }
      act(line);
    } catch (DebugMistake e) {
      mistaken = true;
      answers.mistake(e.what());
    } catch (PerdureException e) {
      mistaken = true;
      answers.problem(e.problem());
    }
    return true;
  }

  private void act(DebugLine line) {
    switch (line.verb()) {
      case STEP -> walk(line.number(0, 1, 1));
      case BACK -> walk(-line.number(0, 1, 1));
      case OVER -> went(travel.over());
      case OUT -> went(travel.out());
      case CONTINUE -> toBreakpoint();
      case REVERSE -> backToBreakpoint();
      case GOTO -> goTo(line);
      case BREAK -> breakAt(line);
      case BREAKS -> answers.breakpoints(breakpoints);
      case CLEAR -> clear(line);
      case STACK -> answers.stack(travel.moment());
      case ARGS -> answers.arguments(travel.moment());
      case VALUE -> answers.value(travel.moment());
      case STATE -> answers.state(travel.standpoint());
      case MAILBOX -> answers.mailbox(travel.standpoint().state().mailbox());
      case LINES -> lines((int) Math.min(line.number(0, LINES, 1), LINES_MAX));
      case LIST -> list(line);
      case SWITCH -> switchTo(line);
      case COMPARE -> compare();
      case HISTORY -> answers.history(history);
      case HELP -> answers.help();
      case QUIT -> {}
    }
  }

  private void here() {
    answers.moment(travel.moment());
  }

  private void went(boolean went) {
    if (!went) {
      answers.note(
          travel.moment().kind() == Moment.Kind.END
              ? "this is the last moment"
              : "this is the first moment");
    }
    here();
  }

  /// As far as it goes.
  private void walk(long steps) {
    long from = travel.moment().number();
    long to = Math.max(from + steps, 0);
    went(travel.to(to) ? to != from : travel.moment().kind() != Moment.Kind.END && travel.toEnd());
  }

  private void toBreakpoint() {
    if (!travel.next(this::isBreakpoint)) {
      answers.note("no breakpoint from here on: the end");
      travel.toEnd();
    }
    here();
  }

  private void backToBreakpoint() {
    if (!travel.previous(this::isBreakpoint)) {
      answers.note("no breakpoint before this: the beginning");
      travel.to(0);
    }
    here();
  }

  private boolean isBreakpoint(Moment moment) {
    return breakpoints.stream().anyMatch(b -> b.hits(moment));
  }

  private void goTo(DebugLine line) {
    boolean went =
        switch (line.word(0)) {
          case "start" -> travel.to(0);
          case "end" -> travel.toEnd();
          case String _ -> travel.to(line.number(0, 0, 0));
        };
    if (!went) {
      throw new DebugMistake("there is no moment " + line.word(0) + "; see goto end");
    }
    here();
  }

  private void breakAt(DebugLine line) {
    breakpoints.add(new Breakpoint(line.word(0)));
    answers.breakpoints(breakpoints);
  }

  private void clear(DebugLine line) {
    var word = line.word(0);
    if (word.equals("all")) {
      breakpoints.clear();
    } else if (!breakpoints.remove(new Breakpoint(word))) {
      throw new DebugMistake("there is no breakpoint " + word + "; see breaks");
    }
    answers.breakpoints(breakpoints);
  }

  private void lines(int atMost) {
    answers.lines(travel.lines(atMost).stream().map(Debugger::text).toList());
  }

  private static String text(Effect.LogLine line) {
    return line.level() + " " + line.text();
  }

  private void list(DebugLine line) {
    long here = travel.moment().number();
    long from = line.number(0, Math.max(0, here - AROUND), 0);
    long end = from + Math.min(line.number(1, 2 * AROUND + 1, 1), Long.MAX_VALUE - from);
    travel
        .timeline()
        .watch(m -> {
          if (m.number() >= from) {
            answers.listed(m, m.number() == here);
          }
          return m.number() + 1 < end;
        });
  }

  private void switchTo(DebugLine line) {
    var changed = new TreeMap<>(switched);
    if (line.word(0).equals("off")) {
      changed.clear();
    } else {
      changed.put(new FunctionName(line.word(0)), new Version(line.word(1)));
    }
    travel = journey.begin(changed);
    switched.clear();
    switched.putAll(changed);
    if (!switched.isEmpty()) {
      compare();
      travel.next(m -> m.step().at().mode() == Seam.Mode.LEARNING);
    }
    here();
  }

  private void compare() {
    if (switched.isEmpty()) {
      throw new DebugMistake("no function is switched; see switch");
    }
    var both = SideBySide.first(travel.timeline());
    if (both == null) {
      answers.note("this task does not call " + switched.keySet() + " up to here");
    } else {
      answers.sideBySide(both);
    }
  }
}
