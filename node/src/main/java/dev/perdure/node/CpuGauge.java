package dev.perdure.node;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Tells how much of the machine's CPU is taken by others than the shadows. For many threads.
final class CpuGauge {
  /// Between two readings: what the system counts CPU time in is coarse.
  private static final long WINDOW_NANOS = 250_000_000;

  private final DoubleSupplier machine;
  private final LongSupplier own;
  private final LongSupplier nanos;
  private final int processors;
  // Guarded by this.
  private long readAt;
  private long ownAt;
  private double others;

  /// @param machine the share of the machine's CPU in use since it was asked last, from 0 to 1;
  ///   negative if unknown
  /// @param own CPU time that the shadows have taken so far, in nanoseconds
  CpuGauge(DoubleSupplier machine, LongSupplier own, LongSupplier nanos, int processors) {
    this.machine = machine;
    this.own = own;
    this.nanos = nanos;
    this.processors = processors;
    this.readAt = nanos.getAsLong();
    this.others = Math.clamp(machine.getAsDouble(), 0, 1);
  }

  /// Of this machine.
  static CpuGauge ofMachine(LongSupplier own) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int processors = Runtime.getRuntime().availableProcessors();
    return new CpuGauge(system::getCpuLoad, own, System::nanoTime, processors);
  }

  /// The share of the machine's CPU that others take, from 0 to 1, as of the last fraction of a
  /// second.
  synchronized double others() {
    long now = nanos.getAsLong();
    long elapsed = now - readAt;
    if (elapsed >= WINDOW_NANOS) {
      long ownNow = own.getAsLong();
      double ownShare = (double) (ownNow - ownAt) / elapsed / processors;
      others = Math.clamp(machine.getAsDouble() - ownShare, 0, 1);
      readAt = now;
      ownAt = ownNow;
    }
    return others;
  }
}
