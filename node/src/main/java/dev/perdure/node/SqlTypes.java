package dev.perdure.node;

import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values of [SqlValue] as JDBC 4.2 has them, and back.
final class SqlTypes {
  private SqlTypes() {}

  /// What a statement's parameter is set to.
  static @Nullable Object toJdbc(SqlValue value) {
    return switch (value) {
      case SqlValue.Null _ -> null;
      case SqlValue.Text(var text) -> text;
      case SqlValue.Whole(var number) -> number;
      case SqlValue.Decimal(var number) -> number;
      case SqlValue.Real(var number) -> number;
      case SqlValue.Truth(var truth) -> truth;
      case SqlValue.Bytes(var bytes) -> bytes;
      case SqlValue.Date(var date) -> date;
      case SqlValue.Time(var time) -> time;
      case SqlValue.DateTime(var dateTime) -> dateTime;
      case SqlValue.Moment(var instant) -> instant.atOffset(ZoneOffset.UTC);
      case SqlValue.Id(var id) -> id;
    };
  }

  /// A column of the present row.
  static SqlValue read(ResultSet row, int column, SqlDialect dialect) throws SQLException {
    var value =
        dialect.byStorage() ? other(row.getObject(column)) : kind(row, column, type(row, column));
    return value == null || row.wasNull() ? SqlValue.nil() : value;
  }

  /// The column's type, one of [Types]. PostgreSQL's driver calls both kinds of timestamp one.
  private static int type(ResultSet row, int column) throws SQLException {
    var meta = row.getMetaData();
    return meta.getColumnTypeName(column).equals("timestamptz")
        ? Types.TIMESTAMP_WITH_TIMEZONE
        : meta.getColumnType(column);
  }

  private static @Nullable SqlValue kind(ResultSet row, int column, int type) throws SQLException {
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          SqlValue.of(row.getLong(column));
      case Types.NUMERIC, Types.DECIMAL -> decimal(row.getBigDecimal(column));
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> SqlValue.of(row.getDouble(column));
      case Types.BOOLEAN, Types.BIT -> SqlValue.of(row.getBoolean(column));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> binary(row, column);
      case Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          time(row, column, type);
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> text(row, column);
      case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> text(row, column);
      default -> other(row.getObject(column));
    };
  }

  private static @Nullable SqlValue text(ResultSet row, int column) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : SqlValue.of(text);
  }

  private static @Nullable SqlValue decimal(@Nullable BigDecimal number) {
    return number == null ? null : SqlValue.of(number);
  }

  /// Some drivers give their UUIDs the type of bytes.
  private static @Nullable SqlValue binary(ResultSet row, int column) throws SQLException {
    if (row.getObject(column) instanceof UUID id) {
      return SqlValue.of(id);
    }
    var bytes = row.getBytes(column);
    return bytes == null ? null : SqlValue.of(bytes);
  }

  private static @Nullable SqlValue time(ResultSet row, int column, int type) throws SQLException {
    var wanted =
        switch (type) {
          case Types.DATE -> LocalDate.class;
          case Types.TIME -> LocalTime.class;
          case Types.TIMESTAMP -> LocalDateTime.class;
          default -> OffsetDateTime.class;
        };
    return other(row.getObject(column, wanted));
  }

  /// By the class of what the driver gives.
  private static @Nullable SqlValue other(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case LocalDate date -> SqlValue.of(date);
      case LocalTime time -> SqlValue.of(time);
      case LocalDateTime dateTime -> SqlValue.of(dateTime);
      case OffsetDateTime moment -> SqlValue.of(moment.toInstant());
      case UUID id -> SqlValue.of(id);
      case String text -> SqlValue.of(text);
      case Integer number -> SqlValue.of(number.longValue());
      case Long number -> SqlValue.of(number);
      case Double number -> SqlValue.of(number);
      case byte[] bytes -> SqlValue.of(bytes);
      default ->
          throw new SqlFailed(
              "a column holds a " + value.getClass().getName() + "; cast it in the query");
    };
  }
}
