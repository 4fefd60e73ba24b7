package dev.perdure.node;

import dev.perdure.engine.Divergence;
import dev.perdure.engine.EndedTask;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.History;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Revision;
import dev.perdure.engine.RouteTable;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.Version;
import dev.perdure.node.GateReport.Diverging;
import dev.perdure.node.GateReport.Finding;
import dev.perdure.node.GateReport.Unreplayable;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Replays histories with the functions of a candidate in the place of those that ran, on several
/// threads (E27). Each holds one history at a time. Nothing is performed and nothing is written.
final class DeployGate {
  private final Universes here;
  private final Histories histories;
  private final Function<Revision, RouteTable> routesAt;
  private final Map<FunctionName, Version> switched = new TreeMap<>();
  private final Map<Revision, RouteTable> routes = new ConcurrentHashMap<>();

  /// @param candidate loaded, but not deployed
  /// @param version it is to be deployed as
  /// @param here the universes of those that ran
  DeployGate(
      Universe candidate,
      Version version,
      Universes here,
      RouteTable now,
      Histories histories,
      Function<Revision, RouteTable> routesAt) {
    this.here = new WithCandidate(version, candidate, here, now);
    this.histories = histories;
    this.routesAt = routesAt;
    candidate.info().functions().keySet().forEach(f -> switched.put(f, version));
  }

  /// The universes as they would be with the candidate, which stands in for those that serve now.
  private record WithCandidate(Version version, Universe candidate, Universes here, RouteTable now)
      implements Universes {
    @Override
    public Universe at(Version asked) {
      return asked.equals(version) ? candidate : here.at(asked);
    }

    @Override
    public Version previous(Version asked, FunctionName function) {
      var policy = now.policy(function);
      return asked.equals(version) && policy != null && !policy.primaryVersion().equals(version)
          ? policy.primaryVersion()
          : here.previous(asked, function);
    }

    @Override
    public String position() {
      return here.position();
    }
  }

  /// A task to be replayed, as far as its history goes now.
  ///
  /// @param newest the offset of its newest event
  record Chosen(TaskId task, boolean live, long newest) {}

  /// All live tasks and the newest of those that have ended.
  static List<Chosen> choose(EngineState state, int endedMax) {
    var chosen = new ArrayList<Chosen>();
    state.forEachLive((id, newest) -> chosen.add(new Chosen(id, true, newest)));
    var lately =
        new PriorityQueue<Map.Entry<TaskId, EndedTask>>(
            Comparator.comparingLong(ended -> ended.getValue().endOffset()));
    for (var ended : state.ended().entrySet()) {
      lately.add(Map.entry(ended.getKey(), ended.getValue()));
      if (lately.size() > endedMax) {
        lately.remove();
      }
    }
    lately.forEach(e -> chosen.add(new Chosen(e.getKey(), false, e.getValue().lastOffset())));
    return chosen;
  }

  /// Replays them all. Blocks until that is done.
  GateReport check(Version version, List<Chosen> chosen) {
    var tally = new Tally();
    var next = new AtomicInteger();
    GateThread.runAll(thread -> {
      for (int i = next.getAndIncrement(); i < chosen.size(); i = next.getAndIncrement()) {
        var task = chosen.get(i);
        thread.begin();
        tally.add(task, verdict(task));
      }
    });
    return tally.report(version);
  }

  /// What one replay showed.
  ///
  /// @param calling whether it called a function of the candidate
  /// @param finding null if nothing is the matter
  private record Verdict(boolean calling, @Nullable Finding finding) {}

  private Verdict verdict(Chosen chosen) {
    try {
      var history = histories.fold(chosen.newest());
      var replay =
          new Replay(history.start(), routes(history), history.journal(), history.outcome());
      return verdict(chosen.task(), replay.run(here, switched, Extras.none()));
    } catch (PerdureException e) {
      return new Verdict(false, new Unreplayable(chosen.task(), e.problem()));
    }
  }

  private RouteTable routes(History history) {
    return routes.computeIfAbsent(history.start().routes(), routesAt);
  }

  /// The first call of the candidate that does something else, unless the recorded code itself
  /// does: then the two cannot be compared.
  private static Verdict verdict(TaskId task, Replay.Report report) {
    var calling = !report.calls().isEmpty();
    for (var call : report.calls()) {
      var unknown = call.call().outcome() == null && stopped(report);
      var differences = call.result().divergences();
      if (!unknown && !differences.isEmpty()) {
        var of = call.call();
        return new Verdict(
            calling, new Diverging(task, of.function(), of.recorded(), differences.getFirst()));
      }
    }
    if (stopped(report) || report.divergence() != null) {
      return new Verdict(calling, new Unreplayable(task, notAsRecorded(report)));
    }
    return new Verdict(calling, null);
  }

  private static boolean stopped(Replay.Report report) {
    return report.end() == Unwinding.Reason.DIVERGED || report.end() == Unwinding.Reason.LIMIT;
  }

  private static Problem notAsRecorded(Replay.Report report) {
    Divergence divergence = report.divergence();
    return Problem.of(
        EngineCode.DIVERGED,
        "the code that the task ran on parts from its history: "
            + (divergence == null
                ? "it takes more than "
                    + Limits.GATE_RUN_MILLIS_MAX
                    + " ms or "
                    + Limits.GATE_RUN_BYTES_MAX
                    + " bytes"
                : divergence.text()),
        "Look at it with `perdure task replay`");
  }

  /// What has been found so far. Guarded by its monitor.
  private static final class Tally {
    private int live;
    private int ended;
    private int calling;
    private int clean;
    private final Found diverging = new Found();
    private final Found unreplayable = new Found();

    synchronized void add(Chosen task, Verdict verdict) {
      live += task.live() ? 1 : 0;
      ended += task.live() ? 0 : 1;
      calling += verdict.calling() ? 1 : 0;
      switch (verdict.finding()) {
        case null -> clean++;
        case Diverging d -> diverging.add(d);
        case Unreplayable u -> unreplayable.add(u);
      }
    }

    synchronized GateReport report(Version version) {
      return new GateReport(
          version,
          new GateReport.Tasks(live, ended, calling),
          clean,
          diverging.findings(),
          unreplayable.findings());
    }
  }

  /// The count of findings, and those of the smallest ids.
  private static final class Found {
    private final TreeMap<TaskId, Finding> first = new TreeMap<>();
    private int count;

    void add(Finding finding) {
      count++;
      first.put(finding.task(), finding);
      if (first.size() > Limits.GATE_FINDINGS_MAX) {
        first.pollLastEntry();
      }
    }

    GateReport.Findings findings() {
      return new GateReport.Findings(count, List.copyOf(first.values()));
    }
  }
}
