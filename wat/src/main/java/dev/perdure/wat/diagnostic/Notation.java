package dev.perdure.wat.diagnostic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a [ReportText] is written. Each method answers text; the texts it takes are of its own
/// notation.
interface Notation {
  String string(String value);

  String number(long value);

  /// One of a closed set of names.
  String name(String name);

  /// Nothing, where no value need stand.
  String nothing();

  /// A value that may be absent.
  String option(@Nullable String value);

  String list(List<String> items);

  /// A map from names in kebab case.
  String map(Map<String, String> fields);

  /// A record of a tag such as `wat.core/Span`.
  String tagged(String tag, Map<String, String> fields);

  /// A diagnostic of a tag such as `wat.check/TypeMismatch`.
  String kind(String tag, Map<String, String> fields);
}
