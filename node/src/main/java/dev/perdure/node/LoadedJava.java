package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Message;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Version;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.run.JavaUniverse;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Classes of Java.
record LoadedJava(JavaUniverse universe) implements LoadedUniverse {
  @Override
  public Universe running() {
    return universe;
  }

  @Override
  public Version version() {
    return universe.version();
  }

  @Override
  public boolean unwinds() {
    return universe.unwinds();
  }

  @Override
  public void settle(Set<FunctionName> direct) {
    universe.settle(direct);
  }

  @Override
  public Object code() {
    return universe.classLoader();
  }

  @Override
  public void check(FunctionName function, Payload arguments) {
    universe.check(function, arguments);
  }

  @Override
  public Optional<FunctionTypes> types(FunctionName function) {
    return FrozenJava.types(universe.frozen(), function);
  }

  @Override
  public Set<String> effects(FunctionName function) {
    return FrozenJava.effects(universe.frozen(), function);
  }

  /// What a function of Java does is no part of its callers' types.
  @Override
  public @Nullable Problem routing(FunctionName function, Externs.Served other) {
    return null;
  }

  @Override
  public List<Declared> externs() {
    return List.of();
  }

  @Override
  public @Nullable Message message(String name) {
    return universe.message(name);
  }

  @Override
  public Set<String> messages() {
    return universe.messages();
  }

  @Override
  public void checkMessage(String name, Payload value) {
    universe.checkMessage(name, value);
  }

  @Override
  public Optional<FunctionTypes> messageTypes(String name) {
    var frozen = universe.frozen();
    return frozen.effects().values().stream()
        .flatMap(effect -> effect.methods().stream())
        .filter(method -> method.message() != null && method.name().equals(name))
        .map(method -> new FunctionTypes(method.signature(), frozen.types()))
        .findFirst();
  }

  @Override
  public Optional<FunctionTypes> queryTypes(String name) {
    var frozen = universe.frozen();
    return Optional.ofNullable(frozen.queries().get(name))
        .map(query -> new FunctionTypes(query.signature(), frozen.types()));
  }
}
