package dev.perdure.node;

import dev.perdure.engine.Author;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Message;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Version;
import dev.perdure.java.Evolution;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.run.Positions;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import dev.perdure.wat.task.Asking;
import dev.perdure.wat.task.WatUniverse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The universes that this node runs. They are loaded from the store when they are first needed,
/// each version twice at the most: once for live tasks, and once, *inert*, for shadows and replays:
/// metered, and with calls that always ask who serves them.
final class Deployed implements Universes {
  private final UniverseStore store;
  private final Map<Version, LoadedUniverse> live = new ConcurrentHashMap<>();
  private final Map<Version, LoadedUniverse> inert = new ConcurrentHashMap<>();
  private final Loaders loaders = new Loaders();
  private volatile Picture picture = new Picture(Map.of(), Map.of(), Map.of(), Map.of());

  /// What of the engine's state the task threads need.
  ///
  /// @param removed what is there for replays only
  /// @param settled for each version, the functions whose calls inside it always go to itself
  private record Picture(
      Map<Version, Hash> hashes,
      Map<Version, Hash> removed,
      Map<Version, Map<FunctionName, Version>> previous,
      Map<Version, Set<FunctionName>> settled) {}

  Deployed(UniverseStore store) {
    this.store = store;
  }

  /// Takes the routes as they are now; lets go of universes that are gone. On the writer's thread.
  void refresh(EngineState state) {
    var hashes = new HashMap<Version, Hash>();
    state.universes().forEach((version, info) -> hashes.put(version, info.hash()));
    var removed = new HashMap<Version, Hash>();
    state.removed().forEach((version, info) -> removed.put(version, info.hash()));
    picture = new Picture(hashes, removed, Map.copyOf(state.previous()), settled(state));
    live.keySet().retainAll(hashes.keySet());
    inert.keySet().retainAll(hashes.keySet());
    live.values().forEach(this::settle);
  }

  /// A universe that is not loaded runs no code.
  @Override
  public boolean unwinds(Version version) {
    var loaded = live.get(version);
    return loaded == null || loaded.unwinds();
  }

  /// Links calls straight where every task that lives, and every new one, is served by the caller's
  /// own universe (E25). Whoever comes last sees the newest picture.
  private synchronized void settle(LoadedUniverse universe) {
    universe.settle(picture.settled().getOrDefault(universe.version(), Set.of()));
  }

  private static Map<Version, Set<FunctionName>> settled(EngineState state) {
    var settled = new TreeMap<Version, Set<FunctionName>>();
    for (var entry : state.routes().policies().entrySet()) {
      var function = entry.getKey();
      if (entry.getValue() instanceof Policy.Primary p && alwaysSo(state, function, p)) {
        settled.computeIfAbsent(p.version(), v -> new HashSet<>()).add(function);
      }
    }
    return settled;
  }

  private static boolean alwaysSo(EngineState state, FunctionName function, Policy.Primary p) {
    for (long r = state.oldestRevision().number(); r < state.revisions().size(); r++) {
      if (!p.equals(state.revisions().get((int) r).policy(function))) {
        return false;
      }
    }
    return state.forcedTasks().stream().noneMatch(task -> task.overrides().containsKey(function));
  }

  /// Offers a universe that has just been loaded, before its deploy is decided. What is deployed
  /// under its version already stays.
  void offer(LoadedUniverse universe) {
    if (!picture.hashes().containsKey(universe.version())) {
      live.putIfAbsent(universe.version(), loaders.watch(universe));
    }
  }

  /// Takes back a universe whose deploy was refused.
  void withdraw(LoadedUniverse universe) {
    if (!picture.hashes().containsKey(universe.version())) {
      live.remove(universe.version(), universe);
    }
  }

  /// The versions whose code is in memory, once for each time it was loaded.
  List<Version> inMemory() {
    return loaders.alive();
  }

  /// Checks that a version of a function takes the arguments.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH`, and as [#at]
  void check(Version version, FunctionName function, Payload arguments) {
    universe(version).check(function, arguments);
  }

  /// What kind of message code receives under the name, and that the value is one: asked of the
  /// first of the versions that receives it.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_MESSAGE`, `VALUE_MISMATCH`, and as [#at]
  Message checkMessage(List<Version> versions, String name, Payload value) {
    var known = new TreeSet<String>();
    for (var version : versions) {
      var universe = universe(version);
      var kind = universe.message(name);
      if (kind != null) {
        universe.checkMessage(name, value);
        return kind;
      }
      known.addAll(universe.messages());
    }
    throw Problem.of(
            NodeCode.UNKNOWN_MESSAGE,
            "no code that the task may run receives " + name,
            known.isEmpty()
                ? "Mark a method of an effect interface with @Signal or @Promise; nothing was sent"
                : "Send one of " + known + "; nothing was sent")
        .exception();
  }

  /// The method of a version by which a message of the name is received, whose result it is; empty
  /// if the version receives none.
  ///
  /// @throws dev.perdure.value.PerdureException as [#at]
  Optional<FunctionTypes> messageTypes(Version version, String name) {
    return universe(version).messageTypes(name);
  }

  /// What a question takes and returns; empty if the version answers none of the name.
  ///
  /// @throws dev.perdure.value.PerdureException as [#at]
  Optional<FunctionTypes> queryTypes(Version version, String name) {
    return universe(version).queryTypes(name);
  }

  /// What a version of a function takes and returns; empty if the version lacks it.
  ///
  /// @throws dev.perdure.value.PerdureException as [#at]
  Optional<FunctionTypes> types(Version version, FunctionName function) {
    return universe(version).types(function);
  }

  /// Checks that the functions of a candidate can stand in for those of a version.
  ///
  /// @throws dev.perdure.value.PerdureException `JAVA_INCOMPATIBLE`, and as [#at]
  void checkStandsIn(FrozenUniverse candidate, Set<FunctionName> functions, Version version) {
    var serving = universe(version);
    for (var function : functions) {
      var mine = candidate.types(function);
      var theirs = serving.types(function);
      var problem =
          mine.isEmpty() || theirs.isEmpty()
              ? null
              : Evolution.problem(
                  function.text(),
                  mine.get(),
                  candidate.place(function),
                  theirs.get(),
                  version.text());
      if (problem != null) {
        throw problem.exception();
      }
    }
  }

  /// A function as a version has it; null if the version lacks it.
  ///
  /// @throws dev.perdure.value.PerdureException as [#at]
  Externs.@Nullable Served served(Version version, FunctionName function) {
    var universe = universe(version);
    return universe
        .types(function)
        .map(types -> new Externs.Served(version.text(), types, universe.effects(function)))
        .orElse(null);
  }

  /// What keeps a function from serving calls inside a version; null if nothing does.
  ///
  /// @throws dev.perdure.value.PerdureException as [#at]
  @Nullable Problem routing(Version caller, FunctionName function, Externs.Served other) {
    return universe(caller).routing(function, other);
  }

  /// What the code of a version declares of functions that others serve.
  ///
  /// @throws dev.perdure.value.PerdureException as [#at]
  List<Declared> externs(Version version) {
    return universe(version).externs();
  }

  @Override
  public Universe at(Version version) {
    return universe(version).running();
  }

  private LoadedUniverse universe(Version version) {
    var present = live.get(version);
    if (present != null) {
      return present;
    }
    var loaded = live.computeIfAbsent(version, v -> load(v, picture.hashes().get(v), false));
    settle(loaded);
    return loaded;
  }

  private LoadedUniverse load(Version version, @Nullable Hash hash, boolean metered) {
    if (hash == null) {
      throw Problem.of(
              EngineCode.UNKNOWN_VERSION,
              "no universe is deployed as " + version,
              "Deploy it first, or name one of " + picture.hashes().keySet())
          .exception();
    }
    return loaders.watch(store.load(version, hash, metered));
  }

  @Override
  public Version previous(Version version, FunctionName function) {
    var stoodIn = picture.previous().getOrDefault(version, Map.of()).get(function);
    if (stoodIn == null) {
      throw Problem.of(
              EngineCode.UNKNOWN_VERSION,
              version + " stands in for no other version of " + function,
              "Deploy the version that it calls before it")
          .exception();
    }
    return stoodIn;
  }

  @Override
  public String position() {
    return positionHere();
  }

  /// Of the innermost code on this thread, whichever front end it is of.
  private static String positionHere() {
    var java = Positions.here(Asking.class);
    var wat = java.isEmpty() ? Asking.current() : null;
    return wat == null ? java : wat.position();
  }

  @Override
  public Author author() {
    var java = Positions.author(Asking.class);
    var wat = java.position().isEmpty() ? Asking.current() : null;
    return wat == null ? java : new Author(wat.function(), version(wat.universe()), wat.position());
  }

  private String version(WatUniverse universe) {
    return live.values().stream()
        .filter(loaded -> loaded.running() == universe)
        .map(loaded -> loaded.version().text())
        .findFirst()
        .orElse("");
  }

  /// The same universes for shadows and replays, on any number of threads. Those that were removed
  /// are loaded for these alone.
  Universes inert() {
    var removed = new ConcurrentHashMap<Version, LoadedUniverse>();
    return new Universes() {
      @Override
      public Universe at(Version version) {
        var now = picture;
        var loaded =
            now.hashes().containsKey(version)
                ? inert.computeIfAbsent(version, v -> load(v, now.hashes().get(v), true))
                : removed.computeIfAbsent(version, v -> load(v, now.removed().get(v), true));
        return loaded.running();
      }

      @Override
      public Version previous(Version version, FunctionName function) {
        return Deployed.this.previous(version, function);
      }

      @Override
      public String position() {
        return positionHere();
      }
    };
  }
}
