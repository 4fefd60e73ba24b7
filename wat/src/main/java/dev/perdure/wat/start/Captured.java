package dev.perdure.wat.start;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.library.Errors;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Raise;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/// Code that is run apart: what it printed and how it failed become a `RunResult` (W17).
final class Captured {
  private static final String RESULT = "wat::test::RunResult";
  private static final String FAILURE = "wat::kernel::Failure";

  private final ProcessWorld world;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  Captured(ProcessWorld world) {
    this.world = world;
  }

  Object run(Runnable code) {
    var outBefore = world.out();
    var errBefore = world.err();
    world.redirect(new PrintWriter(out), new PrintWriter(err));
    try {
      code.run();
      return result(null);
    } catch (Raise raise) {
      return result(Errors.failure(raise.diagnostic()));
    } catch (ProcessWorld.Ended ended) {
      return result(
          Made.record(
              FAILURE,
              "the process was ended by a value on stderr",
              Variant.NONE,
              Vector.EMPTY,
              Variant.NONE,
              Variant.NONE));
    } finally {
      world.redirect(outBefore, errBefore);
    }
  }

  private Object result(@Nullable Object failure) {
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
