package dev.perdure.sim;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Universe;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.value.Hash;
import dev.perdure.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A universe of generated programs.
record ToyUniverse(Map<FunctionName, List<Op>> programs, UniverseInfo info, Mischief mischief)
    implements Universe {

  static FunctionName name(int function) {
    return new FunctionName("f" + function);
  }

  /// The universe of a version: the same programs whenever it is made from the same seed.
  static ToyUniverse of(Version version, Programs source, Mischief mischief) {
    var programs = new TreeMap<FunctionName, List<Op>>();
    var infos = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    for (int f = 0; f < Programs.FUNCTIONS; f++) {
      var program = source.program(f);
      programs.put(name(f), program);
      var hash = Hash.of(Value.of(program.toString()));
      infos.put(name(f), new UniverseInfo.FunctionInfo(hash, "long f" + f + "(long)"));
    }
    var hash = Hash.of(Value.of(version + " " + programs));
    return new ToyUniverse(programs, new UniverseInfo(hash, infos), mischief);
  }

  /// The same, with other surroundings.
  ToyUniverse with(Mischief other) {
    return new ToyUniverse(programs, info, other);
  }

  @Override
  public Outcome call(FunctionName function, Payload arguments, Seam seam) {
    var program = programs.get(function);
    if (program == null) {
      throw new IllegalArgumentException("no function " + function);
    }
    long mix = arguments.hashCode() ^ info.hash().hashCode();
    return new Interpreter(seam, mischief, mix, List.of()).run(program);
  }
}
