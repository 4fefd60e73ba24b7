package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Sql;
import dev.perdure.api.SqlConflict;
import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlNoAnswer;
import dev.perdure.api.SqlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcEffectTest {
  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:effects;DB_CLOSE_DELAY=-1", "sa", "");
  private final Sql sql = new JdbcEffect(pool);

  @BeforeEach
  void table() {
    sql.update("create table users(id varchar primary key, name varchar, age int)");
    sql.update("insert into users values('u1', 'Ada', 36)");
  }

  @AfterEach
  void drop() {
    sql.update("drop all objects");
    pool.dispose();
  }

  @Test
  void aQueryGivesItsRowsInOrder() {
    sql.update("insert into users values(?, ?, ?)", of("u2"), of("Bea"), SqlValue.of(7));
    var rows = sql.query("select name, age from users order by id desc");
    assertThat(rows).extracting(row -> row.text("name")).containsExactly("Bea", "Ada");
    assertThat(rows.getLast().whole("AGE")).isEqualTo(36);
  }

  private static SqlValue of(String text) {
    return SqlValue.of(text);
  }

  @Test
  void anUpdateTellsHowManyRowsItChanged() {
    assertThat(sql.update("update users set age = age + 1")).isEqualTo(1);
    assertThat(sql.update("delete from users where id = ?", of("u9"))).isZero();
  }

  @Test
  void aNullColumnIsNullAndNoText() {
    sql.update("insert into users values(?, ?, ?)", of("u2"), SqlValue.nil(), SqlValue.nil());
    var row = sql.query("select * from users where id = 'u2'").getFirst();
    assertThat(row.isNull("name")).isTrue();
    assertThat(row.isNull("age")).isTrue();
    assertThatThrownBy(() -> row.text("name")).hasMessageContaining("column name is Null[]");
    assertThatThrownBy(() -> row.text("nome")).hasMessageContaining("no column nome");
  }

  static Stream<Arguments> values() {
    var id = UUID.fromString("0198c0e2-7a31-7b44-9c3f-5d0f6d1f2a77");
    return Stream.of(
        Arguments.of("varchar", SqlValue.of("text")),
        Arguments.of("clob", SqlValue.of("text")),
        Arguments.of("bigint", SqlValue.of(Long.MAX_VALUE)),
        Arguments.of("decimal(10, 2)", SqlValue.of(new BigDecimal("12.30"))),
        Arguments.of("double precision", SqlValue.of(0.5)),
        Arguments.of("boolean", SqlValue.of(true)),
        Arguments.of("varbinary", SqlValue.of(new byte[] {1, -1})),
        Arguments.of("date", SqlValue.of(LocalDate.of(2026, 2, 28))),
        Arguments.of("time", SqlValue.of(LocalTime.of(12, 30))),
        Arguments.of("timestamp", SqlValue.of(LocalDateTime.of(2026, 2, 28, 12, 30))),
        Arguments.of(
            "timestamp with time zone", SqlValue.of(Instant.parse("2026-02-28T12:30:00.5Z"))),
        Arguments.of("uuid", SqlValue.of(id)),
        Arguments.of("int", SqlValue.nil()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueOfEachKindComesBackAsItWent(String type, SqlValue value) {
    sql.update("create table one(v " + type + ")");
    sql.update("insert into one values(?)", value);
    assertThat(sql.query("select v from one").getFirst().value("v")).isEqualTo(value);
  }

  @Test
  void aBrokenConstraintIsAConflict() {
    assertThatThrownBy(() -> sql.update("insert into users values('u1', 'Eve', 1)"))
        .isInstanceOf(SqlConflict.class);
  }

  @Test
  void aWrongStatementIsToldWithItsText() {
    assertThatThrownBy(() -> sql.query("select * from nowhere"))
        .isExactlyInstanceOf(SqlFailed.class)
        .hasMessageContaining("select * from nowhere");
  }

  @Test
  void moreRowsThanFitAreRefused() {
    assertThatThrownBy(() -> sql.query("select * from system_range(1, 10001)"))
        .isExactlyInstanceOf(SqlFailed.class)
        .hasMessageContaining("10000 rows");
    assertThat(sql.query("select * from system_range(1, 10000)", List.of())).hasSize(10_000);
  }

  @Test
  void aDatabaseThatIsNotThereGivesNoAnswer() {
    var nobody = new JdbcDataSource();
    nobody.setURL("jdbc:h2:tcp://127.0.0.1:1/none");
    assertThatThrownBy(() -> new JdbcEffect(nobody).query("select 1"))
        .isInstanceOf(SqlNoAnswer.class);
  }
}
