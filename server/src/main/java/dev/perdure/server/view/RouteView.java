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
import org.jspecify.annotations.Nullable;

/// The routes of all functions.
public record RouteView(Revision revision, List<Row> rows) {

  /// One function's route.
  ///
  /// @param shadow how often its candidate did the same; null if it has none, or none was compared
  /// @param trial how its candidate fares; null if the policy names no threshold
  public record Row(
      FunctionName function,
      Policy policy,
      @Nullable Compared shadow,
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
      return shadow == null ? data : shadow.into(data);
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
  public static RouteView of(EngineState state) {
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
                    state.trials().all().get(function))));
    return new RouteView(state.routes().revision(), rows);
  }

  private static @Nullable Compared compared(
      EngineState state, FunctionName function, Policy policy) {
    if (!(policy instanceof Policy.Shadow s)) {
      return null;
    }
    var count = state.shadows().get(new ShadowCount.Key(function, s.primary(), s.candidate()));
    return count == null ? Compared.NEVER : Compared.of(count);
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
