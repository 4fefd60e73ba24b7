package dev.perdure.cli;

import dev.perdure.engine.Payload;
import dev.perdure.value.Edn;
import dev.perdure.value.Limits;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.util.ArrayList;
import java.util.List;

/// Reads the arguments of a function.
final class EdnArguments {
  private EdnArguments() {}

  /// Off the command line.
  ///
  /// @throws dev.perdure.value.PerdureException a code of EDN, with the place
  static Payload read(List<String> arguments) {
    var values = new ArrayList<Value>();
    for (var argument : arguments) {
      values.add(Edn.read(argument, "argument " + (values.size() + 1), Limits.OUTSIDE));
    }
    return Payload.of(Vec.of(values));
  }

  /// A string may be as long as the text.
  private static final Limits TEXT = Limits.OUTSIDE.withTokenMax(Limits.OUTSIDE.bytesMax());

  /// The same off a text that has them one after the other.
  ///
  /// @param source what people know it as
  static Payload read(String text, String source) {
    return Payload.of(Vec.of(Edn.readAll(text, source, TEXT)));
  }
}
