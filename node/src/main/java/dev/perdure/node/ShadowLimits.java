package dev.perdure.node;

import java.util.concurrent.TimeUnit;

/// What shadows may take of the machine, so that tasks do not notice them.
///
/// @param cpuMax share of the machine's CPU, from 0 to 1, up to which shadows run beside whatever
///   else runs; from there on they wait, and are dropped and counted when there is no room to wait.
///   Below 1 they also ask the system for processors that are idle. 1: they never wait; 0: they
///   never run
/// @param runMillisMax CPU time of one candidate's run, in milliseconds, at least 1; beyond it the
///   run is stopped
/// @param runBytesMax bytes that one run may allocate, garbage or not, at least 1; beyond it the
///   run is stopped
public record ShadowLimits(double cpuMax, int runMillisMax, long runBytesMax) {
  private static final int RUN_MILLIS = 1_000;
  private static final long RUN_BYTES = 64 << 20;
  private static final double CPU = 0.4;

  public ShadowLimits {
    if (!(cpuMax >= 0 && cpuMax <= 1) || runMillisMax < 1 || runBytesMax < 1) {
      throw new IllegalArgumentException(
          "out of range: " + cpuMax + ", " + runMillisMax + " ms, " + runBytesMax + " bytes");
    }
  }

  /// 40 % of the CPU, one second, 64 MiB.
  public static ShadowLimits defaults() {
    return new ShadowLimits(CPU, RUN_MILLIS, RUN_BYTES);
  }

  /// The same, however busy the machine is.
  public ShadowLimits onBusyMachine() {
    return new ShadowLimits(1, runMillisMax, runBytesMax);
  }

  /// The same with other limits of one run.
  public ShadowLimits withRun(int millisMax, long bytesMax) {
    return new ShadowLimits(cpuMax, millisMax, bytesMax);
  }

  /// Whether shadows compete with everything else.
  boolean neverWait() {
    return cpuMax >= 1;
  }

  long runNanosMax() {
    return TimeUnit.MILLISECONDS.toNanos(runMillisMax);
  }
}
