package dev.perdure.index;

import dev.perdure.engine.Clock;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps the tables of a data directory in step with its log: derived, never the truth. What the
/// tables hold is a fold of the log up to an offset that is committed with them, and only of what
/// is durable, so a crash leaves them behind the log and never ahead of it.
///
/// Of a log that seals its payloads they hold no text of these: see [Sealing].
///
/// A file that was made from another log, before the log was sealed, by a release with other
/// tables, or whose bytes have changed is deleted and made anew. For one platform thread at a time.
public final class Index implements AutoCloseable {
  private final IndexFiles files;
  private final Log log;
  private final Clock clock;
  private Tables tables;
  private Position position;
  private RouteBook routes;
  private Object key;
  private @Nullable Cursor cursor;

  /// The tables hold nothing of what was dropped from the log below this offset.
  private long dropped;

  /// Where damage was found last: the same place again means that the file is not to blame.
  private long damagedAt = -1;

  private Index(IndexFiles files, Log log, Clock clock) throws SQLException, IOException {
    this.files = files;
    this.log = log;
    this.clock = clock;
    dropped = log.droppedBelow().value();
    tables = fitting();
    position = tables.position();
    routes = tables.routes();
    key = key();
  }

  /// Opens the index of a data directory, or makes it.
  ///
  /// @param dataDirectory the directory above the log's
  /// @param log of that directory
  /// @param clock for when rows were written
  /// @throws dev.perdure.value.PerdureException `INDEX_UNUSABLE`
  public static Index open(Path dataDirectory, Log log, Clock clock) {
    var files = IndexFiles.of(dataDirectory);
    try {
      return new Index(files, log, clock);
    } catch (SQLException | IOException e) {
      throw SqliteProblems.unusable(files.file(), e);
    }
  }

  /// Deletes the index of a data directory, which the caller owns.
  ///
  /// @throws dev.perdure.value.PerdureException `INDEX_UNUSABLE`
  public static void delete(Path dataDirectory) {
    var files = IndexFiles.of(dataDirectory);
    try {
      files.delete();
    } catch (IOException e) {
      throw SqliteProblems.unusable(files.file(), e);
    }
  }

  private Tables fitting() throws SQLException, IOException {
    files.makeFolder();
    if (files.present() && files.whole()) {
      var found = found();
      if (found != null) {
        return found;
      }
    }
    files.delete();
    var fresh = Tables.open(files.file());
    try {
      fresh.create(log.identity(), log.seals());
      return fresh;
    } catch (SQLException e) {
      fresh.close();
      throw e;
    }
  }

  /// The tables that are there; null if they are of no use.
  private @Nullable Tables found() throws SQLException {
    Tables found = null;
    try {
      found = Tables.open(files.file());
      if (found.fit() && found.sealed() == log.seals() && continues(found.position())) {
        found.routes();
        return found;
      }
      found.close();
      return null;
    } catch (SQLException e) {
      if (found != null) {
        found.close();
      }
      if (SqliteProblems.isDamage(e)) {
        return null;
      }
      throw e;
    }
  }

  /// Whether the log goes on where these tables end: it is the same, and has the same past. One
  /// that was restored from a copy, or salvaged, may have another.
  private boolean continues(Position at) {
    if (at.log() != log.identity() || at.nextOffset() > log.durable().value()) {
      return false;
    }
    if (at.nextOffset() == 0) {
      return true;
    }
    if (at.nextOffset() <= log.droppedBelow().value()) {
      return false;
    }
    var last = new Offset(at.nextOffset() - 1);
    try (var reader = log.from(last)) {
      return at.fingerprint().equals(fingerprint(reader, last));
    }
  }

  /// What tells an event from any other that might stand at its offset.
  private static String fingerprint(Cursor reader, Offset offset) {
    return reader.fingerprint(offset).toString();
  }

  /// Applies the next durable events of the log, in one transaction: whole batches, and some
  /// thousand events at most beside what the last of them holds.
  ///
  /// @return whether there were any
  /// @throws dev.perdure.value.PerdureException `INDEX_UNUSABLE`; `LOG_DAMAGED` and the like if the
  ///   log cannot be read. What was committed is kept; try again after the cause is mended
  public boolean advance() {
    if (!key.equals(files.key()) || overtaken()) {
      reopen();
    }
    if (position.nextOffset() >= log.durable().value()) {
      return false;
    }
    try {
      step();
    } catch (Misfit | SQLException e) {
      mend(e);
    } catch (RuntimeException e) {
      forgetCursor();
      throw e;
    }
    return true;
  }

  /// Applies all that is durable by now.
  ///
  /// @throws dev.perdure.value.PerdureException as [#advance]
  public void catchUp() {
    long end = log.durable().value();
    while (position.nextOffset() < end) {
      advance();
    }
  }

  /// Whether events were dropped from the log that these tables have not come to, while they stand
  /// between events that they hold and such as they do not. Those made from the beginning hold none
  /// of what was dropped before.
  private boolean overtaken() {
    return log.droppedBelow().value() > dropped
        && position.nextOffset() > 0
        && position.nextOffset() <= log.droppedBelow().value();
  }

  private void step() throws SQLException {
    long durable = log.durable().value();
    var reader = cursor == null ? log.from(new Offset(position.nextOffset())) : cursor;
    cursor = reader;
    var routesAfter = routes.copy();
    var changes = new Changes(tables, routesAfter, log.droppedBelow().value());
    long first = position.nextOffset();
    long bytes = 0;
    LogRecord last;
    do {
      last = Objects.requireNonNull(reader.next(), "what is durable can be read");
      apply(changes, last);
      bytes += last.payload().length;
    } while (!changes.ended() && !endsBefore(durable, last, bytes, last.offset().value() - first));
    if (overtaken()) {
      return; // while it was read
    }
    var to =
        new Position(
            log.identity(),
            last.offset().value() + 1,
            fingerprint(reader, last.offset()),
            clock.millis());
    tables.apply(position, to, writes(changes));
    position = to;
    routes = routesAfter;
  }

  private List<Write> writes(Changes changes) {
    var all = changes.writes();
    return log.seals() ? all.stream().flatMap(write -> Sealing.of(write).stream()).toList() : all;
  }

  /// Whether a transaction ends behind a record: at what is not durable, or with a batch if it is
  /// large already.
  private static boolean endsBefore(long durable, LogRecord last, long bytes, long events) {
    long next = last.offset().value() + 1;
    boolean large = events >= Limits.TRANSACTION_EVENTS || bytes >= Limits.TRANSACTION_BYTES;
    return next == durable || (large && next == last.batch().end().value());
  }

  private static void apply(Changes changes, LogRecord record) throws SQLException {
    var kind = record.kind();
    var task = new TaskId(record.stream().high(), record.stream().low());
    var event = EventCodec.decode(kind.type(), kind.version(), task, record.decoder());
    changes.apply(event, record.offset().value(), record.batch().timeMillis());
  }

  /// Begins again from what was committed, or from nothing if that is damaged.
  private void mend(Exception failure) {
    boolean damage = !(failure instanceof SQLException e) || SqliteProblems.isDamage(e);
    if (damage && damagedAt >= position.nextOffset()) {
      forgetCursor();
      throw SqliteProblems.unusable(files.file(), failure);
    }
    if (damage) {
      damagedAt = position.nextOffset();
      discard();
    }
    reopen();
    if (!damage) {
      throw SqliteProblems.unusable(files.file(), failure);
    }
  }

  private void discard() {
    closeTables();
    try {
      files.delete();
    } catch (IOException e) {
      throw SqliteProblems.unusable(files.file(), e);
    }
  }

  private void reopen() {
    forgetCursor();
    closeTables();
    try {
      long droppedBefore = log.droppedBelow().value();
      tables = fitting();
      position = tables.position();
      routes = tables.routes();
      key = key();
      dropped = droppedBefore;
    } catch (SQLException | IOException e) {
      throw SqliteProblems.unusable(files.file(), e);
    }
  }

  private Object key() throws IOException {
    var found = files.key();
    if (found == null) {
      throw new IOException("the file is gone");
    }
    return found;
  }

  private void forgetCursor() {
    if (cursor != null) {
      cursor.close();
      cursor = null;
    }
  }

  private void closeTables() {
    try {
      tables.close();
    } catch (SQLException e) {
      // Nothing is lost: what was committed is in the file, and the file is about to be opened anew
      // or not to be used any more.
      return;
    }
  }

  /// How far the tables have come.
  public Position position() {
    return position;
  }

  @Override
  public void close() {
    forgetCursor();
    closeTables();
  }
}
