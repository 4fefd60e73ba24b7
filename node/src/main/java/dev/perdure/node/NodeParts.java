package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.Shadows;
import dev.perdure.engine.StandIn;
import dev.perdure.java.Freezer;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.log.PayloadCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a node is made of, put together and started in the order in which one needs the other.
///
/// @param directory null if everything is in memory
/// @param codec seals what is in it; null: nothing is
/// @param index null if none is kept
/// @param recovery how it found what it knows
record NodeParts(
    @Nullable Path directory,
    @Nullable PayloadCodec codec,
    Core core,
    Writer writer,
    Asking asking,
    Retention retention,
    Deployed deployed,
    UniverseStore store,
    ShadowPool shadows,
    GatePool rehearsals,
    RandomIds ids,
    Freezer freezer,
    @Nullable NodeIndex index,
    Node.Recovery recovery,
    Watched watched) {

  /// Takes a data directory over, reads its log, and starts all threads but those of tasks.
  ///
  /// @throws dev.perdure.value.PerdureException as [Node#open]
  static NodeParts open(NodeConfig config) {
    long from = System.nanoTime();
    var directory = config.directory();
    var keeping = config.keeping();
    var snapshots = directory == null ? null : new Snapshots(directory, keeping);
    var opened =
        directory == null || snapshots == null
            ? Log.inMemory()
            : Log.open(
                directory.resolve("log"), settings(keeping, new Offset(snapshots.covered())));
    var log = Watched.log(opened, config.observer());
    var store =
        new UniverseStore(
            directory == null
                ? new MemoryBlobs()
                : new FolderBlobs(directory.resolve("universes")));
    var deployed = new Deployed(store);
    var ids = new RandomIds(config.clock());
    var writer = new Writer("perdure writer");
    var opening = new Opening();
    var rehearsals = new GatePool(deployed.inert());
    var core =
        new Core(
            new Core.Parts(
                log,
                config.clock(),
                ids,
                config.threads(),
                config.lines(),
                config.observer(),
                deployed,
                writer::wake,
                opening,
                deployed::refresh,
                config.memory(),
                config.keeping().checkpointEffects(),
                snapshots == null ? Folding.Source.none() : snapshots.source(),
                rehearsals,
                new OwnerId(ids.bits())));
    opening.shadows =
        new ShadowPool(deployed::inert, config.clock(), core::report, config.shadowLimits());
    opening.shadows.start();
    if (!config.runTasks()) {
      core.attempts().haltAll();
    }
    if (snapshots != null) {
      snapshots.start(log, core.recovered());
    }
    var recovery =
        new Node.Recovery(
            core.recovered(),
            log.end().value() - core.recovered(),
            Duration.ofNanos(System.nanoTime() - from));
    var watched = Watched.of(config.observer(), log, core.histories());
    writer.start(core, snapshots == null ? _ -> {} : snapshots::parting);
    var index =
        directory == null || !keeping.index()
            ? null
            : new NodeIndex(directory, Indexing.start(directory, log, config.clock()), writer, log);
    var asking = new Asking(writer, core);
    Retention.Folds folds =
        snapshots == null ? work -> work.apply(folded(log, config)) : snapshots::withNow;
    var retention = new Retention(log, config.clock(), asking, folds, index);
    if (keeping.retain() != null) {
      retention.start(keeping.retain());
    }
    return new NodeParts(
        directory,
        keeping.codec(),
        core,
        writer,
        asking,
        retention,
        deployed,
        store,
        opening.shadows(),
        rehearsals,
        ids,
        Freezer.strict().trusting(config.trusted()),
        index,
        recovery,
        watched);
  }

  private static EngineState folded(Log log, NodeConfig config) {
    var histories = new Histories(log);
    return Folding.of(log, histories, config.memory(), Folding.Source.none())
        .to(log.durable().value(), () -> true)
        .state();
  }

  private static LogSettings settings(Keeping keeping, Offset checkFrom) {
    var settings =
        LogSettings.defaults().withDurability(keeping.durability()).withCheckFrom(checkFrom);
    return keeping.codec() == null ? settings : settings.withCodec(keeping.codec());
  }

  /// Ties the knot between the core, which offers shadows, and the pool, which reports to the core.
  private static final class Opening implements Shadows {
    private @Nullable ShadowPool shadows;

    @Override
    public boolean wants(ShadowCount.Key compared) {
      return shadows().wants(compared);
    }

    @Override
    public void offer(StandIn call) {
      shadows().offer(call);
    }

    ShadowPool shadows() {
      return Objects.requireNonNull(shadows);
    }
  }
}
