package dev.perdure.log;

import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The names of the keys that records of a log may be sealed with: the file `keys-used`, lines of
/// ASCII that are only ever added to.
///
/// ```
/// perdure-keys-used 1
/// key 9f86d081 89abcdef
/// ```
///
/// A line has the name of a key and the CRC32C of all before it, and of itself up to the name. A
/// key is in the file, durably, before anything is sealed with it; so whoever opens the log knows
/// before the first write whether all keys are there. A log that was never sealed has no such file.
record UsedKeys(SequencedSet<String> names) {
  static final String FILE = "keys-used";

  private static final String INCOMING = "keys-used.tmp";
  private static final String HEAD = "perdure-keys-used 1\n";
  private static final int FILE_BYTES_MAX = 64 << 10;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z]{1,64}");
  private static final Pattern LINE = Pattern.compile("(key ([0-9A-Za-z]{1,64})) ([0-9a-f]{8})");

  static UsedKeys read(Storage storage) throws IOException {
    var names = new LinkedHashSet<String>();
    if (!storage.list().contains(FILE)) {
      return new UsedKeys(names);
    }
    var text = text(storage);
    if (!text.startsWith(HEAD)) {
      throw damaged(storage);
    }
    var before = new StringBuilder(HEAD);
    for (var line : text.substring(HEAD.length()).lines().toList()) {
      var parts = LINE.matcher(line);
      if (!parts.matches() || !parts.group(3).equals(checksum(before + parts.group(1)))) {
        throw damaged(storage);
      }
      names.add(parts.group(2));
      before.append(line).append('\n');
    }
    return new UsedKeys(names);
  }

  private static String text(Storage storage) throws IOException {
    var bytes = ByteBuffer.allocate(FILE_BYTES_MAX);
    try (var file = storage.open(FILE, false)) {
      file.read(bytes, 0);
    }
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
  }

  private static RuntimeException damaged(Storage storage) {
    return new Problem(
            LogCode.LOG_DAMAGED,
            "The file that says which keys the log was sealed with has changed",
            storage + "/" + FILE,
            "Restore this one file from a copy of the directory. Without one, delete it and open"
                + " the log with all keys that it ever had")
        .exception();
  }

  /// Checks that a codec has all these keys, and that its own fit into the file.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_KEY_MISSING`
  /// @throws IllegalArgumentException if the codec is not as [PayloadCodec] says
  void check(Storage storage, @Nullable PayloadCodec codec) {
    if (codec != null && !NAME.matcher(codec.newest()).matches()) {
      throw new IllegalArgumentException("a key cannot have the name " + codec.newest());
    }
    if (codec != null && codec.overhead() > Limits.SEAL_BYTES_MAX) {
      throw new IllegalArgumentException("a codec that adds " + codec.overhead() + " bytes");
    }
    if (with(codec == null ? "" : codec.newest()).names().size() > Limits.KEYS_MAX) {
      throw new IllegalArgumentException("more than " + Limits.KEYS_MAX + " keys were used");
    }
    for (var name : names) {
      if (codec == null || !codec.keys().contains(name)) {
        throw Problems.keyMissing(storage.toString(), codec == null ? null : name);
      }
    }
  }

  /// The same with one key more.
  UsedKeys with(String name) {
    var more = new LinkedHashSet<>(names);
    more.add(name);
    return new UsedKeys(more);
  }

  /// Writes the file, durably, unless it says so already.
  void write(Storage storage) throws IOException {
    var text = new StringBuilder(HEAD);
    for (var name : names) {
      text.append("key ").append(name);
      var checksum = checksum(text.toString());
      text.append(' ').append(checksum).append('\n');
    }
    if (storage.list().contains(FILE) && text.toString().equals(text(storage))) {
      return;
    }
    var bytes = StandardCharsets.US_ASCII.encode(text.toString());
    try (var file = storage.create(INCOMING, bytes.remaining())) {
      file.write(bytes, 0);
      file.force();
    }
    storage.rename(INCOMING, FILE);
    storage.force();
  }

  /// The names, oldest first.
  List<String> inOrder() {
    return List.copyOf(names);
  }

  private static String checksum(String text) {
    var crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return "%08x".formatted(crc.getValue());
  }
}
