package dev.perdure.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What goes into a database and comes out of it.
///
/// | variant | SQL |
/// |---|---|
/// | `Null` | `NULL` of any type |
/// | `Text` | `CHAR`, `VARCHAR`, `CLOB` |
/// | `Whole` | `TINYINT` to `BIGINT` |
/// | `Decimal` | `NUMERIC`, `DECIMAL` |
/// | `Real` | `REAL`, `DOUBLE` |
/// | `Truth` | `BOOLEAN`, `BIT` |
/// | `Bytes` | `BINARY`, `VARBINARY`, `BLOB` |
/// | `Date`, `Time`, `DateTime` | `DATE`, `TIME`, `TIMESTAMP` |
/// | `Moment` | `TIMESTAMP WITH TIME ZONE` |
/// | `Id` | `UUID` |
public sealed interface SqlValue {
  /// No value.
  record Null() implements SqlValue {}

  /// Text.
  record Text(String value) implements SqlValue {}

  /// A whole number.
  record Whole(long value) implements SqlValue {}

  /// An exact number with a scale.
  record Decimal(BigDecimal value) implements SqlValue {}

  /// A floating-point number.
  record Real(double value) implements SqlValue {}

  /// True or false.
  record Truth(boolean value) implements SqlValue {}

  /// Bytes; equal if all of them are.
  @SuppressWarnings("ArrayRecordComponent") // compared by content below
  record Bytes(byte[] value) implements SqlValue {
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Bytes other && Arrays.equals(value, other.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /// A day.
  record Date(LocalDate value) implements SqlValue {}

  /// A time of day.
  record Time(LocalTime value) implements SqlValue {}

  /// A day and a time of day, of no time zone.
  record DateTime(LocalDateTime value) implements SqlValue {}

  /// A point in time.
  record Moment(Instant value) implements SqlValue {}

  /// A UUID.
  record Id(UUID value) implements SqlValue {}

  /// No value.
  static SqlValue nil() {
    return new Null();
  }

  /// A text.
  static SqlValue of(String value) {
    return new Text(value);
  }

  /// A whole number.
  static SqlValue of(long value) {
    return new Whole(value);
  }

  /// An exact number.
  static SqlValue of(BigDecimal value) {
    return new Decimal(value);
  }

  /// A floating-point number.
  static SqlValue of(double value) {
    return new Real(value);
  }

  /// True or false.
  static SqlValue of(boolean value) {
    return new Truth(value);
  }

  /// Bytes, which must not be changed afterwards.
  static SqlValue of(byte[] value) {
    return new Bytes(value);
  }

  /// A day.
  static SqlValue of(LocalDate value) {
    return new Date(value);
  }

  /// A time of day.
  static SqlValue of(LocalTime value) {
    return new Time(value);
  }

  /// A day and a time of day.
  static SqlValue of(LocalDateTime value) {
    return new DateTime(value);
  }

  /// A point in time.
  static SqlValue of(Instant value) {
    return new Moment(value);
  }

  /// A UUID.
  static SqlValue of(UUID value) {
    return new Id(value);
  }
}
