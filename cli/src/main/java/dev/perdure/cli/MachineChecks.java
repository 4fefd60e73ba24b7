package dev.perdure.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// What the doctor looks at of the machine.
final class MachineChecks {
  private static final int FORCES = 200;
  private static final int FORCED_BYTES = 4096;
  private static final long FREE_BYTES_MIN = 1L << 30;
  private static final int JDK = 25;

  /// Segments, universes, the index and a thousand connections.
  private static final long FILES_MIN = 4_096;

  private static final Duration CERTIFICATE_LEFT = Duration.ofDays(30);

  private MachineChecks() {}

  static Check jdk(Runtime.Version version) {
    var says =
        version
            + " on "
            + System.getProperty("os.name")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors";
    return version.feature() == JDK
        ? Check.ok("jdk", says)
        : Check.fail(
            "jdk",
            Problem.of(
                DoctorCode.JDK_UNFIT,
                "this JDK is " + version,
                "Run Perdure on JDK " + JDK + ", for which it is made and tested"));
  }

  static Check files() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? files(system.getMaxFileDescriptorCount())
        : Check.ok("files", "the system does not say how many may be open");
  }

  static Check files(long most) {
    return most >= FILES_MIN
        ? Check.ok("files", most + " may be open at once")
        : Check.warn(
            "files",
            Problem.of(
                DoctorCode.FILES_LIMITED,
                "only " + most + " files and connections may be open at once",
                "Allow " + FILES_MIN + " or more: `ulimit -n`, or LimitNOFILE of the service"));
  }

  static Check space(Path place) {
    try {
      return space(place, Files.getFileStore(place).getUsableSpace());
    } catch (IOException e) {
      return Check.fail("space", unwritable(place, e));
    }
  }

  static Check space(Path place, long bytes) {
    var says = (bytes >> 20) + " MiB are free";
    return bytes >= FREE_BYTES_MIN
        ? Check.ok("space", says)
        : Check.fail(
            "space",
            Problem.of(
                DoctorCode.DISK_FULL,
                "only " + says + " where " + place + " is",
                "Make room: the engine stops when the log cannot grow"));
  }

  static Problem unwritable(Path place, IOException e) {
    return Problem.of(
        DoctorCode.DATA_UNWRITABLE,
        place + " cannot be written: " + why(e),
        "Run as the user whom the data directory belongs to, on a disk that is well");
  }

  private static String why(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  /// Does what the log does: writes a page and forces it, one after the other.
  static Check force(Path place) {
    try {
      var file = Files.createTempFile(place, "doctor", ".tmp");
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return force(channel);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Check.fail("fsync", unwritable(place, e));
    }
  }

  private static Check force(FileChannel channel) throws IOException {
    channel.write(ByteBuffer.allocate(FORCES * FORCED_BYTES), 0);
    channel.force(true);
    var nanos = new long[FORCES];
    for (int i = 0; i < FORCES; i++) {
      long before = System.nanoTime();
      channel.write(ByteBuffer.allocate(FORCED_BYTES), (long) i * FORCED_BYTES);
      channel.force(false);
      nanos[i] = System.nanoTime() - before;
    }
    Arrays.sort(nanos);
    long median = nanos[FORCES / 2];
    return Check.ok(
        "fsync",
        "a durable write takes "
            + millis(median)
            + " ms (99 % below "
            + millis(nanos[FORCES - 1 - FORCES / 100])
            + " ms): about "
            + 1_000_000_000L / Math.max(1, median)
            + " steps a second for one task; tasks share them");
  }

  private static String millis(long nanos) {
    return String.format("%.2f", nanos / 1e6);
  }

  static Check certificate(Instant expires, Instant now) {
    var left = Duration.between(now, expires);
    if (left.compareTo(CERTIFICATE_LEFT) >= 0) {
      return Check.ok("tls", "the certificate is valid until " + expires);
    }
    boolean over = left.isNegative();
    var problem =
        Problem.of(
            DoctorCode.CERTIFICATE_EXPIRES,
            "the certificate " + (over ? "expired on " : "expires on ") + expires,
            "Replace it, and restart the server, which reads it when it starts");
    return over ? Check.fail("tls", problem) : Check.warn("tls", problem);
  }
}
