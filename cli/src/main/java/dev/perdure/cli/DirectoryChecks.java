package dev.perdure.cli;

import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.index.TaskFilter.Period;
import dev.perdure.log.Log;
import dev.perdure.log.LogCode;
import dev.perdure.log.VerifyReport;
import dev.perdure.node.Limits;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.view.Times;
import dev.perdure.value.Code;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.ValueCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the doctor looks at of a data directory.
///
/// @param config of a node in which its tasks stand still; null if none can be opened, for want of
///   its keys
/// @param nowMillis in milliseconds since 1970
record DirectoryChecks(
    Terminal terminal, @Nullable NodeConfig config, Path directory, long nowMillis) {
  /// What NTP corrects without anybody noticing.
  private static final long JUMP_MILLIS = 1_000;

  /// Clocks of two machines differ.
  private static final long FUTURE_MILLIS = 60_000;

  private static final int SHOWN_TASKS = 3;

  /// An index that lacks so many events beside a program that keeps it is not just a little late.
  private static final long BEHIND_EVENTS = 10_000;

  private static final Set<Code> KEYS = Set.of(LogCode.LOG_KEY_MISSING, LogCode.LOG_SEAL_BROKEN);

  private Path log() {
    return DataCommand.logOf(directory);
  }

  boolean present() {
    return Files.isDirectory(log());
  }

  Check place() {
    var found = nearest(log(), p -> Files.exists(p));
    if (!Files.isDirectory(found)) {
      return Check.fail(
          "directory",
          Problem.of(
              CliCode.NO_DATA,
              found + " is a file, where a directory has to be",
              "Name a directory with --data DIR"));
    }
    var writable = nearest();
    if (!Files.isWritable(writable)) {
      return Check.fail(
          "directory", MachineChecks.unwritable(writable, new AccessDeniedException("")));
    }
    return present()
        ? new DataRights(directory).check()
        : Check.ok("directory", directory + " is not there yet");
  }

  /// The directory itself, or the nearest one above it that is there.
  Path nearest() {
    return nearest(directory, p -> Files.isDirectory(p));
  }

  private static Path nearest(Path path, Predicate<Path> wanted) {
    while (!wanted.test(path)) {
      path = Objects.requireNonNull(path.getParent(), "the root is a directory");
    }
    return path;
  }

  private static Problem damage(VerifyReport report) {
    if (!report.damage().isEmpty()) {
      return Problem.of(
          LogCode.LOG_DAMAGED,
          "the log is damaged",
          "Restore a backup, or keep what is sound: `perdure log salvage`");
    }
    var values = report.values();
    var unsound = Stream.concat(values.missing().stream(), values.changed().stream()).toList();
    return Problem.of(
        values.missing().isEmpty() ? ValueCode.VALUE_DAMAGED : ValueCode.VALUE_MISSING,
        Counted.of(unsound.size(), "large value")
            + " that records refer to are missing or have changed, the first of them values/"
            + unsound.getFirst(),
        "`perdure log verify` names all their files: restore these from a backup");
  }

  /// All that can be seen only if nobody else owns the directory, and what can be seen anyway.
  List<Check> all() {
    var checks = new ArrayList<Check>();
    try {
      var report = Log.verify(log(), config == null ? null : config.keeping().codec());
      var says = LogVerify.summary(terminal, report);
      if (report.isSound()) {
        checks.add(Check.ok("log", "nobody else owns it; " + says));
        if (config != null) {
          checks.addAll(opened(config));
        }
      } else {
        var damaged = Check.fail("log", damage(report));
        checks.add(
            report.damage().isEmpty() ? damaged : damaged.saying("nobody else owns it; " + says));
      }
    } catch (PerdureException e) {
      checks.add(
          e.code() == LogCode.LOG_LOCKED
              ? Check.ok("log", e.problem().what() + "; its checksums are not read beside it")
              : Check.fail("log", e.problem()));
      checks.add(stuckByIndex());
      checks.add(index(e.code() == LogCode.LOG_LOCKED));
      return checks;
    }
    checks.add(index(false));
    return checks;
  }

  private List<Check> opened(NodeConfig how) {
    try (var node = Node.open(how)) {
      return List.of(universes(node), snapshot(node), clock(node), stuck(node));
    } catch (PerdureException e) {
      return List.of(Check.fail(KEYS.contains(e.code()) ? "keys" : "log", e.problem()));
    }
  }

  /// Whether what runs the tasks is there.
  private static Check universes(Node node) {
    int deployed = node.read(state -> state.universes().size());
    var problems = node.checkUniverses();
    if (problems.isEmpty()) {
      return Check.ok("universes", deployed + " deployed, all as they were");
    }
    var says =
        problems.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue().what()).toList();
    return Check.fail("universes", problems.values().iterator().next())
        .saying(String.join("; ", says));
  }

  private Check snapshot(Node node) {
    var recovery = node.recovery();
    var says =
        recovery.fromSnapshot() == 0
            ? "none; opening folded " + Counted.of(recovery.fromLog(), "event")
            : "holds "
                + Counted.of(recovery.fromSnapshot(), "event")
                + ", of "
                + age()
                + "; opening folded "
                + recovery.fromLog()
                + " more";
    return recovery.fromLog() <= 2 * Limits.SNAPSHOT_EVENTS
        ? Check.ok("snapshot", says)
        : Check.warn(
            "snapshot",
            Problem.of(
                DoctorCode.SNAPSHOT_BEHIND,
                says,
                "See in the program's log, under perdure.snapshot, why none is written"));
  }

  private String age() {
    try {
      var file = directory.resolve("snapshot");
      return Times.second(Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      return "a time that cannot be read";
    }
  }

  /// Whether the times of the log's batches only grow, up to now.
  private Check clock(Node node) {
    int jumps = 0;
    long where = 0;
    long last = 0;
    try (var cursor = node.log(0)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        long at = record.batch().timeMillis();
        if (at < last - JUMP_MILLIS) {
          jumps++;
          where = record.offset().value();
        }
        last = at;
      }
    }
    return clock(jumps, where, last);
  }

  Check clock(int jumps, long where, long last) {
    if (last > nowMillis + FUTURE_MILLIS) {
      return Check.fail(
          "clock",
          jumped("the newest event is of " + Times.second(last) + ", which is still to come"));
    }
    return jumps == 0
        ? Check.ok("clock", "the newest event is of " + Times.second(last))
        : Check.warn(
            "clock",
            jumped(
                "it was set back "
                    + Counted.of(jumps, "time")
                    + ", the last time before event "
                    + where));
  }

  private static Problem jumped(String what) {
    return Problem.of(
        DoctorCode.CLOCK_JUMPED,
        what,
        "Let the system keep its clock by NTP; timers and schedules go by it");
  }

  /// Tasks that nobody but a person moves on.
  private static Check stuck(Node node) {
    var stuck =
        node.read(state ->
            state.tasks().values().stream()
                .filter(DirectoryChecks::isStuck)
                .map(t -> new Stuck(t.start().task().toString(), t.status().name(), t.why()))
                .toList());
    return stuck(stuck, stuck.size() + "");
  }

  private static boolean isStuck(TaskState task) {
    return task.status() == TaskStatus.PAUSED || task.status() == TaskStatus.DIVERGED;
  }

  /// The same as far as the index of a running program knows.
  private Check stuckByIndex() {
    var filter =
        new TaskFilter(Set.of(Status.PAUSED, Status.DIVERGED), null, null, null, Period.ANY, null);
    try (var reader = IndexReader.open(directory)) {
      var page = reader.tasks(filter, SHOWN_TASKS);
      var stuck =
          page.tasks().stream()
              .map(t -> new Stuck(t.id().toString(), t.status().name(), t.about()))
              .toList();
      return stuck(stuck, (page.atLeast() ? "at least " : "") + page.count());
    } catch (PerdureException e) {
      return Check.ok("tasks", "not looked at: " + e.problem().what());
    }
  }

  private record Stuck(String task, String status, String why) {
    @Override
    public String toString() {
      var brief = why.lines().findFirst().orElse("");
      return "task " + task + " is " + status + (brief.isEmpty() ? "" : ": " + brief);
    }
  }

  private static Check stuck(List<Stuck> stuck, String count) {
    if (stuck.isEmpty()) {
      return Check.ok("tasks", "none stands still");
    }
    var shown = stuck.stream().limit(SHOWN_TASKS).map(Stuck::toString).toList();
    return Check.warn(
        "tasks",
        Problem.of(
            DoctorCode.TASKS_STUCK,
            count
                + (count.equals("1") ? " stands" : " stand")
                + " still until a person does something: "
                + String.join("; ", shown),
            "See `perdure task list --status paused,diverged` and `perdure task why ID`; then"
                + " resume, migrate or cancel them"));
  }

  /// Whether what lists and queries are answered from is sound, and how far it is behind the log.
  ///
  /// @param kept whether another program owns the directory, and should keep it in step
  private Check index(boolean kept) {
    try (var reader = IndexReader.open(directory)) {
      reader.check();
      return index(reader.position().nextOffset(), Log.endOf(log()).value(), kept);
    } catch (PerdureException e) {
      return e.problem().code() == IndexCode.INDEX_MISSING
          ? Check.ok("index", "not there: the first question makes it")
          : Check.fail("index", e.problem());
    }
  }

  /// @param next the first event that is not in it
  /// @param end of the log
  static Check index(long next, long end, boolean kept) {
    long lacks = end - next;
    if (lacks <= 0) {
      return Check.ok("index", "sound, in step with the log");
    }
    var says = Counted.of(lacks, "event") + " behind the log, at event " + next + " of " + end;
    if (!kept) {
      return Check.ok("index", "sound, but " + says + ": the next question brings it in step");
    }
    return next > 0 && lacks < BEHIND_EVENTS
        ? Check.ok("index", "sound, but " + says)
        : Check.warn(
            "index",
            Problem.of(
                IndexCode.INDEX_BEHIND,
                "it is sound, but " + says,
                "Look again in a while; if it comes no further, see in the program's log, under"
                    + " perdure.index, why"));
  }
}
