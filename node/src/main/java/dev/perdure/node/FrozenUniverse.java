package dev.perdure.node;

import dev.perdure.engine.Declaration;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Version;
import dev.perdure.java.FunctionTypes;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A universe that was checked, of whichever front end, before it is loaded.
interface FrozenUniverse {
  /// Of its whole content.
  Hash hash();

  /// The functions that it registers.
  Set<FunctionName> functions();

  /// What a function takes and returns; empty if there is none of the name.
  Optional<FunctionTypes> types(FunctionName function);

  /// What a function may do, as the effects of wat (W4); empty if there is none of the name.
  Set<String> effects(FunctionName function);

  /// What keeps another version from serving calls of a function inside it; null if nothing does.
  ///
  /// @param other the function as that version has it
  @Nullable Problem routing(FunctionName function, Externs.Served other);

  /// The functions that its code calls and other versions serve, as far as it declares them.
  List<Declared> externs();

  /// Where a function of it stands, for people.
  String place(FunctionName function);

  /// What its code says about how its functions are run.
  List<Declaration> declared();

  /// What is kept of it, to be frozen again: a zip file.
  byte[] packed();

  /// Makes it ready to run.
  ///
  /// @param metered whether its code can be run on a budget
  LoadedUniverse load(Version version, boolean metered);
}
