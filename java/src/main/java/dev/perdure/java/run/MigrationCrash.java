package dev.perdure.java.run;

import dev.perdure.java.codec.CodecCode;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is recorded cannot be read, because its migration fails. As the value stays as it
/// is, this must become no outcome of a task: the attempt crashes, so that a version whose function
/// is whole can read it.
final class MigrationCrash extends InternalError {
  private final transient Problem problem;

  private MigrationCrash(PerdureException failure) {
    super(failure.problem().text(), failure);
    this.problem = failure.problem();
    var cause = failure.getCause();
    setStackTrace(cause == null ? new StackTraceElement[0] : cause.getStackTrace());
  }

  /// What `read` returns, of a value that a task's code is given.
  ///
  /// @throws MigrationCrash in the place of `MIGRATION_FAILED`
  static <T extends @Nullable Object> T unlessRead(Supplier<T> read) {
    try {
      return read.get();
    } catch (PerdureException e) {
      if (e.problem().code() == CodecCode.MIGRATION_FAILED) {
        throw new MigrationCrash(e);
      }
      throw e;
    }
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // a crash is told by what it is printed as
  public String toString() {
    return problem.text();
  }
}
