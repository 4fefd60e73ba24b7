package dev.perdure.log;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The problems that are reported from more than one place.
final class Problems {
  private Problems() {}

  static RuntimeException unreadable(Storage storage, IOException cause) {
    return new Problem(
            LogCode.LOG_UNREADABLE,
            "The log could not be read: " + cause,
            storage.toString(),
            "Check that the directory exists, that this user owns it, and the health of the disk")
        .exception(cause);
  }

  static PerdureException writeFailed(String where, Throwable cause) {
    return new Problem(
            LogCode.LOG_WRITE_FAILED,
            "The log could not be written: " + cause,
            where,
            "Check the free space and the health of the disk, then start again; nothing that was"
                + " durable is lost")
        .exception(cause);
  }

  static RuntimeException version(Storage storage, String found) {
    return new Problem(
            LogCode.LOG_VERSION,
            "The log has " + found + ", which this release does not know",
            storage.toString(),
            "Run the release that wrote it, or a later one")
        .exception();
  }

  static RuntimeException damaged(Storage storage, Damage damage) {
    return new Problem(
            LogCode.LOG_DAMAGED,
            damage.what() + ": records " + damage.lost() + " are lost",
            storage + "/" + damage.segment() + " byte " + damage.position(),
            "Restore the directory from a copy, or keep the records before "
                + damage.from()
                + " with perdure log salvage")
        .exception();
  }

  static RuntimeException dropped(Object log, long offset) {
    return new Problem(
            LogCode.LOG_DROPPED,
            "Record " + offset + " is no longer kept",
            log.toString(),
            "Keep records for longer, or look for it in a backup; `perdure explain LOG_DROPPED`")
        .exception();
  }

  /// @param key its name; null: no key was given at all
  static PerdureException keyMissing(String where, @Nullable String key) {
    return new Problem(
            LogCode.LOG_KEY_MISSING,
            key == null
                ? "The log has sealed records, and no keys were given"
                : "The log has records that are sealed with the key "
                    + key
                    + ", which is not among the keys that were given",
            where,
            "Name the file of its keys, with --keys FILE or PERDURE_KEYS, or in the program's"
                + " NodeConfig")
        .exception();
  }

  static PerdureException sealBroken(String where, Offset offset) {
    return new Problem(
            LogCode.LOG_SEAL_BROKEN,
            "The sealed record " + offset + " does not open with the key that it names",
            where,
            "Restore the directory from a copy; `perdure explain LOG_SEAL_BROKEN` says what may"
                + " have happened")
        .exception();
  }

  static RuntimeException withoutSegments(Storage storage) {
    return new Problem(
            LogCode.LOG_DAMAGED,
            "All segments are missing, and with them all records",
            storage.toString(),
            "Restore the directory from a copy; without one there is nothing to salvage: move the"
                + " directory away and begin with a new one")
        .exception();
  }
}
