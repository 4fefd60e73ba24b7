package dev.perdure.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call in which another version can stand in for the one that ran: what a shadow and a
/// switched replay have in common. The other version gets its outcomes from the span of the one
/// that ran.
///
/// @param start of the task
/// @param routes that bind the task
/// @param function that was called
/// @param recorded the version that ran
/// @param other the version that stands in for it
/// @param switched the versions of functions inside the call; `function` itself is among them
/// @param arguments of the call, encoded before it was made
/// @param span what the call and its callees asked, and what they were answered
/// @param outcome how the call ended; null if its history ends inside it
public record StandIn(
    Event.Started start,
    RouteTable routes,
    FunctionName function,
    Version recorded,
    Version other,
    Map<FunctionName, Version> switched,
    Payload arguments,
    Journal span,
    @Nullable Outcome outcome) {

  /// What came of it.
  ///
  /// @param outcome how the other version ended; null if it did not come to an end
  /// @param divergences in the order they were found; none if both did the same
  /// @param lines the other version's log lines
  public record Result(
      @Nullable Outcome outcome, List<Divergence> divergences, List<String> lines) {}

  /// Runs the other version on the calling thread and compares. Performs no effect by itself.
  ///
  /// @param extras who answers what the span does not hold
  public Result run(Universes universes, Extras extras) {
    return run(universes, extras, TaskRun.Observer.NONE);
  }

  Result run(Universes universes, Extras extras, TaskRun.Observer observer) {
    var comparison = new Comparison();
    var source = new SpanSource(span, comparison, extras, universes);
    var run = TaskRun.standIn(start, routes, universes, observer, switched);
    var seam = new Seam(run, Branch.ROOT, source, Seam.Mode.STANDING_IN, null, false);
    Outcome ended = null;
    try {
      ended = seam.callAt(other, function, arguments);
      source.finish();
      if (outcome != null) {
        comparison.results(outcome, ended);
      }
    } catch (Unwinding stopped) {
      if (explains(stopped, comparison)) {
        comparison.add(Divergence.stopped(String.valueOf(stopped.getMessage())));
      }
    } catch (VirtualMachineError exhausted) {
      comparison.add(Divergence.stopped(exhausted.toString()));
    }
    return new Result(ended, comparison.divergences(), comparison.lines());
  }

  private static boolean explains(Unwinding stopped, Comparison comparison) {
    return switch (stopped.reason()) {
      case LIMIT -> true;
      case END_OF_HISTORY -> false;
      default -> comparison.divergences().isEmpty();
    };
  }

  /// About the bytes of memory that the call holds until it has been compared.
  public long bytes() {
    return arguments.size() + span.bytes();
  }

  /// The functions and versions that are compared.
  public ShadowCount.Key key() {
    return new ShadowCount.Key(function, recorded, other);
  }

  /// The report of a shadow run that did not come to an end.
  ///
  /// @param why for people
  public ShadowReport stopped(String why) {
    return new ShadowReport(function, recorded, other, arguments, List.of(Divergence.stopped(why)));
  }

  /// The report of a shadow run.
  public ShadowReport report(Result result) {
    return new ShadowReport(function, recorded, other, arguments, result.divergences());
  }
}
