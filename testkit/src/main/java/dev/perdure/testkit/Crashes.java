package dev.perdure.testkit;

import dev.perdure.api.IdempotencyKey;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs a scenario again and again, each time with a crash one step later: just before an effect is
/// performed, and just after, when its outcome is not recorded yet. The node that crashes keeps
/// only what was in its files; another one goes on with them, in the same world. So a test that
/// holds for every run holds wherever the process dies.
public final class Crashes {
  private static final int STEPS_MAX = 10_000;

  private Crashes() {}

  /// A program, the world around it, and what is expected of them. Each run has one of its own.
  public interface Scenario {
    /// Binds the world's effects and deploys the program, on a node that has just been opened. Done
    /// again after the crash.
    void prepare(Node node);

    /// Starts what shall happen, lets it come to its end, and checks what came of it. Done again
    /// after a crash, so it starts tasks under idempotency keys.
    void run(TestPerdure perdure);
  }

  /// A node that crashes at some step.
  public static final class Node {
    private final TestPerdure perdure;
    private final Plan plan;

    private Node(TestPerdure perdure, Plan plan) {
      this.perdure = perdure;
      this.plan = plan;
    }

    /// Binds an implementation of an effect interface, whose calls are the steps.
    public <T> Node bind(Class<T> effect, T implementation) {
      perdure.bind(effect, effect.cast(plan.watched(effect, implementation)));
      return this;
    }

    /// The engine, for what else the program needs.
    public Perdure perdure() {
      return perdure.perdure();
    }

    /// The time by the engine's clock.
    public Instant now() {
      return perdure.now();
    }

    /// Deploys classes of functions.
    public Node deploy(String version, Class<?>... functions) {
      perdure.deploy(version, functions);
      return this;
    }
  }

  /// Runs new scenarios until one comes to its end before its crash.
  ///
  /// @param directory where the data directories are made
  /// @param scenario makes a scenario with a world of its own
  /// @return how many crashes there were
  public static int atEveryStep(Path directory, Supplier<? extends Scenario> scenario) {
    return atEveryStep(directory, new TestClock().now(), scenario);
  }

  /// The same with clocks that show another moment when a run begins.
  public static int atEveryStep(
      Path directory, Instant start, Supplier<? extends Scenario> scenario) {
    for (int step = 0; step < STEPS_MAX; step++) {
      var clock = new TestClock(start);
      if (!crashes(directory.resolve("step " + step), clock, scenario.get(), step)) {
        return step;
      }
    }
    throw new IllegalStateException("no end after " + STEPS_MAX + " steps");
  }

  /// Whether the scenario came so far that it crashed.
  private static boolean crashes(Path directory, TestClock clock, Scenario scenario, int step) {
    var before = directory.resolve("before");
    var after = directory.resolve("after");
    var plan = new Plan(step, () -> copy(before, after));
    try (var perdure = TestPerdure.open(NodeConfig.in(before), clock, plan::stop)) {
      scenario.prepare(new Node(perdure, plan));
      scenario.run(perdure);
      perdure.settle();
      return false;
    } catch (AssertionError | RuntimeException ofTheNodeThatCrashed) {
      if (!plan.crashed()) {
        throw ofTheNodeThatCrashed;
      }
    }
    try (var perdure = TestPerdure.open(NodeConfig.in(after), clock)) {
      scenario.prepare(new Node(perdure, new Plan(-1, () -> {})));
      perdure.settle();
      scenario.run(perdure);
    }
    return true;
  }

  private static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        copyIfThere(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is renamed or deleted meanwhile was not part of the data yet, or is not any more.
  private static void copyIfThere(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to);
    } catch (NoSuchFileException _) {
      Files.deleteIfExists(to);
    }
  }

  /// At which step a node crashes. For many threads.
  private static final class Plan {
    private final int crashAt;
    private final Runnable crash;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile boolean crashed;

    Plan(int crashAt, Runnable crash) {
      this.crashAt = crashAt;
      this.crash = crash;
    }

    boolean crashed() {
      return crashed;
    }

    /// Ends the run of the node that has crashed: what it would still say is not to be looked at.
    void stop() {
      if (crashed) {
        throw new IllegalStateException("the process is dead");
      }
    }

    /// The world that a node which has crashed cannot reach any more.
    Object watched(Class<?> effect, Object implementation) {
      return Proxy.newProxyInstance(
          effect.getClassLoader(),
          new Class<?>[] {effect},
          (_, method, arguments) -> perform(implementation, method, arguments));
    }

    private @Nullable Object perform(
        Object implementation, Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable {
      step();
      Object result;
      try {
        method.setAccessible(true);
        result = method.invoke(implementation, arguments);
      } catch (InvocationTargetException thrown) {
        step();
        throw thrown.getCause();
      }
      step();
      return result;
    }

    private synchronized void step() {
      if (!crashed && steps.getAndIncrement() == crashAt) {
        crash.run();
        crashed = true;
      }
      if (crashed) {
        throw new IllegalStateException("the process of " + IdempotencyKey.current() + " is dead");
      }
    }
  }
}
