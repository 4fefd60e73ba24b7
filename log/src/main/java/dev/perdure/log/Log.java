package dev.perdure.log;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An append-only log of records in batches. What was appended and synced is there after any crash;
/// what was appended only is a prefix of whole batches.
///
/// One thread writes: [#newBatch], [#append], [#sync], [#force], [#at] and [#close] are called by
/// it alone, and nobody interrupts it. [#end], [#durable], [#forces], [#epoch], [#identity],
/// [#windowMillis], [#seals], [#values] and [#from] may be called by any thread. Calls do their
/// work before they return; the one thread behind them writes the zeros of the next segment ahead
/// of time.
///
/// A write or sync that failed poisons the log: that call and every later one throws
/// `LOG_WRITE_FAILED` with the first cause. What is on the disk is then known only after the log is
/// opened again; nothing that was durable is lost.
public interface Log extends AutoCloseable {
  /// A batch for this log, which seals its records if the log does. It has to be begun.
  Batch newBatch();

  /// Writes one batch, all or nothing. It can be read at once, and is durable after [#sync].
  ///
  /// @param batch made by [#newBatch] and begun at [#end]; with at least one record
  /// @return the offset of its first record
  /// @throws dev.perdure.value.PerdureException `LOG_TOO_LARGE` if it does not fit a segment
  ///   (nothing was written), `LOG_WRITE_FAILED`
  Offset append(Batch batch);

  /// Makes what was appended as safe as the log's [Durability] promises: durable on return with
  /// `fsync`, durable within the window with `async`.
  void sync();

  /// Makes everything appended durable, whatever the [Durability].
  void force();

  /// The offset the next record gets: how many records there are.
  Offset end();

  /// Every record below it is durable, for certain; grows with syncs.
  Offset durable();

  /// How often this owner had the disk make its writes durable, for its figures.
  long forces();

  /// Which ownership of the log this is: greater than that of every batch written before it was
  /// opened. A durable record of an epoch means that no other owner has or gets it.
  long epoch();

  /// A number that no other log has: what is derived from a log says by it from which.
  long identity();

  /// A cursor of the caller's own, whose first record is at this offset.
  ///
  /// @param first 0 to [#end]
  Cursor from(Offset first);

  /// One record, for the writer's thread; others use [Cursor#at].
  ///
  /// @throws IllegalArgumentException if there is no such record
  /// @throws dev.perdure.value.PerdureException `LOG_DROPPED` if it is no longer kept
  LogRecord at(Offset offset);

  /// Gives back the space of records that nobody needs: rewrites segments below an offset without
  /// them. Offsets stay what they are. Blocks for as long as that takes; from any thread but the
  /// writer's, one at a time, and not after [#close]. A segment that can be compacted again only
  /// with little gain is left as it is.
  ///
  /// @param below at most [#durable]
  /// @param isDropped whether all records of a stream are to go; it is asked for records below
  ///   `below`, never for [StreamKey#NONE], whose records stay
  /// @param goOn asked now and then; when it says no, the rest is left
  /// @throws dev.perdure.value.PerdureException `LOG_WRITE_FAILED`: nothing is lost
  CompactionReport compact(Offset below, Predicate<StreamKey> isDropped, BooleanSupplier goOn);

  /// Records at and above this offset are all there; below it some may have been dropped. What is
  /// derived from this log and has not come further does not fit to it any more. 0: none was
  /// dropped.
  Offset droppedBelow();

  /// Syncs and releases the log. Closing twice does nothing.
  @Override
  void close();

  /// How long what was appended may go unforced after a [#sync], in milliseconds; 0: it does not.
  int windowMillis();

  /// The values that records refer to.
  ValueStore values();

  /// Whether what is appended is sealed: then what is derived from the log keeps no payloads
  /// either, unless it seals them.
  boolean seals();

  /// A log in memory, which is gone with the object: for tests and for `memory` durability.
  static Log inMemory() {
    return new MemoryLog();
  }

  /// Opens the log in a directory, or makes it: recovers what a crash left, and becomes its owner.
  /// Reads the segments from [LogSettings#checkFrom] on.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_LOCKED` if another process owns it,
  ///   `LOG_DAMAGED` if durable bytes changed, `LOG_KEY_MISSING` if records are sealed with a key
  ///   that is not given (nothing is touched then), `LOG_VERSION`, `LOG_UNREADABLE`,
  ///   `LOG_WRITE_FAILED`
  static Log open(Path directory, LogSettings settings) {
    return open(new FileStorage(directory), settings);
  }

  /// The same on any storage.
  static Log open(Storage storage, LogSettings settings) {
    return Opening.open(storage, settings);
  }

  /// Opens the log in a directory as a copy of another one and closes it again: whoever opens it
  /// next has an epoch that is so far ahead. Takes no key, for it neither reads nor seals a record.
  ///
  /// @throws dev.perdure.value.PerdureException as [#open], but for `LOG_KEY_MISSING`
  static void skipEpochs(Path directory, long epochs) {
    Opening.skipEpochs(new FileStorage(directory), epochs);
  }

  /// Reads a whole log that is not in use and says what is in it, without changing anything.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_LOCKED`, `LOG_VERSION`, `LOG_UNREADABLE`; and
  ///   `LOG_DAMAGED` if there is no stamp or no segment to begin with
  static VerifyReport verify(Path directory) {
    return verify(directory, null);
  }

  /// The same, with keys: of a sealed log the large values are opened, too.
  ///
  /// @param codec null, or one that lacks a key which was used: of sealed values only the length is
  ///   looked at
  /// @throws dev.perdure.value.PerdureException as [#verify(Path)]
  static VerifyReport verify(Path directory, @Nullable PayloadCodec codec) {
    return Readings.verify(new FileStorage(directory), codec);
  }

  /// The same for a copy that nobody will ever open where it is: takes no lock.
  ///
  /// @throws dev.perdure.value.PerdureException as [#verify(Path)], but for `LOG_LOCKED`
  static VerifyReport verifyCopy(Path directory, @Nullable PayloadCodec codec) {
    return Readings.verifyCopy(new FileStorage(directory), codec);
  }

  /// The same on any storage.
  static VerifyReport verify(Storage storage) {
    return Readings.verify(storage, null);
  }

  /// Where a log ends now, whoever owns it: reads batch headers only, takes no lock and changes
  /// nothing. While an owner writes, the log may end later already.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_VERSION`, `LOG_UNREADABLE`; and `LOG_DAMAGED`
  ///   if there is no stamp or no segment to begin with
  static Offset endOf(Path directory) {
    return Readings.end(new FileStorage(directory));
  }

  /// Cuts a damaged log to its longest sound prefix, so that it can be opened again. The damaged
  /// segments are kept in a folder of the directory. Does nothing to a sound log.
  ///
  /// @throws dev.perdure.value.PerdureException as [#verify(Path)], and `LOG_WRITE_FAILED`: salvage
  ///   again
  static SalvageReport salvage(Path directory) {
    return salvage(new FileStorage(directory));
  }

  /// The same on any storage.
  static SalvageReport salvage(Storage storage) {
    return Salvage.run(storage);
  }
}
