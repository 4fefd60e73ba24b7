package dev.perdure.cli;

import dev.perdure.engine.Payload;
import dev.perdure.value.Edn;
import dev.perdure.value.Limits;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.util.ArrayList;
import java.util.List;

/// Reads the arguments of a function off the command line.
final class EdnArguments {
  private EdnArguments() {}

  /// @throws dev.perdure.value.PerdureException a code of EDN, with the place
  static Payload read(List<String> arguments) {
    var values = new ArrayList<Value>();
    for (var argument : arguments) {
      values.add(Edn.read(argument, "argument " + (values.size() + 1), Limits.OUTSIDE));
    }
    return Payload.of(Vec.of(values));
  }
}
