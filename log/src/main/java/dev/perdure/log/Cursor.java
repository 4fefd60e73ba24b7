package dev.perdure.log;

import dev.perdure.value.Hash;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a log. Belongs to one thread at a time, which may be virtual and may be interrupted: a
/// cursor has its own files open, and what becomes of it harms nobody else.
///
/// It sees what was appended, durable or not: whoever must not run ahead of durability compares
/// with [Log#durable]. All checksums are verified; damage is `LOG_DAMAGED`, never data. What is
/// sealed is opened, or is `LOG_KEY_MISSING` or `LOG_SEAL_BROKEN`.
public interface Cursor extends AutoCloseable {
  /// The next record that is kept, or null at the present end of the log; call again later for
  /// more. Blocks for file reads only.
  @Nullable LogRecord next();

  /// One record, wherever it is; [#next] goes on as if this had not been called.
  ///
  /// @throws IllegalArgumentException if the log has no such record
  /// @throws dev.perdure.value.PerdureException `LOG_DROPPED` if it is no longer kept
  LogRecord at(Offset offset);

  /// The offset of the record before one in its stream, or [Offset#NONE]: a stream is found by
  /// going back along these from its newest record.
  ///
  /// @throws IllegalArgumentException if the log has no such record
  /// @throws dev.perdure.value.PerdureException `LOG_DROPPED` if it is no longer kept
  Offset previous(Offset offset);

  /// Passes on records of one stream in log order: the newest that is wanted, and those before it
  /// down to an offset. They are never held together: the way goes back without reading what they
  /// hold, and forward again reading it. [#next] goes on as if this had not been called.
  ///
  /// @param from of the stream's records before this none is passed on
  /// @param newest the last that is passed on
  /// @param reader the same view each time, valid during the call, in which the cursor must not be
  ///   used
  /// @throws IllegalArgumentException if the log has no record `newest`
  /// @throws dev.perdure.value.PerdureException `LOG_DROPPED` if one of them is no longer kept
  void stream(Offset from, Offset newest, Consumer<RecordView> reader);

  /// What tells a record from any other that might have its offset: a hash over the record as it is
  /// stored and the head of its batch. Of a sealed record it tells nothing without a key.
  ///
  /// @throws IllegalArgumentException if the log has no such record
  Hash fingerprint(Offset offset);

  @Override
  void close();
}
