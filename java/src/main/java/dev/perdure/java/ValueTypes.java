package dev.perdure.java;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The types that are values and come from the JDK or from Perdure itself.
final class ValueTypes {
  private static final Map<String, Integer> PARAMETERS =
      Stream.concat(
              Stream.of(
                      "java.lang.String",
                      "java.lang.Boolean",
                      "java.lang.Byte",
                      "java.lang.Character",
                      "java.lang.Short",
                      "java.lang.Integer",
                      "java.lang.Long",
                      "java.lang.Float",
                      "java.lang.Double",
                      "dev.perdure.api.Keyword",
                      "java.math.BigDecimal",
                      "java.math.BigInteger",
                      "java.util.UUID",
                      "java.time.DayOfWeek",
                      "java.time.Duration",
                      "java.time.Instant",
                      "java.time.LocalDate",
                      "java.time.LocalDateTime",
                      "java.time.LocalTime",
                      "java.time.Month",
                      "java.time.MonthDay",
                      "java.time.OffsetDateTime",
                      "java.time.OffsetTime",
                      "java.time.Period",
                      "java.time.Year",
                      "java.time.YearMonth",
                      "java.time.ZoneId",
                      "java.time.ZoneOffset",
                      "java.time.ZonedDateTime")
                  .map(name -> Map.entry(name, 0)),
              Stream.of(
                  Map.entry("java.util.List", 1),
                  Map.entry("java.util.Set", 1),
                  Map.entry("java.util.Optional", 1),
                  Map.entry("java.util.Map", 2),
                  Map.entry("dev.perdure.api.Result", 2)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ValueTypes() {}

  /// How many type arguments one of them takes; -1 if it is none of them.
  static int parameters(String className) {
    return PARAMETERS.getOrDefault(className, -1);
  }
}
