package dev.perdure.java;

import dev.perdure.engine.Declaration;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.value.PerdureException;
import java.lang.classfile.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads when a function is started by the calendar off `@Cron`.
final class CronPolicy {
  private static final String NO_PARAMETERS = "()";
  private static final String INSTANT = "(Ljava/time/Instant;)";

  private final String function;
  private final UserMethod method;
  private final Findings findings;

  CronPolicy(String function, UserMethod method, Findings findings) {
    this.function = function;
    this.method = method;
    this.findings = findings;
  }

  /// Refuses schedules of methods that are no functions: they would start nothing.
  static void checkAllServe(UserClass type, Functions functions, Findings findings) {
    for (var method : type.methods()) {
      boolean scheduled =
          !method.isBridge()
              && Annotations.find(Annotations.of(method.model()), Annotations.CRON) != null;
      if (scheduled && functions.name(method) == null) {
        new CronPolicy("", method, findings)
            .refuse(
                "@Cron of " + method + " starts nothing, for the method is no function",
                "Mark it with @Routed, too");
      }
    }
  }

  /// What the method declares; nothing if it says nothing, or if what it says cannot be, which is a
  /// finding.
  List<Declaration> declared() {
    var cron = Annotations.find(Annotations.of(method.model()), Annotations.CRON);
    if (cron == null) {
      return List.of();
    }
    var descriptor = method.member().descriptor();
    boolean due = descriptor.startsWith(INSTANT);
    if (!due && !descriptor.startsWith(NO_PARAMETERS)) {
      refuse(
          "@Cron of " + method + " has nothing to pass to its parameters",
          "Take no parameter, or one of type java.time.Instant: the instant it is due");
      return List.of();
    }
    var schedule = schedule(cron, due ? null : Payload.NO_ARGUMENTS);
    return schedule == null ? List.of() : List.of(schedule);
  }

  private @Nullable Schedule schedule(Annotation cron, @Nullable Payload arguments) {
    var expression = Annotations.strings(cron, "value").getFirst();
    try {
      return new Schedule(
          new ScheduleName(function),
          new FunctionName(function),
          arguments,
          Recurrence.cron(expression, Annotations.element(cron, "zone", "UTC")),
          Schedule.Overlap.valueOf(Annotations.element(cron, "overlap", "SKIP")),
          Integer.parseInt(Annotations.element(cron, "catchUp", "1")));
    } catch (PerdureException e) {
      var problem = e.problem();
      var where = problem.where().isEmpty() ? "" : ", at " + problem.where();
      refuse("@Cron of " + method + ": " + problem.what() + where, problem.remedy());
      return null;
    }
  }

  private void refuse(String what, String remedy) {
    findings.add(JavaCode.JAVA_SCHEDULE, what, method.owner().place(method.place().line()), remedy);
  }
}
