package dev.perdure.log;

import dev.perdure.value.Hash;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A cursor over segment files: one reader for going forward, one for single records.
final class FileCursor implements Cursor {
  private final Log log;
  private final BatchReader forward;
  private final BatchReader single;
  private long next;

  FileCursor(Log log, Offset first, BatchReader forward, BatchReader single) {
    this.log = log;
    this.next = first.value();
    this.forward = forward;
    this.single = single;
  }

  @Override
  public @Nullable LogRecord next() {
    long end = log.end().value();
    if (next >= end) {
      return null;
    }
    var record = forward.next(next, end);
    next = record == null ? end : record.offset().value() + 1;
    return record;
  }

  @Override
  public LogRecord at(Offset offset) {
    var end = log.end();
    Appends.checkExists(offset, end);
    return single.record(offset.value(), end.value());
  }

  @Override
  public Offset previous(Offset offset) {
    var end = log.end();
    Appends.checkExists(offset, end);
    return new Offset(single.previous(offset.value(), end.value()));
  }

  @Override
  public void stream(Offset from, Offset newest, Consumer<RecordView> reader) {
    var end = log.end();
    Appends.checkExists(newest, end);
    single.stream(from.value(), newest.value(), end.value(), reader);
  }

  @Override
  public Hash fingerprint(Offset offset) {
    var end = log.end();
    Appends.checkExists(offset, end);
    return single.fingerprint(offset.value(), end.value());
  }

  @Override
  public void close() {
    forward.close();
    single.close();
  }
}
