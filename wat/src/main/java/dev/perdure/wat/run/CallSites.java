package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.library.Made;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The places where a program calls, as values (W15.5). Threads may share one.
final class CallSites {
  private static final String FRAME = "wat::kernel::Frame";

  private final Checked program;
  private final Map<Span, Aggregate> frames = new ConcurrentHashMap<>();

  CallSites(Checked program) {
    this.program = program;
  }

  /// The `Frame` of who calls there.
  ///
  /// @param place null where nobody in the program does
  Aggregate frame(@Nullable Span place) {
    return place == null
        ? Made.record(FRAME, "", 0L, "")
        : frames.computeIfAbsent(place, this::found);
  }

  private Aggregate found(Span place) {
    var symbol =
        program.codes().values().stream()
            .filter(code -> holds(code.span(), place))
            .min(Comparator.comparingInt(code -> size(code.span())))
            .map(CallSites::symbol)
            .orElse("");
    return Made.record(FRAME, place.source(), (long) place.start().line(), symbol);
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.source().equals(inner.source())
        && outer.start().offset() <= inner.start().offset()
        && inner.end().offset() <= outer.end().offset();
  }

  private static int size(Span span) {
    return span.end().offset() - span.start().offset();
  }

  /// The path of a function; of a clause, without its number.
  private static String symbol(Code code) {
    int clause = code.name().indexOf('#');
    return ":" + (clause < 0 ? code.name() : code.name().substring(0, clause));
  }
}
