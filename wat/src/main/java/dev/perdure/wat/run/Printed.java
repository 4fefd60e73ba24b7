package dev.perdure.wat.run;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.NotPortable;
import dev.perdure.wat.data.Show;
import java.util.function.Function;

/// What is printed: the EDN of a value that may cross a boundary (W11).
public final class Printed {
  private Printed() {}

  /// The value on one line.
  ///
  /// @param operation that was given it
  /// @throws Raise without a place, of a value that may not cross
  public static String line(String operation, Object value) {
    return written(operation, value, EdnWriter::writePortable);
  }

  /// The value on as many lines as it takes.
  ///
  /// @param operation that was given it
  /// @throws Raise without a place, of a value that may not cross
  public static String lines(String operation, Object value) {
    return written(operation, value, EdnWriter::writePortablePretty);
  }

  private static String written(String operation, Object value, Function<Object, String> writer) {
    try {
      return writer.apply(value);
    } catch (NotPortable fault) {
      throw Raise.mismatch(":" + operation, "a portable value", Show.of(fault.value()));
    }
  }
}
