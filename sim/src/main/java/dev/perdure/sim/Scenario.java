package dev.perdure.sim;

import dev.perdure.engine.Version;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What kind of run a seed is.
///
/// @param only the program of every function; null: the seed makes them
/// @param livesMax lives that end by a fault
/// @param requests whether clients ask for anything but one task
/// @param stepsMax after which the run is stuck
/// @param scale how many times later than usual lives end
record Scenario(@Nullable List<Op> only, int livesMax, boolean requests, long stepsMax, int scale) {
  /// Everything at once.
  static Scenario mixed() {
    return new Scenario(null, 5, true, 400_000, 1);
  }

  /// One task that runs one program.
  static Scenario one(List<Op> program, int lives, long stepsMax, int scale) {
    return new Scenario(program, lives, false, stepsMax, scale);
  }

  /// Each version has about half of its functions from the one before.
  Map<Version, ToyUniverse> universes(
      SplittableRandom random, int valueBytesMax, Mischief mischief) {
    var universes = new TreeMap<Version, ToyUniverse>();
    ToyUniverse last = null;
    for (int v = 1; v <= 3; v++) {
      var version = new Version("v" + v);
      var programs = new Programs(random.split(), only, valueBytesMax);
      var fresh = ToyUniverse.of(version, programs, mischief);
      last = last == null ? fresh : fresh.keeping(version, last, _ -> random.nextBoolean());
      universes.put(version, last);
    }
    return universes;
  }
}
