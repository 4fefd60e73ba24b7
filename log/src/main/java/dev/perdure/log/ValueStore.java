package dev.perdure.log;

import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;

/// The values that the records of a log refer to: they stand beside it, each once, by the hash of
/// its bytes. A value is kept as long as a record refers to it. For any thread.
public interface ValueStore extends ValueSource {
  /// Writes a value, durably, ahead of the record that shall refer to it: the writer, which makes
  /// sure of it anyway, does not have to wait for the disk then. Takes as long as the disk does,
  /// but for a value that is there already. One that no record comes to refer to is deleted at some
  /// time.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_WRITE_FAILED`: nothing is lost, and the log
  ///   can be used
  void keep(Referred value);
}
