package dev.perdure.log;

import dev.perdure.value.Hash;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which values the records of a log refer to. What sealed segments say is remembered: only the
/// last one is read each time. For one thread at a time.
final class References {
  private final Storage storage;
  private final long identity;
  private final Map<Segment, Set<Hash>> sealed = new HashMap<>();

  References(Storage storage, long identity) {
    this.storage = storage;
    this.identity = identity;
  }

  /// The names of all values that the records of some segments refer to.
  Set<Hash> in(Segments segments) throws IOException {
    var all = segments.all();
    sealed.keySet().retainAll(Set.copyOf(all));
    var names = new HashSet<Hash>();
    for (var segment : all) {
      var known = sealed.get(segment);
      if (known == null) {
        known = new HashSet<>();
        for (var reference : in(storage, identity, segment.name())) {
          known.add(reference.name());
        }
        if (segment != all.getLast()) {
          sealed.put(segment, known);
        }
      }
      names.addAll(known);
    }
    return names;
  }

  /// Adds the values that the records of a sound batch refer to.
  ///
  /// @param at where it begins in the bytes of the window
  static void add(Set<Reference> references, BatchHeader batch, Window window, int at) {
    int record = at + BatchHeader.BYTES;
    for (int i = 0; i < batch.count(); i++) {
      references.addAll(RecordLayout.references(window.bytes(), record));
      record += RecordLayout.bytesAt(window.bytes(), record);
    }
  }

  /// The values that the sound records at the beginning of a segment refer to.
  private static Set<Reference> in(Storage storage, long identity, SegmentName segment)
      throws IOException {
    var references = new HashSet<Reference>();
    try (var file = storage.open(segment.fileName(), false)) {
      var window = new Window(file);
      for (long position = 0; ; ) {
        int at = window.at(position, BatchHeader.BYTES);
        var batch = at < 0 ? null : BatchHeader.read(window.bytes(), at, identity);
        at = batch == null ? -1 : window.at(position, batch.span());
        if (batch == null || at < 0 || !batch.recordsAreSound(window.bytes(), at)) {
          return references;
        }
        add(references, batch, window, at);
        position += batch.span();
      }
    }
  }
}
