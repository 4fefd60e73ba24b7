package dev.perdure.log;

import org.jspecify.annotations.Nullable;

/// The checks every implementation of [Log] makes on its arguments.
final class Appends {
  private Appends() {}

  static void check(Batch batch, Offset end) {
    if (batch.isEmpty()) {
      throw new IllegalArgumentException("a batch has at least one record");
    }
    if (!batch.first().equals(end)) {
      throw new IllegalArgumentException(
          "the batch begins at " + batch.first() + ", the log ends at " + end);
    }
  }

  static void checkSeal(Batch batch, @Nullable PayloadCodec codec, long identity) {
    if (!batch.fits(codec, identity)) {
      throw new IllegalArgumentException(
          "the batch was not made by this log, which seals otherwise");
    }
  }

  static void checkStart(Offset first, Offset end) {
    if (first.isNone() || end.isBefore(first)) {
      throw new IllegalArgumentException("cannot read from " + first + " of " + end);
    }
  }

  static void checkExists(Offset offset, Offset end) {
    if (offset.isNone() || !offset.isBefore(end)) {
      throw new IllegalArgumentException("there is no record " + offset + " of " + end);
    }
  }
}
