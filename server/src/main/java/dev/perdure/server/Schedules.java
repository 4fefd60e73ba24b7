package dev.perdure.server;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.ScheduleView;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks at schedules and changes them.
final class Schedules {
  private static final int NEXT = 5;
  private static final int NEXT_MAX = 100;

  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");
  private static final Schema SCHEDULE =
      Schema.object()
          .with("name", Schema.text())
          .with("function", Schema.text())
          .withAny("cron", Schema.text())
          .withAny("zone", Schema.text())
          .withAny("everyMillis", Schema.integer())
          .withAny("arguments", Schema.any())
          .with("overlap", Schema.words(List.of("skip", "allow")))
          .with("catchUp", Schema.integer())
          .with("paused", Schema.truth())
          .with("declared", Schema.truth())
          .withAny("next", Schema.time())
          .withAny("lastTask", Schema.id())
          .withAny("lastDue", Schema.time());
  private static final Schema DONE = Schema.object().with("done", Schema.text());

  private final Node node;

  Schedules(Node node) {
    this.node = node;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/schedules", "Lists the functions started again and again.", this::list)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object().with("schedules", Schema.array(SCHEDULE)),
                    "By name; `arguments` is missing where the instant is the argument.")),
        Endpoint.post(
                "/v1/schedules/{name}",
                Role.OPERATE,
                "Makes a schedule, or changes it; twice is no change.",
                this::set)
            .taking(
                Param.query("function", Schema.text(), "What it starts. Must be given."),
                Param.query("cron", Schema.text(), "When, such as `0 9 * * MON`. This or `every`."),
                Param.query("zone", Schema.text(), "The time zone of `cron`. Default: UTC."),
                Param.query(
                    "every", Schema.text(), "An interval, such as PT15M, counted from 1970."),
                Param.query(
                    "overlap",
                    Schema.words(List.of("skip", "allow")),
                    "What becomes of an instant while the task before runs. Default: skip."),
                Param.query(
                    "catchUp",
                    Schema.integer(),
                    "How many missed instants are made up for. Default: 1."),
                Param.query("due", Schema.truth(), "Pass the instant as the only argument."),
                WHY)
            .reading(Arguments.BODY)
            .giving(Reply.json(HttpStatus.OK, SCHEDULE, "The schedule as it is now.")),
        Endpoint.get("/v1/schedules/{name}/next", "Tells the next instants.", this::next)
            .taking(
                Param.query(
                    "count", Schema.integer(), "How many, up to " + NEXT_MAX + ". Default: 5."),
                Param.query("after", Schema.time(), "The first after this time. Default: now."))
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object().with("instants", Schema.array(Schema.time())),
                    "What they are, or would be if it was not paused.")),
        change("pause", "Starts nothing until it is resumed.", this::pause),
        change("resume", "Goes on; what was due meanwhile is over.", this::resume),
        Endpoint.delete(
                "/v1/schedules/{name}",
                Role.OPERATE,
                "Removes a schedule. The tasks that it started go on.",
                this::remove)
            .taking(WHY)
            .giving(Reply.json(HttpStatus.OK, DONE, "It is gone.")));
  }

  private static Endpoint change(String verb, String summary, Operation operation) {
    return Endpoint.post("/v1/schedules/{name}/" + verb, Role.OPERATE, summary, operation)
        .taking(WHY)
        .giving(Reply.json(HttpStatus.OK, DONE, "It is so."));
  }

  private static ScheduleName name(Request request) {
    return new ScheduleName(request.variable("name"));
  }

  private Answer list(Request request) {
    var all = node.read(ScheduleView::all);
    return Answer.ok(Data.of("schedules", all.stream().map(ScheduleView::data).toList()));
  }

  private Answer next(Request request) {
    int count = (int) request.integer("count", NEXT, 1, NEXT_MAX);
    var after = request.query("after");
    var view = ScheduleView.find(node, name(request));
    return Answer.ok(
        Data.of("instants", view.after(after == null ? Instant.now() : time(after), count)));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw Request.bad(text + " is no time such as 2026-01-31T08:30:00Z", "after");
    }
  }

  private Answer set(Request request) {
    var text = request.query("function");
    if (text == null) {
      throw Request.bad("the function that it starts is missing", "function");
    }
    var function = new FunctionName(text);
    int catchUp = (int) request.integer("catchUp", 1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    node.schedule(
        new Schedule(
            name(request),
            function,
            arguments(request, function),
            recurrence(request),
            overlap(request),
            catchUp),
        request.change());
    return Answer.ok(ScheduleView.find(node, name(request)).data());
  }

  private @Nullable Payload arguments(Request request, FunctionName function) {
    return request.truth("due") ? null : Arguments.read(node, request, function, null);
  }

  private static Recurrence recurrence(Request request) {
    var cron = request.query("cron");
    var every = request.query("every");
    if ((cron == null) == (every == null)) {
      throw Request.bad("give one of cron and every", "cron");
    }
    if (cron != null) {
      var zone = request.query("zone");
      return Recurrence.cron(cron, zone == null ? "UTC" : zone);
    }
    try {
      return Recurrence.every(Duration.parse(every));
    } catch (DateTimeParseException | ArithmeticException _) {
      throw Request.bad(every + " is no length of time such as PT15M", "every");
    }
  }

  private static Schedule.Overlap overlap(Request request) {
    var text = request.query("overlap");
    return switch (text) {
      case null -> Schedule.Overlap.SKIP;
      case "skip" -> Schedule.Overlap.SKIP;
      case "allow" -> Schedule.Overlap.ALLOW;
      default ->
          throw Request.bad(
              "overlap is skip or allow, not " + text.toLowerCase(Locale.ROOT), "overlap");
    };
  }

  private Answer pause(Request request) {
    node.pauseSchedule(name(request), true, request.change());
    return Answer.done("paused");
  }

  private Answer resume(Request request) {
    node.pauseSchedule(name(request), false, request.change());
    return Answer.done("resumed");
  }

  private Answer remove(Request request) {
    node.unschedule(name(request), request.change());
    return Answer.done("removed");
  }
}
