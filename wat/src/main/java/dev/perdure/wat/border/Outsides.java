package dev.perdure.wat.border;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Payload;
import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Ungranted;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What a program uses that others do: functions of other universes, and operations of effect
/// interfaces, its own and those of the engine's services (W14). Safe for use by many threads.
public final class Outsides {
  /// The exception of an implementation that was granted less.
  private static final String GRANT_MISSING = "dev.perdure.api.GrantMissing";

  private static final Keyword MESSAGE = Keyword.of("message");
  private static final Keyword FLAG = Keyword.of("flag");

  private final Checked program;
  private final Borders borders;
  private final Map<String, Outside> found = new ConcurrentHashMap<>();

  /// @param borders of the program's types
  public Outsides(Checked program, Borders borders) {
    this.program = program;
    this.borders = borders;
  }

  /// That of a path; null if nobody declares that others do it.
  public @Nullable Outside find(String operation) {
    return found.computeIfAbsent(operation, this::read);
  }

  private @Nullable Outside read(String operation) {
    return switch (program.definition(operation)) {
      case Definition.Extern extern when extern.isCall() ->
          outside(extern, extern.effect(), extern.routeName(), "", Effect.Guard.DURABLE);
      case Definition.Extern extern -> operation(extern, extern.effect());
      case Definition.Primitive service when service.isService() ->
          operation(service, service.effects().getFirst());
      case null, default -> null;
    };
  }

  private Outside operation(Definition definition, String effect) {
    var metadata = definition.metadata();
    boolean isHarmless = metadata.get("read-only") != null || metadata.get("idempotent") != null;
    var name = definition.name();
    return outside(
        definition,
        effect,
        CamelCase.className(effect),
        CamelCase.of(name.substring(name.lastIndexOf('/') + 1)),
        isHarmless ? Effect.Guard.NONE : Effect.Guard.DURABLE);
  }

  private Outside outside(
      Definition definition, String effect, String name, String method, Effect.Guard guard) {
    var scheme = Objects.requireNonNull(program.schemes().get(definition.name()));
    return new Outside(
        definition.name(),
        effect,
        name,
        method,
        guard,
        CallCodec.of(scheme, borders),
        program.types().expand(scheme.result()));
  }

  /// What was returned, as what the program gets: where an operation may give a `Result` and its
  /// method in Java gives the bare value, or throws, the value is the `Ok`.
  ///
  /// @throws EdnFault if it is of another type
  public Object returned(Outside outside, Payload value) {
    var result = result(outside);
    return result == null || ResultBorder.isOne(value.value())
        ? outside.codec().result(value)
        : Variant.ok(borders.of(result.args().getFirst()).in(value.value()));
  }

  /// The type of what an operation gives, if that is a Result.
  private static Type.@Nullable Named result(Outside outside) {
    return Type.head(outside.result()) instanceof Type.Named named
            && named.name().equals(Basic.RESULT)
        ? named
        : null;
  }

  /// What was thrown, as what the program gets: the `Err` of an operation that may give one.
  ///
  /// @throws Raise of all else
  public Object failed(Outside outside, Failure failure) {
    var result = result(outside);
    if (result != null) {
      var error = error(result.args().get(1), failure);
      if (error != null) {
        return Variant.err(error);
      }
    }
    if (failure.type().equals(GRANT_MISSING)) {
      throw Ungranted.refused(
          outside.effect(),
          outside.operation(),
          failure.message(),
          fields(failure).get(FLAG) instanceof Str(var flag) ? flag : "");
    }
    throw Raise.assertion(":" + outside.operation() + " failed: " + failure);
  }

  /// A failure as a value of the type of an error: a record that is called like the exception, or
  /// an enum that has such a variant. Null if it is of another name or shape.
  private @Nullable Object error(Type type, Failure failure) {
    var simple = failure.type().substring(nameStart(failure.type()));
    var name =
        program.types().expand(type) instanceof Type.Named named ? Naming.last(named.name()) : "";
    try {
      return name.equals(simple)
          ? borders.of(type).in(fields(failure))
          : borders.of(type).in(new Tagged(Symbol.of(name, simple), fields(failure)));
    } catch (EdnFault fault) {
      return null;
    }
  }

  /// The fields of what was thrown; its message is one, unless it has one of that name.
  private static MapValue fields(Failure failure) {
    var data = failure.data();
    var own = data != null && data.value() instanceof MapValue map ? map : MapValue.EMPTY;
    return own.get(MESSAGE) == null ? own.with(MESSAGE, Value.of(failure.message())) : own;
  }

  /// Where the simple name of a class begins in its binary name.
  private static int nameStart(String className) {
    return Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
  }
}
