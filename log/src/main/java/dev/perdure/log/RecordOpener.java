package dev.perdure.log;

import dev.perdure.value.ValueSource;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Opens the payloads of the sealed records of one log. For one thread at a time.
final class RecordOpener {
  private final String where;
  private final @Nullable PayloadCodec codec;
  private final RecordBound bound;
  private final ValueSource values;
  private PayloadCodec.@Nullable Opener opener;

  /// @param where the log, for people
  /// @param codec null: nothing sealed can be opened
  /// @param values that records refer to
  RecordOpener(String where, long identity, @Nullable PayloadCodec codec, ValueSource values) {
    this.values = values;
    this.where = where;
    this.codec = codec;
    this.bound = new RecordBound(identity);
  }

  /// Where the values are that records refer to.
  ValueSource values() {
    return values;
  }

  /// The payload of the sealed record at a position.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_KEY_MISSING`, `LOG_SEAL_BROKEN`
  byte[] open(ByteBuffer from, int at, Offset offset) {
    var sealed = RecordLayout.stored(from, at);
    var by = codec;
    if (by == null) {
      throw Problems.keyMissing(where, null);
    }
    var opens = opener == null ? by.opener() : opener;
    opener = opens;
    var payload = opens.open(bound.of(from, at, offset), sealed);
    if (payload == null) {
      checkKey(by, sealed);
      throw Problems.sealBroken(where, offset);
    }
    return payload;
  }

  /// Whether the record at a position could be opened, as far as its key tells.
  void check(ByteBuffer from, int at) {
    if (!RecordLayout.isSealed(from, at)) {
      return;
    }
    var by = codec;
    if (by == null) {
      throw Problems.keyMissing(where, null);
    }
    checkKey(by, RecordLayout.stored(from, at));
  }

  private void checkKey(PayloadCodec by, ByteBuffer sealed) {
    var name = by.keyOf(sealed);
    if (!name.isEmpty() && !by.keys().contains(name)) {
      throw Problems.keyMissing(where, name);
    }
  }
}
