package dev.perdure.log;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A log that stands before another one and passes everything on, but for what it does otherwise.
public interface ForwardingLog extends Log {
  /// The log behind it.
  Log log();

  @Override
  default Batch newBatch() {
    return log().newBatch();
  }

  @Override
  default Offset append(Batch batch) {
    return log().append(batch);
  }

  @Override
  default void sync() {
    log().sync();
  }

  @Override
  default void force() {
    log().force();
  }

  @Override
  default Offset end() {
    return log().end();
  }

  @Override
  default Offset durable() {
    return log().durable();
  }

  @Override
  default long forces() {
    return log().forces();
  }

  @Override
  default long epoch() {
    return log().epoch();
  }

  @Override
  default long identity() {
    return log().identity();
  }

  @Override
  default boolean seals() {
    return log().seals();
  }

  @Override
  default ValueStore values() {
    return log().values();
  }

  @Override
  default Cursor from(Offset first) {
    return log().from(first);
  }

  @Override
  default LogRecord at(Offset offset) {
    return log().at(offset);
  }

  @Override
  default CompactionReport compact(
      Offset below, Predicate<StreamKey> isDropped, BooleanSupplier goOn) {
    return log().compact(below, isDropped, goOn);
  }

  @Override
  default Offset droppedBelow() {
    return log().droppedBelow();
  }

  @Override
  default void close() {
    log().close();
  }

  @Override
  default int windowMillis() {
    return log().windowMillis();
  }
}
