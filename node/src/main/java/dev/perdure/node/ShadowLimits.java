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
/// @param restMillisMin how long a candidate is left alone that was stopped, in milliseconds, at
///   least 1; each time in a row twice as long as the time before, up to 60 times
public record ShadowLimits(double cpuMax, int runMillisMax, long runBytesMax, int restMillisMin) {
  private static final int RUN_MILLIS = 1_000;
  private static final long RUN_BYTES = 64 << 20;
  private static final double CPU = 0.4;
  private static final int REST_MILLIS = 10_000;

  public ShadowLimits {
    if (!(cpuMax >= 0 && cpuMax <= 1) || runMillisMax < 1 || runBytesMax < 1 || restMillisMin < 1) {
      throw new IllegalArgumentException(
          "out of range: "
              + cpuMax
              + ", "
              + runMillisMax
              + " ms, "
              + runBytesMax
              + " bytes, "
              + restMillisMin
              + " ms");
    }
  }

  /// 40 % of the CPU, one second, 64 MiB, and a rest of ten seconds.
  public static ShadowLimits defaults() {
    return new ShadowLimits(CPU, RUN_MILLIS, RUN_BYTES, REST_MILLIS);
  }

  /// The same, however busy the machine is.
  public ShadowLimits onBusyMachine() {
    return new ShadowLimits(1, runMillisMax, runBytesMax, restMillisMin);
  }

  /// The same with other limits of one run.
  public ShadowLimits withRun(int millisMax, long bytesMax) {
    return new ShadowLimits(cpuMax, millisMax, bytesMax, restMillisMin);
  }

  /// The same with another rest of a candidate that was stopped.
  public ShadowLimits withRest(int millisMin) {
    return new ShadowLimits(cpuMax, runMillisMax, runBytesMax, millisMin);
  }

  /// Whether shadows compete with everything else.
  boolean neverWait() {
    return cpuMax >= 1;
  }

  long restNanosMin() {
    return TimeUnit.MILLISECONDS.toNanos(restMillisMin);
  }

  long runNanosMax() {
    return TimeUnit.MILLISECONDS.toNanos(runMillisMax);
  }
}
