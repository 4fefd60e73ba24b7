package dev.perdure.log;

/// A place between two batches: what the next one has to fit to.
///
/// @param end the offset its first record has to have
/// @param checksum the checksum of the batch before, if `known`
/// @param known false where the reading began in the middle of a log
/// @param epoch of the batch before: the next has this or a later one
/// @param timeMillis of the batch before
/// @param durable what is proved to have been durable by the batches before
record ChainPoint(
    long end, int checksum, boolean known, long epoch, long timeMillis, long durable) {
  /// Before the first batch of a log.
  static final ChainPoint START = new ChainPoint(0, 0, true, 0, 0, 0);

  /// The beginning of a segment whose predecessor was not read.
  static ChainPoint unknown(long first) {
    return new ChainPoint(first, 0, false, 0, 0, first);
  }

  /// Whether a header is that of the next batch.
  boolean precedes(BatchHeader next) {
    return next.from() == end && isLinkedTo(next) && next.epoch() >= epoch;
  }

  /// Whether a header names the batch before as its predecessor, as far as that is known.
  boolean isLinkedTo(BatchHeader next) {
    return !known || next.previous() == checksum;
  }

  /// The place after a batch.
  ///
  /// @param handsOn the checksum that the next one names
  ChainPoint after(BatchHeader batch, int handsOn) {
    return new ChainPoint(
        batch.end(),
        handsOn,
        true,
        batch.epoch(),
        batch.timeMillis(),
        Math.max(durable, batch.durable()));
  }

  /// The same place with another proof of what was durable.
  ChainPoint withDurable(long proof) {
    return new ChainPoint(end, checksum, known, epoch, timeMillis, Math.max(durable, proof));
  }
}
