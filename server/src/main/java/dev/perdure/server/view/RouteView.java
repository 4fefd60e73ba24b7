package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Revision;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.Trials;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The routes of all functions.
public record RouteView(Revision revision, List<Row> rows) {

  /// One function's route.
  ///
  /// @param shadow how often its candidate did the same; null if it has none
  /// @param waiting calls whose candidate is still to be run, or runs
  /// @param trial how its candidate fares; null if the policy names no threshold
  public record Row(
      FunctionName function,
      Policy policy,
      @Nullable Compared shadow,
      long waiting,
      Trials.@Nullable Trial trial) {
    private Data data() {
      var data = Data.of("function", function).with("routing", Policies.data(policy));
      if (trial != null) {
        data =
            data.with(
                "trial",
                Data.of("counted", trial.all())
                    .with("bad", trial.bad())
                    .with("text", trial.text()));
      }
      return shadow == null ? data : shadow.into(data).with("waiting", waiting);
    }
  }

  /// How often a candidate was compared.
  public record Compared(long same, long different, long dropped) {
    static final Compared NEVER = new Compared(0, 0, 0);

    static Compared of(ShadowCount count) {
      return new Compared(count.same(), count.different(), count.dropped());
    }

    Data into(Data data) {
      return data.with("same", same).with("different", different).with("dropped", dropped);
    }
  }

  /// The routes as they are.
  ///
  /// @param waiting calls whose candidates are still to be run, or run
  public static RouteView of(EngineState state, Map<ShadowCount.Key, Long> waiting) {
    var rows = new ArrayList<Row>();
    state
        .routes()
        .policies()
        .forEach((function, policy) ->
            rows.add(
                new Row(
                    function,
                    policy,
                    compared(state, function, policy),
                    compares(function, policy).map(key -> waiting.getOrDefault(key, 0L)).orElse(0L),
                    state.trials().all().get(function))));
    return new RouteView(state.routes().revision(), rows);
  }

  private static @Nullable Compared compared(
      EngineState state, FunctionName function, Policy policy) {
    var compares = compares(function, policy);
    if (compares.isEmpty()) {
      return null;
    }
    var count = state.shadows().get(compares.get());
    return count == null ? Compared.NEVER : Compared.of(count);
  }

  private static Optional<ShadowCount.Key> compares(FunctionName function, Policy policy) {
    return policy instanceof Policy.Shadow s
        ? Optional.of(new ShadowCount.Key(function, s.primary(), s.candidate()))
        : Optional.empty();
  }

  /// For programs.
  public Data data() {
    return Data.of("revision", revision.number())
        .with("functions", rows.stream().map(Row::data).toList());
  }

  /// All comparisons so far, for programs: also of pairs that are no longer routed.
  public static List<Data> shadows(EngineState state) {
    var shadows = new ArrayList<Data>();
    state
        .shadows()
        .forEach((key, count) ->
            shadows.add(
                Compared.of(count)
                    .into(
                        Data.of("function", key.function())
                            .with("primary", key.primary())
                            .with("candidate", key.candidate()))
                    .with("differences", count.samples())));
    return shadows;
  }
}
