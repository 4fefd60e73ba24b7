package dev.perdure.log;

import dev.perdure.log.VerifyReport.ValueReport;
import dev.perdure.value.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at the files of values that records refer to. A file is named by the hash of what is in
/// it, unless it is sealed: then it opens under its name.
///
/// @param sealed whether values may be sealed
/// @param codec opens those that are; null: of sealed ones only the length is looked at
record ValueCheck(Storage storage, boolean sealed, @Nullable PayloadCodec codec, ValueBound bound) {

  /// @param codec taken only if it has all keys that were used: with one less, what is sound could
  ///   not be told from what has changed
  static ValueCheck of(Storage storage, long identity, @Nullable PayloadCodec codec)
      throws IOException {
    boolean sealed = storage.list().contains(UsedKeys.FILE);
    boolean opens =
        sealed && codec != null && codec.keys().containsAll(UsedKeys.read(storage).names());
    return new ValueCheck(storage, sealed, opens ? codec : null, new ValueBound(identity));
  }

  ValueReport of(Set<Reference> referred) throws IOException {
    var missing = new ArrayList<String>();
    var changed = new ArrayList<String>();
    for (var reference : referred) {
      var name = reference.name();
      if (!storage.exists(ValueFiles.path(name))) {
        missing.add(name.toString());
      } else if (!isWhole(reference)) {
        changed.add(name.toString());
      }
    }
    Collections.sort(missing);
    Collections.sort(changed);
    return new ValueReport(referred.size() - missing.size(), missing, changed);
  }

  private boolean isWhole(Reference reference) throws IOException {
    try (var file = storage.open(ValueFiles.path(reference.name()), false)) {
      if (file.size() != reference.bytes()) {
        return false;
      }
      if (sealed && codec == null) {
        return true;
      }
      var bytes = new byte[reference.bytes()];
      file.read(ByteBuffer.wrap(bytes), 0);
      return Hash.ofBytes(bytes).equals(reference.name())
          || (codec != null && opens(codec, reference.name(), bytes));
    }
  }

  private boolean opens(PayloadCodec with, Hash name, byte[] bytes) {
    return with.opener().open(bound.of(name), ByteBuffer.wrap(bytes)) != null;
  }
}
