package dev.perdure.wat.run;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.NotPortable;
import dev.perdure.wat.data.Show;
import java.util.function.Function;

/// What is printed: the EDN of a value that may cross a boundary (W11).
public final class Printed {
  private Printed() {}

  /// The text of the value that an operation `wat::kernel::println` or its kin was given.
  ///
  /// @throws Raise without a place, of a value that may not cross
  public static String of(String operation, Object value) {
    Function<Object, String> writer =
        operation.contains("pprintln") ? EdnWriter::writePortablePretty : EdnWriter::writePortable;
    try {
      return writer.apply(value);
    } catch (NotPortable fault) {
      throw Raise.mismatch(":" + operation, "a portable value", Show.of(fault.value()));
    }
  }
}
