package dev.perdure.node.golden;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A folder as text: each file's path, length and bytes up to the last that is not zero, packed, in
/// base 64. A segment of the log is mostly zeros.
final class GoldenFiles {
  private static final int LINE_CHARS = 120;
  private static final Base64.Encoder ENCODER =
      Base64.getMimeEncoder(LINE_CHARS, "\n".getBytes(StandardCharsets.US_ASCII));

  private GoldenFiles() {}

  static String pack(Path folder) throws IOException {
    var text = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file :
          files.filter(Files::isRegularFile).filter(GoldenFiles::matters).sorted().toList()) {
        var bytes = Files.readAllBytes(file);
        var name = folder.relativize(file).toString().replace('\\', '/');
        text.append("file ").append(name).append(' ').append(bytes.length).append('\n');
        text.append(ENCODER.encodeToString(deflated(trimmed(bytes)))).append('\n');
      }
    }
    return text.toString();
  }

  /// Who owns the log, and the segment in the making, say nothing.
  private static boolean matters(Path file) {
    var name = file.getFileName().toString();
    return !name.equals("lock") && !name.equals("incoming.tmp");
  }

  private static byte[] trimmed(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  static void unpack(String text, Path folder) throws IOException {
    for (var part : text.split("(?m)^file ")) {
      if (!part.isEmpty()) {
        unpackOne(part, folder);
      }
    }
  }

  private static void unpackOne(String part, Path folder) throws IOException {
    int end = part.indexOf('\n');
    var head = part.substring(0, end);
    int space = head.lastIndexOf(' ');
    var file = folder.resolve(head.substring(0, space));
    Files.createDirectories(file.getParent());
    var packed = Base64.getMimeDecoder().decode(part.substring(end + 1));
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(packed));
        var out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(inflater.readAllBytes());
      out.setLength(Long.parseLong(head.substring(space + 1)));
    }
  }
}
