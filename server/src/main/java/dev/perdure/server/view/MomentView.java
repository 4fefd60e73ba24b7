package dev.perdure.server.view;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Step;
import dev.perdure.engine.travel.Frame;
import dev.perdure.engine.travel.Moment;
import dev.perdure.server.json.Data;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments of a task for programs.
public final class MomentView {
  /// Frames of a stack that are shown, the newest: a recursion may have thousands.
  public static final int FRAMES_MAX = 100;

  private MomentView() {}

  /// A moment with its stack.
  public static Data moment(Moment moment) {
    var frame = moment.frame();
    return Data.of("number", moment.number())
        .with("kind", word(moment.kind()))
        .withAny("name", moment.name())
        .with("place", moment.place().toString())
        .withAny("at", moment.step().at().position())
        .withAny("standsIn", moment.standsIn() ? true : null)
        .withAny("asked", asked(moment.step()))
        .withAny("arguments", arguments(moment.step()))
        .withAny("outcome", outcome(moment.outcome()))
        .withAny("why", why(moment.step()))
        .withAny("divergence", divergence(divergence(moment.step())))
        .with("lines", moment.lines())
        .with("depth", frame == null ? 0 : frame.depth())
        .with("stack", frame == null ? List.of() : stack(moment, frame));
  }

  /// The word for a kind of moment, such as `call`.
  public static String word(Moment.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// The words for all kinds.
  public static List<String> kinds() {
    return Arrays.stream(Moment.Kind.values()).map(MomentView::word).toList();
  }

  private static @Nullable Object asked(Step step) {
    return switch (step) {
      case Step.Asked s -> Describe.effect(s.effect());
      case Step.Unanswered s -> Describe.effect(s.effect());
      default -> null;
    };
  }

  private static @Nullable Object arguments(Step step) {
    return switch (step) {
      case Step.Called s -> s.arguments();
      case Step.Asked(var _, Effect.Perform p, var _) -> p.arguments();
      case Step.Asked(var _, Effect.StartTask s, var _) -> s.arguments();
      case Step.Unanswered(var _, Effect.Perform p, var _, var _) -> p.arguments();
      default -> null;
    };
  }

  private static @Nullable Data outcome(@Nullable Outcome outcome) {
    return outcome == null ? null : TaskView.outcome(outcome);
  }

  private static @Nullable Object why(Step step) {
    return switch (step) {
      case Step.Unanswered s -> s.why();
      case Step.Ended s -> s.why();
      default -> null;
    };
  }

  private static @Nullable Divergence divergence(Step step) {
    return switch (step) {
      case Step.Unanswered s -> s.divergence();
      case Step.Ended s -> s.divergence();
      case Step.Compared s ->
          s.result().divergences().isEmpty() ? null : s.result().divergences().getFirst();
      default -> null;
    };
  }

  /// Where code and history part, or two versions; null if they do not.
  public static @Nullable Data divergence(@Nullable Divergence d) {
    return d == null
        ? null
        : Data.of("kind", d.kind())
            .withAny("place", d.place() == null ? null : d.place().toString())
            .with("recorded", d.recorded())
            .with("asked", d.asked())
            .withAny("recordedAt", d.recordedAt())
            .withAny("askedAt", d.askedAt());
  }

  /// The calls of a moment, the newest first, each with the line that the code is at.
  private static List<Data> stack(Moment moment, Frame top) {
    return Lined.of(moment, top).stream()
        .map(f ->
            Data.of("function", f.frame().call().function())
                .with("version", f.frame().call().version())
                .withAny("at", f.position()))
        .toList();
  }
}
