package dev.perdure.node;

import dev.perdure.engine.Declaration;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.Version;
import dev.perdure.java.Freezer;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.link.Meter;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.task.WatUniverse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A program in wat. Kept are the files that it was read from: `perdure/wat` has their paths, a
/// line each, `file PATH`, the entry first; `wat/0`, `wat/1` and so on are they.
final class FrozenWat implements FrozenUniverse {
  static final String ABOUT = "perdure/wat";

  /// Before it is loaded as a version.
  private static final Version UNNAMED = new Version("unnamed");

  private final Program program;
  private final Map<String, byte[]> files;
  private final WatUniverse universe;
  private final WatTypes types;

  /// @param files by their paths, the entry first
  /// @throws dev.perdure.value.PerdureException `WAT_REFUSED` if a constant raises
  FrozenWat(Program program, Map<String, byte[]> files) {
    this.program = program;
    this.files = files;
    this.universe = universe(() -> WatUniverse.of(program, UNNAMED, null));
    this.types = new WatTypes(universe.program());
  }

  private static WatUniverse universe(Callable<WatUniverse> loading) {
    try {
      return BigStack.call("wat-freeze", loading);
    } catch (Raise raise) {
      var diagnostic = raise.diagnostic();
      throw new Problem(
              NodeCode.WAT_REFUSED,
              "a top-level value raises " + diagnostic.kind().tag() + ": " + diagnostic.message(),
              String.valueOf(diagnostic.span()),
              "Make it a function, or mend what it computes")
          .exception(raise);
    }
  }

  static String file(int number) {
    return "wat/" + number;
  }

  /// Freezes what [#packed] kept.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems
  static FrozenUniverse unpack(Map<String, byte[]> packed) {
    return WatSource.unpack(packed).freeze(Freezer.strict());
  }

  @Override
  public Hash hash() {
    return universe.info().hash();
  }

  @Override
  public Set<FunctionName> functions() {
    return universe.info().functions().keySet();
  }

  @Override
  public Optional<FunctionTypes> types(FunctionName function) {
    var path = universe.path(function);
    return path == null ? Optional.empty() : Optional.of(types.of(path));
  }

  @Override
  public Set<String> effects(FunctionName function) {
    return universe.effects(function);
  }

  @Override
  public @Nullable Problem routing(FunctionName function, Externs.Served other) {
    return Externs.routing(universe, function, other);
  }

  @Override
  public List<Declared> externs() {
    return types.externs(universe);
  }

  @Override
  public String place(FunctionName function) {
    var path = universe.path(function);
    var definition = path == null ? null : universe.program().declarations().definition(path);
    return definition == null ? "" : definition.span().toString();
  }

  @Override
  public List<Declaration> declared() {
    return List.of();
  }

  @Override
  public byte[] packed() {
    var packed = new LinkedHashMap<String, byte[]>();
    var about = new StringBuilder();
    files.keySet().forEach(path -> about.append("file ").append(path).append('\n'));
    packed.put(ABOUT, Packed.utf8(about.toString()));
    for (var content : new ArrayList<>(files.values())) {
      packed.put(file(packed.size() - 1), content);
    }
    return Packed.zip(packed);
  }

  private static void turn() {
    try {
      Meter.turn();
    } catch (Unwind unwind) {
      throw unwind.getCause() instanceof Unwinding unwinding ? unwinding : unwind;
    }
  }

  @Override
  public LoadedUniverse load(Version version, boolean metered) {
    var loaded =
        metered
            ? universe(() -> WatUniverse.of(program, version, FrozenWat::turn))
            : universe.as(version);
    return new LoadedWat(version, loaded, types);
  }
}
