package dev.perdure.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Files in a zip file that is the same for the same files.
final class Packed {
  private Packed() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  /// @throws IOException if it is no zip file
  static Map<String, byte[]> unzip(byte[] packed) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /// Lines of a key and a value, `root shop.Shop`: the values by their keys, in order.
  static Map<String, List<String>> lines(byte[] utf8) {
    return Arrays.stream(new String(utf8, StandardCharsets.UTF_8).split("\n"))
        .filter(line -> line.contains(" "))
        .collect(
            Collectors.groupingBy(
                line -> line.substring(0, line.indexOf(' ')),
                Collectors.mapping(
                    line -> line.substring(line.indexOf(' ') + 1), Collectors.toList())));
  }
}
