package dev.perdure.sim;

import dev.perdure.engine.Continuation;
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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A universe of generated programs.
record ToyUniverse(Map<FunctionName, List<Op>> programs, UniverseInfo info, Mischief mischief)
    implements Universe {

  static FunctionName name(int function) {
    return new FunctionName("f" + function);
  }

  /// The universe of a version: the same programs whenever it is made from the same seed.
  static ToyUniverse of(Version version, Programs source, Mischief mischief) {
    var programs = new TreeMap<FunctionName, List<Op>>();
    for (int f = 0; f < Programs.FUNCTIONS; f++) {
      programs.put(name(f), source.program(f));
    }
    return of(version, programs, mischief);
  }

  private static ToyUniverse of(
      Version version, Map<FunctionName, List<Op>> programs, Mischief mischief) {
    var infos = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    programs.forEach((name, program) -> {
      var hash = Hash.of(Value.of(program.toString()));
      infos.put(name, new UniverseInfo.FunctionInfo(hash, "long " + name + "(long)"));
    });
    var hash = Hash.of(Value.of(version + " " + programs));
    return new ToyUniverse(programs, new UniverseInfo(hash, infos), mischief);
  }

  /// The same, with some functions as another universe has them.
  ///
  /// @param version of this one
  ToyUniverse keeping(Version version, ToyUniverse other, Predicate<FunctionName> kept) {
    var mixed = new TreeMap<>(programs);
    other.programs.forEach((name, program) -> {
      if (kept.test(name)) {
        mixed.put(name, program);
      }
    });
    return of(version, mixed, mischief);
  }

  /// The same, with other surroundings.
  ToyUniverse with(Mischief other) {
    return new ToyUniverse(programs, info, other);
  }

  @Override
  public @Nullable Continuation continuation(FunctionName function, Payload checkpoint, Seam seam) {
    if (mischief.unreadable()) {
      return null;
    }
    var program = Objects.requireNonNull(programs.get(function));
    return () -> Interpreter.resume(seam, mischief, program, checkpoint);
  }

  @Override
  public Outcome call(FunctionName function, Payload arguments, Seam seam) {
    var program = programs.get(function);
    if (program == null) {
      throw new IllegalArgumentException("no function " + function);
    }
    mischief.called(seam.run().task(), arguments);
    var content = Objects.requireNonNull(info.functions().get(function)).hash();
    long mix = arguments.hashCode() ^ content.hashCode();
    return new Interpreter(seam, mischief, mix, List.of()).run(program);
  }
}
