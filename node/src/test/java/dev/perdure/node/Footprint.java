package dev.perdure.node;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process has taken of the machine, as it is after a garbage collection.
///
/// @param heap bytes of live objects
/// @param metaspace bytes of classes
/// @param threads of the operating system
/// @param files open descriptors
record Footprint(long heap, long metaspace, int threads, long files) {
  static Footprint now() throws IOException {
    System.gc();
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return new Footprint(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          metaspaceUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          files.count());
    }
  }

  private static long metaspaceUsed() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
