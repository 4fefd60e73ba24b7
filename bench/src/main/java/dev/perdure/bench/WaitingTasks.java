package dev.perdure.bench;

import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What tasks take of the memory while they sleep, how late they wake (S7, E16), and what an empty
/// task takes beside them, at several sizes. Each size has a node and a directory of its own; the
/// tasks are due one after the other in a span of time that begins when all of them have been
/// started and suspended.
public final class WaitingTasks {
  private static final int CLIENTS = 256;
  private static final int SAMPLES = 10_000;
  private static final int HEAP_LOOKS = 10;

  private WaitingTasks() {}

  /// @param arguments a folder for the files, the seconds in which the tasks are due, and the
  ///   numbers of tasks
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    int span = Integer.parseInt(arguments[1]);
    var sizes = Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
    var beside = new double[sizes.length];
    var behind = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      var costs = run(Files.createTempDirectory(folder, "waiting"), span, sizes[i]);
      beside[i] = costs.beside();
      behind[i] = costs.behind();
    }
    Figure.printGrowth("waiting", "an empty task, by how many wait", sizes, beside);
    Figure.printGrowth("waiting", "an empty task, by how many have ended", sizes, behind);
  }

  /// What an empty task takes, in microseconds.
  ///
  /// @param beside tasks that wait
  /// @param behind the same tasks when they have ended
  private record Costs(double beside, double behind) {}

  private static Costs run(Path directory, int spanSeconds, int tasks) throws Exception {
    try (var perdure = Perdure.open(NodeConfig.in(directory))) {
      perdure.deploy("v1", Sleeper.class, EmptyTask.Nothing.class);
      perdure.call("sleepUntil", Instant.now(), Long.class);
      nothing(perdure, 3); // to warm up
      long before = heapBytes();
      // time to start and to suspend them all
      var first = Instant.now().plusSeconds(10 + tasks / 10_000);
      var gap = Duration.ofSeconds(spanSeconds).dividedBy(tasks);
      long from = System.nanoTime();
      var sample = start(perdure, tasks, first, gap);
      double seconds = (System.nanoTime() - from) / 1e9;
      print(tasks, "starts_per_s", tasks / seconds, "1/s", CLIENTS + " clients");
      while (perdure.node().attempts() > 0) {
        LockSupport.parkNanos(10_000_000);
      }
      print(tasks, "bytes_per_task", (double) (heapBytes() - before) / tasks, "bytes", "of heap");
      double beside = emptyTask(perdure, tasks, "beside");
      if (Instant.now().isAfter(first)) {
        throw new IllegalStateException("the first tasks woke before the last were suspended");
      }
      report(perdure, tasks, sample, spanSeconds);
      return new Costs(beside, emptyTask(perdure, tasks, "behind"));
    }
  }

  private static double emptyTask(Perdure perdure, int tasks, String where) throws Exception {
    double micros = nothing(perdure, 2).micros(0.5);
    print(tasks, "empty_task_" + where, micros, "us", "p50, 1 client");
    return micros;
  }

  private static ClosedLoop.Result nothing(Perdure perdure, double seconds) throws Exception {
    return ClosedLoop.run(
        1, seconds, () -> perdure.call("nothing", List.of(), Long.class, StartOptions.NONE));
  }

  /// Starts them and returns some of them.
  private static List<TaskId> start(Perdure perdure, int tasks, Instant first, Duration gap)
      throws InterruptedException {
    var sample = new ArrayList<TaskId>();
    var next = new AtomicInteger();
    var done = new CountDownLatch(CLIENTS);
    int every = Math.max(1, tasks / SAMPLES);
    for (int client = 0; client < CLIENTS; client++) {
      Thread.startVirtualThread(() -> {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
          var due = first.plus(gap.multipliedBy(i));
          var task = perdure.start("sleepUntil", List.of(due), StartOptions.NONE);
          if (i % every == 0) {
            synchronized (sample) {
              sample.add(task);
            }
          }
        }
        done.countDown();
      });
    }
    done.await();
    return sample;
  }

  private static void report(Perdure perdure, int tasks, List<TaskId> sample, int spanSeconds) {
    var late = new double[sample.size()];
    for (int i = 0; i < late.length; i++) {
      late[i] = perdure.await(sample.get(i), Long.class);
    }
    Arrays.sort(late);
    var how = "%d tasks due in %d s, %d looked at".formatted(tasks, spanSeconds, late.length);
    print(tasks, "late_p50", late[late.length / 2], "ms", how);
    print(tasks, "late_p99", late[(int) (late.length * 0.99)], "ms", how);
    print(tasks, "late_max", late[late.length - 1], "ms", how);
    while (perdure.node().<Boolean>read(state -> !state.tasks().isEmpty())) {
      LockSupport.parkNanos(100_000_000);
    }
    print(tasks, "bytes_per_ended_task", (double) heapBytes() / tasks, "bytes", "of heap, all in");
  }

  /// The least of what is used in a while: sometimes a snapshot is being made, which has the state
  /// in memory once more.
  private static long heapBytes() {
    long least = Long.MAX_VALUE;
    for (int look = 0; look < HEAP_LOOKS; look++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      LockSupport.parkNanos(300_000_000);
    }
    return least;
  }

  private static void print(int tasks, String figure, double value, String unit, String how) {
    Figure.print("perdure", "waiting", figure + "_" + tasks, value, unit, how);
  }
}
