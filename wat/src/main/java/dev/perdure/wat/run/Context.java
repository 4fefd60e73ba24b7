package dev.perdure.wat.run;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.type.Type;

/// What some operations are told beyond their arguments, as the last of them: the type that the use
/// of the call fixes, and the program that it is a part of.
///
/// @param wanted where nothing fixes the type it is open, and what comes decides
/// @param program the universe in which the call runs
/// @param shapes those of the program's types
public record Context(Type wanted, Checked program, Shapes shapes) {
  /// Its type in the signatures of primitives.
  public static final Type.Named TYPE = Type.named("wat::run::Context");
}
