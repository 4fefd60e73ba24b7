package dev.perdure.log;

import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// The stamp of a log directory: the file `perdure-log`, four lines of ASCII:
///
/// ```
/// perdure-log 1
/// identity 0123456789abcdef
/// segment-bytes 67108864
/// checksum 89abcdef
/// ```
///
/// The first line has the version of the directory's layout; the checksum is the CRC32C of the
/// lines before.
///
/// @param identity begins every checksum of this log
/// @param segmentBytes the length of every segment file
record Stamp(long identity, int segmentBytes) {
  static final String FILE = "perdure-log";

  private static final String INCOMING = "stamp.tmp";
  private static final int VERSION = 1;
  private static final int FILE_BYTES_MAX = 4 << 10;
  private static final Pattern VERSION_LINE = Pattern.compile("perdure-log (\\d{1,9})\n(?s:.*)");
  private static final Pattern TEXT =
      Pattern.compile(
          """
          (perdure-log 1
          identity ([0-9a-f]{16})
          segment-bytes (\\d{1,9}|1\\d{9})
          )checksum ([0-9a-f]{8})
          """);

  /// Writes the stamp, durably.
  void write(Storage storage) throws IOException {
    var text =
        "perdure-log %d\nidentity %016x\nsegment-bytes %d\n"
            .formatted(VERSION, identity, segmentBytes);
    var bytes = StandardCharsets.US_ASCII.encode(text + "checksum " + checksum(text) + "\n");
    try (var file = storage.create(INCOMING, bytes.remaining())) {
      file.write(bytes, 0);
      file.force();
    }
    storage.rename(INCOMING, FILE);
    storage.force();
  }

  static Stamp read(Storage storage) throws IOException {
    if (!storage.list().contains(FILE)) {
      throw damaged(storage, "is missing");
    }
    var bytes = ByteBuffer.allocate(FILE_BYTES_MAX);
    try (var file = storage.open(FILE, false)) {
      file.read(bytes, 0);
    }
    var text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    var version = VERSION_LINE.matcher(text);
    if (version.matches() && Integer.parseInt(version.group(1)) > VERSION) {
      throw Problems.version(storage, "layout version " + version.group(1));
    }
    var matcher = TEXT.matcher(text);
    if (!matcher.matches() || !checksum(matcher.group(1)).equals(matcher.group(4))) {
      throw damaged(storage, "does not have the checksum it was written with");
    }
    return new Stamp(
        Long.parseUnsignedLong(matcher.group(2), 16), Integer.parseInt(matcher.group(3)));
  }

  static RuntimeException damaged(Storage storage, String what) {
    return new Problem(
            LogCode.LOG_DAMAGED,
            "The stamp of the log " + what,
            storage + "/" + FILE,
            "Restore this one file from a copy of the directory, of whatever age: it never changes;"
                + " without it no record can be checked, so nothing can be salvaged")
        .exception();
  }

  private static String checksum(String text) {
    var crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return "%08x".formatted(crc.getValue());
  }
}
