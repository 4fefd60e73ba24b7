package dev.perdure.log;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;

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
