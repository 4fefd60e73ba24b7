package dev.perdure.otel;

import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/// The attributes of spans and metrics. Values of programs are in none of them, nor are messages of
/// failures: they may be secrets.
final class Names {
  static final AttributeKey<String> TASK = AttributeKey.stringKey("perdure.task.id");
  static final AttributeKey<String> PARENT = AttributeKey.stringKey("perdure.task.parent");
  static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("perdure.function");
  static final AttributeKey<String> VERSION = AttributeKey.stringKey("perdure.version");
  static final AttributeKey<String> CANDIDATE = AttributeKey.stringKey("perdure.candidate");
  static final AttributeKey<String> EFFECT = AttributeKey.stringKey("perdure.effect");
  static final AttributeKey<String> PLACE = AttributeKey.stringKey("perdure.place");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("perdure.outcome");
  static final AttributeKey<String> RESULT = AttributeKey.stringKey("perdure.result");

  /// Of OpenTelemetry's semantic conventions.
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private Names() {}

  /// How something ended.
  static Attributes outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned _ -> Attributes.of(OUTCOME, "returned");
      case Outcome.Threw(Failure failure) -> Attributes.of(OUTCOME, "threw", ERROR, failure.type());
      case Outcome.Cancelled _ -> Attributes.of(OUTCOME, "cancelled");
    };
  }

  /// Attributes and more of them.
  static Attributes and(Attributes some, Attributes more) {
    AttributesBuilder both = some.toBuilder();
    return both.putAll(more).build();
  }
}
