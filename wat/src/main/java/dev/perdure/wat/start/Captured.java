package dev.perdure.wat.start;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.AggregateShape;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.run.Raise;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function that is run apart: what it printed and how it failed become a `RunResult` (W17).
final class Captured {
  private static final AggregateShape RESULT =
      record("wat::test::RunResult", "stdout", "stderr", "failure");
  private static final AggregateShape FAILURE =
      record("wat::kernel::Failure", "message", "location", "frames", "actual", "expected");
  private static final AggregateShape SPAN =
      record("wat::core::Span", "file", "line", "col", "end");
  private static final AggregateShape POS = record("wat::core::Pos", "line", "col");

  private final ProcessWorld world;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  Captured(ProcessWorld world) {
    this.world = world;
  }

  private static AggregateShape record(String path, String... fields) {
    return new AggregateShape(path, true, List.of(fields));
  }

  Object run(Function function) {
    var outBefore = world.out();
    var errBefore = world.err();
    world.redirect(new PrintWriter(out), new PrintWriter(err));
    try {
      function.apply(new Object[0]);
      return result(null);
    } catch (Raise raise) {
      return result(failure(raise.diagnostic()));
    } catch (ProcessWorld.Ended ended) {
      return result(
          Aggregate.of(
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
    return Aggregate.of(RESULT, lines(out), lines(err), Variant.option(failure));
  }

  private static Vector lines(StringWriter text) {
    return Vector.ofAll(text.toString().lines().toList());
  }

  private static Object failure(Diagnostic diagnostic) {
    boolean isAssertion = diagnostic.kind().fields().contains("actual");
    return Aggregate.of(
        FAILURE,
        diagnostic.message(),
        location(diagnostic.span()),
        Vector.EMPTY,
        isAssertion ? text(diagnostic.field("actual")) : Variant.NONE,
        isAssertion ? text(diagnostic.field("expected")) : Variant.NONE);
  }

  private static Object text(Object field) {
    return field.equals("") ? Variant.NONE : Variant.some(field);
  }

  private static Object location(@Nullable Span span) {
    return span == null
        ? Variant.NONE
        : Variant.some(
            Aggregate.of(
                SPAN,
                span.source(),
                (long) span.start().line(),
                (long) span.start().column(),
                Variant.some(position(span.end()))));
  }

  private static Object position(Position position) {
    return Aggregate.of(POS, (long) position.line(), (long) position.column());
  }
}
