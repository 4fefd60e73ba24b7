package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Message;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Version;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.codec.CodecCode;
import dev.perdure.value.Problem;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.task.WatUniverse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program in wat.
record LoadedWat(Version version, WatUniverse universe, WatTypes types) implements LoadedUniverse {
  @Override
  public Universe running() {
    return universe;
  }

  /// Nothing in the language catches.
  @Override
  public boolean unwinds() {
    return true;
  }

  /// It finds out with each call from outside.
  @Override
  public void settle(Set<FunctionName> direct) {}

  @Override
  public Object code() {
    return universe;
  }

  @Override
  public void check(FunctionName function, Payload arguments) {
    try {
      universe.check(function, arguments);
    } catch (EdnFault fault) {
      var known = Objects.requireNonNull(universe.info().functions().get(function));
      throw new Problem(
              CodecCode.VALUE_MISMATCH,
              String.valueOf(fault.getMessage()),
              function.text(),
              "Pass what it takes: " + known.signature())
          .exception(fault);
    }
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
  public @Nullable Message message(String name) {
    return null;
  }

  @Override
  public Set<String> messages() {
    return Set.of();
  }

  @Override
  public void checkMessage(String name, Payload value) {}

  @Override
  public Optional<FunctionTypes> messageTypes(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<FunctionTypes> queryTypes(String name) {
    return Optional.empty();
  }
}
