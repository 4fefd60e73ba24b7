package dev.perdure.cli;

import dev.perdure.engine.Branch;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Mailbox;
import dev.perdure.engine.Standpoint;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.SideBySide;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.server.view.Lined;
import dev.perdure.server.view.MomentView;
import dev.perdure.value.Problem;
import dev.perdure.value.Vec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What a debugger says: lines for people, or one JSON object an answer for programs.
final class DebugAnswers {
  private static final String REMEDY = "Say help to see all commands";
  private final Terminal terminal;
  private final MomentText text;
  private final boolean json;

  DebugAnswers(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.text = new MomentText(terminal);
    this.json = json;
  }

  private void say(Data data, List<String> lines) {
    if (json) {
      terminal.out().println(Json.write(data));
    } else {
      lines.forEach(terminal.out()::println);
    }
    terminal.out().flush();
  }

  /// A line of a script, so that what is printed reads like a conversation.
  void echo(String line) {
    if (!json) {
      terminal.out().println(terminal.dim("> " + line));
    }
  }

  void note(String what) {
    say(Data.of("note", what), List.of(terminal.warn(what)));
  }

  void mistake(String what) {
    problem(Problem.of(CliCode.BAD_DEBUG_LINE, what, REMEDY));
  }

  void problem(Problem problem) {
    var problems = new Problems(terminal);
    say(Data.of("problem", Problems.data(problem)), problems.lines(problem));
  }

  void moment(Moment moment) {
    say(MomentView.moment(moment), text.lines(moment));
  }

  void listed(Moment moment, boolean here) {
    say(MomentView.moment(moment), List.of((here ? "* " : "  ") + text.line(moment)));
  }

  void stack(Moment moment) {
    var calls = Lined.of(moment);
    var lines = new ArrayList<String>();
    for (int i = 0; i < calls.size(); i++) {
      lines.add("#" + i + " " + MomentText.call(calls.get(i)));
    }
    int depth = moment.frame() == null ? 0 : moment.frame().depth();
    if (depth > calls.size()) {
      lines.add("… and " + (depth - calls.size()) + " more");
    }
    say(MomentView.moment(moment), lines.isEmpty() ? List.of("no call is under way") : lines);
  }

  void arguments(Moment moment) {
    var frame = moment.frame();
    if (frame == null) {
      say(Data.of("arguments", List.of()), List.of("no call is under way"));
      return;
    }
    var arguments = frame.call().arguments();
    var lines = new ArrayList<String>();
    lines.add(frame.call().function() + " " + frame.call().version());
    if (arguments.value() instanceof Vec each) {
      each.forEach(argument -> lines.add("  " + argument));
    }
    say(Data.of("function", frame.call().function()).with("arguments", arguments), lines);
  }

  void value(Moment moment) {
    say(MomentView.moment(moment), MomentText.whole(moment));
  }

  void state(Standpoint standpoint) {
    var state = standpoint.state();
    var lines = new ArrayList<String>();
    state
        .waiting()
        .forEach((place, waiting) -> lines.add("waits at " + place + " for " + what(waiting)));
    standpoint.children().forEach(child -> lines.add("has started task " + child));
    if (state.cancellations().cancelled(Branch.ROOT)) {
      lines.add("is to stop");
    }
    say(
        Data.of(
                "waiting",
                state.waiting().entrySet().stream()
                    .map(e ->
                        Data.of("place", e.getKey().toString()).with("for", what(e.getValue())))
                    .toList())
            .with("children", standpoint.children())
            .with("stopping", state.cancellations().cancelled(Branch.ROOT)),
        lines.isEmpty() ? List.of("waits for nothing, has no children") : lines);
  }

  private static String what(TaskState.Waiting waiting) {
    return EventText.brief(waiting.effect());
  }

  void mailbox(Mailbox mailbox) {
    var lines = new ArrayList<String>();
    mailbox.signals().forEach((name, values) -> values.forEach(v -> lines.add(name + " " + v)));
    mailbox.promises().forEach((name, value) -> lines.add(name + " " + value + " (promise)"));
    say(
        Data.of("signals", mailbox.signals()).with("promises", mailbox.promises()),
        lines.isEmpty() ? List.of("empty") : lines);
  }

  void lines(List<String> lines) {
    say(Data.of("lines", lines), lines.isEmpty() ? List.of("no line was written yet") : lines);
  }

  void breakpoints(Collection<Breakpoint> breakpoints) {
    var texts = breakpoints.stream().map(Breakpoint::text).toList();
    say(
        Data.of("breakpoints", texts),
        texts.isEmpty()
            ? List.of("no breakpoints")
            : texts.stream().map(t -> "breakpoint " + t).toList());
  }

  void sideBySide(SideBySide both) {
    var side = new SideText(terminal, both);
    say(side.data(), side.lines());
  }

  void history(List<String> commands) {
    say(Data.of("history", commands), commands);
  }

  void help() {
    var table = new Table(terminal, "COMMAND", "WHAT IT DOES");
    for (var verb : DebugVerb.values()) {
      table.row(verb.usage(), verb.says());
    }
    say(Data.of("commands", DebugVerb.words()), table.lines());
  }
}
