package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Message;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Version;
import dev.perdure.java.FunctionTypes;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A universe that this node has loaded, of whichever front end.
interface LoadedUniverse {
  /// What runs its functions.
  Universe running();

  /// Under which it is deployed.
  Version version();

  /// Whether all its code lets the engine's unwinding pass.
  boolean unwinds();

  /// Says of which functions calls inside it always go to itself.
  void settle(Set<FunctionName> direct);

  /// What keeps its code in memory: to see that it goes.
  Object code();

  /// Checks that arguments are what a function takes; does nothing if there is no such function.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH`
  void check(FunctionName function, Payload arguments);

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

  /// What kind of message its code receives under the name; null: none.
  @Nullable Message message(String name);

  /// The names of all messages that its code receives.
  Set<String> messages();

  /// Checks that a value is what a message of the name says; does nothing if there is none.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_MISMATCH`
  void checkMessage(String name, Payload value);

  /// The types of the method by which a message is received; empty if there is none.
  Optional<FunctionTypes> messageTypes(String name);

  /// What a question takes and returns; empty if it answers none of the name.
  Optional<FunctionTypes> queryTypes(String name);
}
