package dev.perdure.bench;

import dev.perdure.node.Perdure;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// S4: a routed call between two functions of a universe, beside the same call of plain Java. The
/// universe is frozen, loaded and called inside a task by a node; one task makes [#CALLS] calls, so
/// what the task itself costs does not count.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
@State(Scope.Benchmark)
public class RoutedCall {
  static final int CALLS = 10_000_000;

  private final Calls plain = new Calls();
  private final Perdure oneVersion = Perdure.inMemory();
  private final Perdure twoVersions = Perdure.inMemory();

  /// Deploys the universe; in one node a second time under another name, after which all calls are
  /// routed to the first.
  @Setup
  public void deploy() {
    oneVersion.deploy("v1", Calls.class);
    twoVersions.deploy("v1", Calls.class);
    twoVersions.deploy("v2", Calls.class);
    twoVersions.primary("chain", "v1");
    twoVersions.primary("next", "v1");
  }

  @TearDown
  public void close() {
    oneVersion.close();
    twoVersions.close();
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int directJava() {
    return plain.chain(CALLS);
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int routedOneVersion() {
    return oneVersion.call("chain", CALLS, Integer.class);
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int routedTwoVersionsAllToThePrimary() {
    return twoVersions.call("chain", CALLS, Integer.class);
  }
}
