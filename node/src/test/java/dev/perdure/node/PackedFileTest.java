package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Zip files of which an entry is unpacked when it is asked for.
class PackedFileTest {
  private static final int BYTES_MAX = 100_000;
  private static final byte[] LARGE = bytes(40_000, 4);
  private static final byte[] SMALL = bytes(10, 256);

  private static byte[] bytes(int count, int kinds) {
    var random = new SplittableRandom(count);
    var bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) random.nextInt(kinds);
    }
    return bytes;
  }

  private static byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, new ZipEntry("a/large"), LARGE);
      var stored = new ZipEntry("stored");
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(SMALL.length);
      var crc = new CRC32();
      crc.update(SMALL);
      stored.setCrc(crc.getValue());
      put(zip, stored, SMALL);
      put(zip, new ZipEntry("empty"), new byte[0]);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  @Test
  void eachEntryHoldsWhatWasPutIntoIt() throws IOException {
    var file = new PackedFile(zip(), BYTES_MAX);
    for (int times = 0; times < 2; times++) {
      assertThat(file.get("stored")).isEqualTo(SMALL);
      assertThat(file.get("a/large")).isEqualTo(LARGE);
      assertThat(file.get("empty")).isEmpty();
      assertThat(file.get("another")).isNull();
    }
  }

  @Test
  void whatWouldTakeMoreThanItMayIsRefusedBeforeItIsUnpacked() throws IOException {
    assertThatThrownBy(() -> new PackedFile(zip(), LARGE.length))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unpacks to more than");
    var file = zip();
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int head = bytes.getInt(file.length - 6);
    bytes.putInt(head + 24, Integer.MAX_VALUE);
    assertThatThrownBy(() -> new PackedFile(file, Long.MAX_VALUE)).isInstanceOf(IOException.class);
  }

  @Test
  void whateverIsChangedOrCutOffNothingElseIsReadThanWasWritten() throws IOException {
    var whole = zip();
    var random = new SplittableRandom(1);
    for (int i = 0; i < 3_000; i++) {
      var changed =
          Arrays.copyOf(whole, random.nextInt(8) > 0 ? whole.length : random.nextInt(whole.length));
      int at =
          changed.length == 0
              ? -1
              : i < 1_000 ? Math.floorMod(-1 - i, changed.length) : random.nextInt(changed.length);
      if (at >= 0) {
        changed[at] ^= (byte) (1 << random.nextInt(8));
      }
      assertHolds(changed, "a/large", LARGE);
      assertHolds(changed, "stored", SMALL);
    }
  }

  /// It is told by an [IOException], and by nothing else, that it does not.
  private static void assertHolds(byte[] file, String name, byte[] content) {
    try {
      var read = new PackedFile(file, BYTES_MAX).get(name);
      assertThat(read == null || Arrays.equals(read, content)).isTrue();
    } catch (IOException told) {
      assertThat(told).hasMessageStartingWith("it");
    }
  }
}
