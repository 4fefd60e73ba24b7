package dev.perdure.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// A zip file in memory, of which an entry is unpacked when it is asked for: together they may be
/// many times as large. The JDK's readers want a file of the system for that, or go from the
/// beginning to the end. For any thread.
///
/// At its end there are the *end*, 22 bytes with the number of entries at 10 and the offset of the
/// directory at 16, and before that the *directory*, of each entry (APPNOTE.TXT 4.3,
/// little-endian):
///
/// ```
/// 10 method (2)   16 CRC-32 (4)   20 packed bytes (4)   24 bytes (4)
/// 28 length of the name (2), of the extra field (2), of the comment (2)
/// 42 offset of the entry (4)   46 name, extra field, comment
/// ```
///
/// An entry begins with 30 bytes that have the lengths of its own name and extra field at 26 and
/// 28; behind these are the packed bytes.
final class PackedFile {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int HEAD = 0x02014b50;
  private static final int HEAD_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;

  /// No byte that is packed holds more (https://zlib.net/zlib_tech.html): who claims that it does
  /// only wants memory.
  private static final long BYTES_EACH_MAX = 1032;

  private final ByteBuffer file;
  private final Map<String, Entry> entries = new TreeMap<>();

  /// @param crc of the bytes
  /// @param at where the packed bytes begin
  private record Entry(int method, int crc, int at, int packed, int bytes) {}

  /// @param file not to be changed
  /// @param bytesMax of all entries together, unpacked
  PackedFile(byte[] file, long bytesMax) throws IOException {
    this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    try {
      readDirectory(bytesMax);
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("it is no zip file, or not all of one", e);
    }
  }

  private void readDirectory(long bytesMax) throws IOException {
    int end = file.limit() - END_BYTES;
    check(end >= 0 && file.getInt(end) == END);
    int count = unsigned(end + 10);
    int at = file.getInt(end + 16);
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      check(file.getInt(at) == HEAD);
      var name = new byte[unsigned(at + 28)];
      file.get(at + HEAD_BYTES, name);
      var entry = entry(at);
      bytes += entry.bytes();
      if (bytes > bytesMax) {
        throw new IOException("it unpacks to more than " + bytesMax + " bytes");
      }
      entries.put(new String(name, StandardCharsets.UTF_8), entry);
      at += HEAD_BYTES + name.length + unsigned(at + 30) + unsigned(at + 32);
    }
  }

  private Entry entry(int at) throws IOException {
    int local = file.getInt(at + 42);
    check(file.getInt(local) == LOCAL);
    int begin = local + LOCAL_BYTES + unsigned(local + 26) + unsigned(local + 28);
    int packed = file.getInt(at + 20);
    int bytes = file.getInt(at + 24);
    check(packed >= 0 && bytes >= 0 && begin <= file.limit() - packed);
    check(bytes <= packed * BYTES_EACH_MAX);
    return new Entry(unsigned(at + 10), file.getInt(at + 16), begin, packed, bytes);
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private static void check(boolean isSound) throws IOException {
    if (!isSound) {
      throw new IOException("it is no zip file, or not all of one");
    }
  }

  /// What an entry holds; null if there is none of the name.
  byte @Nullable [] get(String name) throws IOException {
    var entry = entries.get(name);
    if (entry == null) {
      return null;
    }
    var bytes = entry.method() == ZipEntry.STORED ? stored(entry) : inflated(entry);
    var crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != entry.crc()) {
      throw new IOException("its entry " + name + " does not have the checksum it was packed with");
    }
    return bytes;
  }

  private byte[] stored(Entry entry) throws IOException {
    check(entry.packed() == entry.bytes());
    var bytes = new byte[entry.bytes()];
    file.get(entry.at(), bytes);
    return bytes;
  }

  private byte[] inflated(Entry entry) throws IOException {
    check(entry.method() == ZipEntry.DEFLATED);
    var bytes = new byte[entry.bytes()];
    try (var inflater = new Inflater(true)) {
      inflater.setInput(file.slice(entry.at(), entry.packed()));
      int n = 0;
      for (int more = 1; more > 0 && n < bytes.length; n += more) {
        more = inflater.inflate(bytes, n, bytes.length - n);
      }
      check(n == bytes.length);
      return bytes;
    } catch (DataFormatException e) {
      throw new IOException("it holds something that cannot be unpacked", e);
    }
  }
}
