package dev.perdure.bench;

import dev.perdure.index.Index;
import dev.perdure.index.IndexReader;
import dev.perdure.index.QueryLimits;
import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.index.TaskFilter.Period;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How fast the index is made from a log, at three sizes; and what a page of 50 of a million tasks
/// takes, with and without a filter. One thread; the files are in the system's cache.
public final class IndexRate {
  private static final int STEPS = 10;
  private static final int[] EVENTS = {10_000, 100_000, 1_000_000};
  private static final int ROUNDS = 3;
  private static final int PAGES = 21;
  private static final int PAGE = 50;

  private IndexRate() {}

  /// @param arguments a folder for the files, and how many tasks the pages are of
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    rebuild(folder, 100_000, "warm-up");
    var seconds = new double[EVENTS.length];
    for (int i = 0; i < EVENTS.length; i++) {
      seconds[i] = rebuild(folder, EVENTS[i], "events_per_s_" + EVENTS[i]);
    }
    Figure.printGrowth("index", "time by events", EVENTS, seconds);
    pages(folder.resolve("pages"), Integer.parseInt(arguments[1]));
  }

  /// @return seconds, the median
  private static double rebuild(Path folder, int events, String figure) throws IOException {
    var times = new double[ROUNDS];
    var directory = Files.createTempDirectory(folder, "rebuild");
    double bytes;
    try (var log = Log.open(directory.resolve("log"), LogSettings.defaults())) {
      new WrittenTasks(log).write(events / WrittenTasks.events(STEPS), STEPS);
      for (int round = 0; round < ROUNDS; round++) {
        Index.delete(directory);
        times[round] = seconds(directory, log);
      }
      bytes = bytes(directory.resolve("index")) / log.end().value();
    }
    Arrays.sort(times);
    double median = times[ROUNDS / 2];
    print(
        figure,
        events / median,
        "1/s",
        "from nothing, %d rounds, %.4g..%.4g, tasks of %d steps"
            .formatted(ROUNDS, events / times[ROUNDS - 1], events / times[0], STEPS));
    print("bytes_per_event_" + events, bytes, "bytes", "of the index, per event");
    return median;
  }

  private static double seconds(Path directory, Log log) {
    long from = System.nanoTime();
    try (var index = Index.open(directory, log, Instant::now)) {
      index.catchUp();
    }
    return (System.nanoTime() - from) / 1e9;
  }

  private static double bytes(Path folder) throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static void pages(Path directory, int tasks) {
    try (var log = Log.open(directory.resolve("log"), LogSettings.defaults())) {
      new WrittenTasks(log).write(tasks, 1);
      double seconds = seconds(directory, log);
      print("tasks_per_s", tasks / seconds, "1/s", tasks + " tasks of one step, from nothing");
      print("events_per_s_large", log.end().value() / seconds, "1/s", "the same, in events");
    }
    try (var reader = IndexReader.open(directory)) {
      page(reader, "all", TaskFilter.ALL);
      page(reader, "status", filter(Set.of(Status.FAILED), null, null));
      page(reader, "function", filter(Set.of(), "function7", null));
      page(reader, "status_function", filter(Set.of(Status.FAILED), "function0", null));
      page(reader, "text_often", filter(Set.of(), null, "tenant 77"));
      page(reader, "text_once", filter(Set.of(), null, "order " + tasks / 2 + "\""));
      page(reader, "text_never", filter(Set.of(), null, "nowhere"));
      var middle = reader.tasks(TaskFilter.ALL, tasks / 2).tasks().getLast();
      page(
          reader,
          "after_half",
          new TaskFilter(Set.of(), null, null, null, Period.ANY, middle.id().toString()));
      var limits = QueryLimits.defaults();
      time(
          "sql_by_key",
          () -> reader.query("select * from tasks where idempotency_key = 'order-7'", limits));
      time("sql_functions", () -> reader.query("select * from functions", limits));
    }
  }

  private static TaskFilter filter(
      Set<Status> statuses, @Nullable String function, @Nullable String text) {
    return new TaskFilter(statuses, function, null, text, Period.ANY, null);
  }

  private static void page(IndexReader reader, String name, TaskFilter filter) {
    time("page_" + name, () -> reader.tasks(filter, PAGE));
  }

  private static void time(String figure, Runnable question) {
    question.run();
    var times = new double[PAGES];
    for (int i = 0; i < PAGES; i++) {
      long from = System.nanoTime();
      question.run();
      times[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(times);
    print(
        figure,
        times[PAGES / 2],
        "ms",
        "median of %d, %.4g..%.4g".formatted(PAGES, times[0], times[PAGES - 1]));
  }

  private static void print(String figure, double value, String unit, String conditions) {
    Figure.print("perdure", "index", figure, value, unit, conditions);
  }
}
