package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Journal;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The file of an exported task: a zip file with an entry `perdure/task`, an entry
/// `universes/HASH.zip` for each universe, and an entry `values/HASH` for each large value, which
/// the events name by its hash.
///
/// ```
/// perdure/task   text "perdure-task"   length and UTF-8
///                format                varint, 1
///                id of the task        16 bytes, little-endian halves
///                events                varint
///                 each: record type    varint
///                       schema         varint
///                       payload        length and bytes
/// ```
///
/// The first event is the one that imports the task, for it holds the origin; the history follows.
final class ExportFile {
  private static final String TASK = "perdure/task";
  private static final String UNIVERSES = "universes/";
  private static final String VALUES = "values/";
  private static final String ZIP = ".zip";
  private static final String MAGIC = "perdure-task";
  private static final int FORMAT = 1;

  private ExportFile() {}

  static byte[] write(Exported exported) {
    var bytes = new ByteArrayOutputStream();
    var large = new TreeMap<Hash, Referred>();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, TASK, task(exported, large));
      checkWhole(large);
      for (var value : large.values()) {
        put(zip, VALUES + value.hash(), value.bytes());
      }
      for (var universe : new TreeMap<>(exported.universes()).entrySet()) {
        put(zip, UNIVERSES + universe.getKey() + ZIP, universe.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /// @param large gets the values that are not in it
  private static byte[] task(Exported exported, Map<Hash, Referred> large) {
    var events = new ArrayList<Event>();
    events.add(new Event.Imported(exported.task(), exported.origin(), new Change("", ""), 0));
    events.addAll(exported.history());
    var out = new Encoder();
    out.utf8(MAGIC);
    out.varint(FORMAT);
    out.fixed64(exported.task().high());
    out.fixed64(exported.task().low());
    out.varint(events.size());
    for (var event : events) {
      var payload = new Encoder();
      EventCodec.encode(event, payload);
      payload.references().forEach(value -> large.put(value.hash(), value));
      out.varint(EventCodec.type(event));
      out.varint(EventCodec.SCHEMA);
      out.blob(payload.toByteArray());
      checkSize(out.size(), events.size());
    }
    return out.toByteArray();
  }

  /// Nobody would read a larger file.
  private static void checkWhole(Map<Hash, Referred> large) {
    long bytes = large.values().stream().mapToLong(Referred::size).sum();
    if (bytes + Limits.EXPORT_BYTES_MAX > Limits.EXPORT_FILE_BYTES_MAX) {
      throw Problem.of(
              EngineCode.VALUE_TOO_LARGE,
              "the large values of the task take " + bytes + " bytes",
              "Replay it where it is: such a task cannot be exported")
          .exception();
    }
  }

  /// A task is taken in by one decision, and a decision is one batch of the log.
  private static void checkSize(long bytes, long events) {
    if (bytes + events * Limits.EVENT_HEAD_BYTES > Limits.EXPORT_BYTES_MAX) {
      throw Problem.of(
              EngineCode.VALUE_TOO_LARGE,
              "the history of the task takes more than " + Limits.EXPORT_BYTES_MAX + " bytes",
              "Replay it where it is: such a task cannot be exported")
          .exception();
    }
  }

  static Exported read(byte[] file) {
    try {
      return exported(new PackedFile(file, Limits.EXPORT_FILE_BYTES_MAX));
    } catch (PerdureException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e.toString(), e);
    }
  }

  private static Exported exported(PackedFile entries) throws IOException {
    var task = entries.get(TASK);
    if (task == null) {
      throw new IOException("it has no entry " + TASK);
    }
    var events = events(task, (hash, size) -> value(entries, hash, size));
    if (!(events.getFirst() instanceof Event.Imported imported)
        || !(events.get(1) instanceof Event.Started)) {
      throw new IOException("its history has no beginning");
    }
    var history = events.subList(1, events.size());
    Journal.of(history);
    var universes = new TreeMap<Hash, byte[]>();
    for (var universe : imported.origin().universes().values()) {
      var packed = entries.get(UNIVERSES + universe.hash() + ZIP);
      if (packed == null) {
        throw new IOException("it has no universe " + universe.hash());
      }
      universes.put(universe.hash(), packed);
    }
    return new Exported(imported.task(), imported.origin(), history, universes);
  }

  private static byte[] value(PackedFile entries, Hash hash, int size) {
    try {
      var bytes = entries.get(VALUES + hash);
      if (bytes != null && bytes.length == size && Hash.ofBytes(bytes).equals(hash)) {
        return bytes;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the value " + hash + " is missing or another one");
  }

  private static List<Event.OfTask> events(byte[] task, ValueSource values) throws IOException {
    var in = Decoder.of(task);
    if (!in.utf8().equals(MAGIC)) {
      throw new IOException("it does not begin as such files do");
    }
    long format = in.varint();
    if (format != FORMAT) {
      throw new IOException("its format " + format + " is newer than this release");
    }
    var id = new TaskId(in.fixed64(), in.fixed64());
    long count = in.varint();
    checkSize(task.length, count);
    var events = new ArrayList<Event.OfTask>();
    for (long i = 0; i < count; i++) {
      int type = Math.toIntExact(in.varint());
      int schema = Math.toIntExact(in.varint());
      var event = Decoder.of(in.blob()).with(values);
      events.add((Event.OfTask) EventCodec.decode(type, schema, id, event));
    }
    checkValues(events);
    in.requireEnd();
    return events;
  }

  /// All large values are there.
  private static void checkValues(List<Event.OfTask> events) {
    var encoder = new Encoder();
    events.forEach(event -> EventCodec.encode(event, encoder));
    encoder.references().forEach(Referred::bytes);
  }

  private static RuntimeException unreadable(String why, Exception cause) {
    return Problem.of(
            NodeCode.EXPORT_UNREADABLE,
            "the file is not an exported task that this release can read: " + why,
            "Export the task again, with `perdure task export ID`")
        .exception(cause);
  }
}
