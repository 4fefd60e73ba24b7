package dev.perdure.wat.start;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.library.Errors;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/// Code that is run apart: what it printed and how it failed become a `RunResult` (W17).
final class Captured implements World.Capture {
  private static final String RESULT = "wat::test::RunResult";

  private final ProcessWorld world;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /// @param process whose the code is, but for its lines
  Captured(ProcessWorld process) {
    world = process.printing(new PrintWriter(out), new PrintWriter(err));
  }

  @Override
  public ProcessWorld world() {
    return world;
  }

  /// Runs a program; what became of it.
  Object run(Runnable program) {
    try {
      program.run();
      return result(null);
    } catch (Raise raise) {
      return result(Errors.failure(raise.diagnostic()));
    } catch (World.Ended ended) {
      return result(Errors.ended());
    }
  }

  @Override
  public Object result(@Nullable Object failure) {
    return Made.record(RESULT, lines(out), lines(err), Variant.option(failure));
  }

  /// The result of what did not start.
  static Object notStarted(Diagnostic diagnostic) {
    return Made.record(
        RESULT, Vector.EMPTY, Vector.EMPTY, Variant.some(Errors.failure(diagnostic)));
  }

  private static Vector lines(StringWriter text) {
    return Vector.ofAll(text.toString().lines().toList());
  }
}
