package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Sql;
import dev.perdure.api.Sql.Result;
import dev.perdure.api.Sql.Statement;
import dev.perdure.api.SqlConflict;
import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlNoAnswer;
import dev.perdure.api.SqlRowsDiffer;
import dev.perdure.api.SqlValue;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Undecided;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// What `Sql` promises, on each kind of database.
class JdbcEffectTest {
  private static final TaskId OTHER = new TaskId(0x0198c0e27a317b44L, 8);
  private static final String MORE = "update accounts set balance = balance + 1 where id = 'a'";
  private static final String LESS = "update accounts set balance = balance - 1 where id = 'a'";

  @TempDir Path folder;
  private final Lives lives = Lives.of("00000000000000e1");
  private final AtomicInteger effects = new AtomicInteger();

  /// A kind of database.
  enum Kind {
    SQLITE,
    POSTGRES,
    H2
  }

  private DataSource source(Kind kind) {
    var source =
        switch (kind) {
          case SQLITE -> Databases.sqlite(folder);
          case POSTGRES -> Databases.postgres();
          case H2 -> Databases.h2();
        };
    execute(source, "create table accounts(id varchar(9) primary key, balance bigint)");
    execute(source, "insert into accounts values('a', 10), ('b', 0)");
    return source;
  }

  private static void execute(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long balance(DataSource source, String id) {
    return number(source, "select balance from accounts where id = '" + id + "'");
  }

  private static long outcomes(DataSource source) {
    return number(source, "select count(*) from perdure_outcome");
  }

  private static SqlValue of(String text) {
    return SqlValue.of(text);
  }

  /// Performs something as the next effect of a task.
  private <T> T next(Ownership life, Supplier<T> effect) {
    return Lives.perform(life, effects.getAndIncrement(), effect);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryGivesItsRowsInOrder(Kind kind) {
    Sql sql = new JdbcEffect(source(kind));
    var rows = sql.query("select id, balance from accounts order by id desc");
    assertThat(rows).extracting(row -> row.text("id")).containsExactly("b", "a");
    assertThat(rows.getLast().whole("BALANCE")).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateTellsHowManyRowsItChanged(Kind kind) {
    Sql sql = new JdbcEffect(source(kind));
    var life = lives.open(1);
    assertThat(next(life, () -> sql.update("update accounts set balance = 7"))).isEqualTo(2);
    assertThat(next(life, () -> sql.update("delete from accounts where id = ?", of("c")))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionTellsWhatCameOfEachStatement(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var results =
        next(
            lives.open(1),
            () ->
                sql.transaction(
                    Statement.update(LESS).changing(1),
                    Statement.query("select balance from accounts where id = ?", of("a")),
                    Statement.update("update accounts set balance = balance + 1 where id = 'b'")));
    assertThat(results)
        .containsExactly(
            new Result.Changed(1),
            new Result.Rows(List.of(new Sql.Row(Map.of("balance", SqlValue.of(9))))),
            new Result.Changed(1));
    assertThat(balance(source, "b")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionOfWhichOneStatementChangesOtherRowsIsNot(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var life = lives.open(1);
    assertThatThrownBy(() ->
            Lives.perform(
                life,
                0,
                () ->
                    sql.transaction(
                        Statement.update(LESS).changing(1),
                        Statement.update("update accounts set balance = 1 where id = 'c'")
                            .changing(1))))
        .isInstanceOfSatisfying(
            SqlRowsDiffer.class,
            e -> {
              assertThat(e.statement()).isEqualTo(1);
              assertThat(e.rows()).isZero();
            });
    assertThat(balance(source, "a")).isEqualTo(10);
    assertThat(outcomes(source)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPerformedAgainIsDoneOnceAndToldTheSame(Kind kind) {
    var source = source(kind);
    var life = lives.open(1);
    Supplier<List<Result>> effect =
        () ->
            new JdbcEffect(source)
                .transaction(
                    List.of(
                        Statement.update(MORE), Statement.query("select balance from accounts")));
    var first = Lives.perform(life, 0, effect);
    assertThat(Lives.perform(life, 0, effect)).isEqualTo(first);
    assertThat(Lives.perform(lives.open(2), 0, effect)).isEqualTo(first);
    assertThat(balance(source, "a")).isEqualTo(11);
    Lives.perform(lives.open(3), 1, effect);
    assertThat(balance(source, "a")).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource
  void oneEffectMayMakeSeveralTransactionsOfWhichEachIsDoneOnce(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var life = lives.open(1);
    Supplier<Integer> effect = () -> sql.update(MORE) + sql.update(MORE) + sql.update(LESS);
    assertThat(Lives.perform(life, 0, effect)).isEqualTo(3);
    assertThat(Lives.perform(life, 0, effect)).isEqualTo(3);
    assertThat(balance(source, "a")).isEqualTo(11);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheDatabaseRefusedMayBeAskedAgainUnderTheSameKey(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var life = lives.open(1);
    Supplier<Integer> effect = () -> sql.update("insert into accounts values('a', 1)");
    assertThatThrownBy(() -> Lives.perform(life, 0, effect)).isInstanceOf(SqlConflict.class);
    execute(source, "delete from accounts where id = 'a'");
    assertThat(Lives.perform(life, 0, effect)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherEffectUnderTheSameKeyIsNeitherDoneNorAnswered(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    Lives.perform(lives.open(1), 0, () -> sql.update(MORE));
    assertThatThrownBy(() -> Lives.perform(lives.open(2), 0, () -> sql.update(LESS)))
        .isInstanceOfSatisfying(
            Undecided.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(NodeCode.SQL_OUTCOME_DIFFERS);
              assertThat(e.stops()).isFalse();
            });
    assertThat(balance(source, "a")).isEqualTo(11);
  }

  @ParameterizedTest
  @EnumSource
  void anEngineThatWasReplacedCommitsNothingHoweverOftenItIsOpened(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var zombie = lives.open(1);
    Lives.perform(zombie, 0, () -> sql.update(MORE));
    var copy = lives.copy();
    Lives.perform(copy.open(2), 1, () -> new JdbcEffect(source).update(MORE));
    assertFenced(zombie, () -> sql.update(MORE));
    for (int again = 3; again < 9; again++) {
      assertFenced(lives.open(again), () -> new JdbcEffect(source).update(MORE));
    }
    assertThat(balance(source, "a")).isEqualTo(12);
    Lives.perform(copy.open(9), 2, () -> new JdbcEffect(source).update(MORE));
  }

  private static void assertFenced(Ownership life, Supplier<Integer> effect) {
    assertThatThrownBy(() -> Lives.perform(life, 1, effect))
        .isInstanceOfSatisfying(
            Undecided.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(NodeCode.SQL_FENCED);
              assertThat(e.stops()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyTakesOverInTheMiddleOfATransaction(Kind kind) {
    var source = source(kind);
    var first = lives.open(1);
    Lives.perform(first, 0, () -> new JdbcEffect(source).update(MORE));
    var next = lives.open(2);
    var commits = new AtomicInteger();
    var watched =
        new WatchedSource(
            source,
            step -> {
              if (step.equals("before commit") && commits.incrementAndGet() == 2) {
                assertThatThrownBy(() ->
                        Lives.perform(
                            next, 2, () -> new JdbcEffect(impatient(source)).update(MORE)))
                    .isInstanceOf(SqlNoAnswer.class);
              }
            });
    var sql = new JdbcEffect(source);
    Lives.perform(first, 1, () -> sql.update(MORE));
    var inTheMiddle = new JdbcEffect(watched);
    Lives.perform(first, 3, () -> inTheMiddle.update(MORE));
    assertThat(commits.get()).as("of the claim, and of the effect").isEqualTo(2);
    assertThat(balance(source, "a")).isEqualTo(13);
    Lives.perform(next, 4, () -> new JdbcEffect(source).update(MORE));
    assertFenced(first, () -> sql.update(MORE));
  }

  /// The same database, for somebody who does not wait for others.
  private static DataSource impatient(DataSource source) {
    return switch (source) {
      case SQLiteDataSource file -> {
        var config = new SQLiteConfig();
        config.setBusyTimeout(1);
        var other = new SQLiteDataSource(config);
        other.setUrl(file.getUrl());
        yield other;
      }
      case PGSimpleDataSource server -> {
        var other = Databases.postgresAt(server.getUrl());
        other.setUser(server.getUser());
        other.setOptions("-c lock_timeout=1");
        yield other;
      }
      case JdbcDataSource memory -> {
        var other = new JdbcDataSource();
        other.setURL(memory.getURL() + ";LOCK_TIMEOUT=1");
        yield other;
      }
      default -> throw new IllegalArgumentException(source.toString());
    };
  }

  @ParameterizedTest
  @EnumSource
  void aCommitWhoseAnswerIsLostIsFoundInTheNextTry(Kind kind) {
    var source = source(kind);
    var life = lives.open(1);
    Lives.perform(life, 0, () -> new JdbcEffect(source).update(MORE));
    var commits = new AtomicInteger();
    var watched =
        new WatchedSource(
            source,
            step -> {
              boolean second = step.equals("after commit") && commits.incrementAndGet() == 2;
              fail(second ? "now" : step, "now");
            });
    var lost = new JdbcEffect(watched);
    assertThatThrownBy(() -> Lives.perform(life, 1, () -> lost.update(MORE)))
        .isInstanceOf(SqlNoAnswer.class);
    var sql = new JdbcEffect(source);
    assertThat(Lives.perform(life, 1, () -> sql.update(MORE))).isEqualTo(1);
    assertThat(Lives.perform(life, 1, () -> sql.update(MORE))).isEqualTo(1);
    assertThat(balance(source, "a")).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCommittedIsNoFailureThoughTheConnectionCannotBeClosed(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(new WatchedSource(source, step -> fail(step, "after close")));
    assertThat(Lives.perform(lives.open(1), 0, () -> sql.update(MORE))).isEqualTo(1);
    assertThat(balance(source, "a")).isEqualTo(11);
  }

  private static void fail(String step, String at) throws SQLException {
    if (step.equals(at)) {
      throw new SQLException("the driver has a bad day");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLifeThatItsLogDoesNotYetKnowOwnsNothing(Kind kind) {
    var source = source(kind);
    Lives.perform(lives.open(1), 0, () -> new JdbcEffect(source).update(MORE));
    var life = lives.open(2);
    var silent = new Ownership(life.life(), life.clock(), Lives.noLooks());
    assertThatThrownBy(() -> Lives.perform(silent, 1, () -> new JdbcEffect(source).update(MORE)))
        .isInstanceOf(SqlNoAnswer.class);
    assertThat(balance(source, "a")).isEqualTo(11);
    assertThat(number(source, "select count(*) from perdure_owner where epoch = 1")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aRestoredBackupGoesOnOnlyIfAPersonSaysSo(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    lives.open(1);
    var backup = lives.copy();
    var lost = lives.open(2);
    Lives.perform(lost, 0, () -> sql.update(MORE));
    assertFenced(backup.open(3), () -> sql.update(MORE));
    backup.accept(2);
    var restored = backup.open(4);
    assertThat(Lives.perform(restored, 0, () -> sql.update(MORE))).isEqualTo(1);
    assertThat(balance(source, "a")).as("the outcome of the lost engine holds").isEqualTo(11);
    assertThatThrownBy(() -> Lives.perform(lost, 1, () -> new JdbcEffect(source).update(MORE)))
        .isInstanceOf(Undecided.class);
  }

  @ParameterizedTest
  @EnumSource
  void aForkKnowsNothingOfWhatTheOtherOneDoes(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var original = lives.open(1);
    Lives.perform(original, 0, () -> sql.update(MORE));
    var copy = lives.copy();
    copy.fork(77);
    Lives.perform(copy.open(2), 0, () -> new JdbcEffect(source).update(MORE));
    Lives.perform(original, 1, () -> sql.update(MORE));
    assertThat(balance(source, "a")).isEqualTo(13);
  }

  @ParameterizedTest
  @EnumSource
  void enginesDoNotMeetInOneDatabase(Kind kind) {
    var source = source(kind);
    var other = Lives.of("00000000000000e2");
    Lives.perform(lives.open(1), 0, () -> new JdbcEffect(source).update(MORE));
    Lives.perform(other.open(2), 0, () -> new JdbcEffect(source).update(LESS));
    assertThat(outcomes(source)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void outcomesAreDeletedWhenTheyAreDurableInTheLogAndOlderThanAnyBackup(Kind kind)
      throws SQLException {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var life = lives.open(1);
    for (int seq = 0; seq < 3; seq++) {
      int at = seq;
      Lives.perform(life, at, () -> sql.update(MORE));
    }
    Lives.perform(life, OTHER, 0, () -> sql.update(MORE));
    var cleaning = new SqlCleaning(source, Duration.ofDays(7));
    lives.pass(Duration.ofDays(6));
    lives.ended(OTHER);
    assertThat(cleaning.clean(life)).as("a backup may know nothing of them").isZero();
    Lives.perform(life, 1, () -> sql.update(MORE));
    lives.pass(Duration.ofDays(2));
    lives.ended(new TaskId(1, 1));
    assertThat(cleaning.clean(life)).isEqualTo(2);
    assertThat(outcomes(source)).as("one was found a short time ago, one is the last").isEqualTo(2);
    lives.pass(Duration.ofDays(8));
    assertThat(cleaning.clean(life)).isEqualTo(1);
    lives.ended(Lives.TASK);
    assertThat(cleaning.clean(life)).isEqualTo(1);
    assertThat(outcomes(source)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aBackupThatWouldNeedDeletedOutcomesIsRefused(Kind kind) throws SQLException {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    lives.open(1);
    var backup = lives.copy();
    lives.pass(Duration.ofDays(1));
    var life = lives.open(2);
    Lives.perform(life, OTHER, 0, () -> sql.update(MORE));
    lives.ended(OTHER);
    var newer = lives.copy();
    lives.pass(Duration.ofDays(8));
    assertThat(new SqlCleaning(source, Duration.ofDays(7)).clean(life)).isEqualTo(1);
    backup.accept(2);
    newer.open(3);
    var kept = backup.copy();
    assertThatThrownBy(() -> Lives.perform(old(kept), 0, () -> new JdbcEffect(source).update(MORE)))
        .isInstanceOfSatisfying(
            Undecided.class,
            e -> assertThat(e.problem().code()).isEqualTo(NodeCode.SQL_OUTCOMES_GONE));
    Lives.perform(newer.open(4), 0, () -> new JdbcEffect(source).update(MORE));
  }

  /// The life of a log whose newest event is older than anything else here.
  private static Ownership old(Lives lives) {
    var life = lives.open(5);
    var l = life.life();
    return new Ownership(
        new Ownership.Life(l.engine(), l.fork(), l.owner(), l.epoch(), l.earlier(), 1),
        life.clock(),
        life.looks());
  }

  @ParameterizedTest
  @EnumSource
  void resultsThatAreTooLargeToBeKeptAreRefusedBeforeAnythingIsCommitted(Kind kind) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    var text = "x".repeat(Limits.SQL_OUTCOME_CHARS_MAX);
    assertThatThrownBy(() ->
            next(
                lives.open(1),
                () ->
                    sql.transaction(
                        Statement.update(MORE),
                        Statement.query("select cast(? as varchar(2000000)) as t", of(text)))))
        .isExactlyInstanceOf(SqlFailed.class)
        .hasMessageContaining("characters");
    assertThat(balance(source, "a")).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void aNullColumnIsNullAndNoText(Kind kind) {
    Sql sql = new JdbcEffect(source(kind));
    next(
        lives.open(1),
        () -> sql.update("insert into accounts values(?, ?)", of("c"), SqlValue.nil()));
    var row = sql.query("select balance from accounts where id = 'c'").getFirst();
    assertThat(row.isNull("balance")).isTrue();
    assertThatThrownBy(() -> row.text("balance")).hasMessageContaining("column balance is Null[]");
    assertThatThrownBy(() -> row.text("nome")).hasMessageContaining("no column nome");
  }

  static Stream<Arguments> values() {
    var id = UUID.fromString("0198c0e2-7a31-7b44-9c3f-5d0f6d1f2a77");
    return Stream.of(
        Arguments.of("varchar(20)", SqlValue.of("text"), of("text")),
        Arguments.of("bigint", SqlValue.of(Long.MAX_VALUE), SqlValue.of(Long.MAX_VALUE)),
        Arguments.of("decimal(10, 2)", SqlValue.of(new BigDecimal("12.30")), null),
        Arguments.of("double precision", SqlValue.of(0.5), SqlValue.of(0.5)),
        Arguments.of("boolean", SqlValue.of(true), SqlValue.of(1)),
        Arguments.of("bytes", SqlValue.of(new byte[] {1, -1}), SqlValue.of(new byte[] {1, -1})),
        Arguments.of("date", SqlValue.of(LocalDate.of(2026, 2, 28)), of("2026-02-28")),
        Arguments.of("time", SqlValue.of(LocalTime.of(12, 30)), of("12:30")),
        Arguments.of(
            "timestamp",
            SqlValue.of(LocalDateTime.of(2026, 2, 28, 12, 30)),
            of("2026-02-28T12:30")),
        Arguments.of(
            "timestamp with time zone",
            SqlValue.of(Instant.parse("2026-02-28T12:30:00.5Z")),
            of("2026-02-28T12:30:00.500Z")),
        Arguments.of("uuid", SqlValue.of(id), of(id.toString())),
        Arguments.of("int", SqlValue.nil(), SqlValue.nil()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueOfEachKindComesBackAsItWent(String type, SqlValue value, SqlValue stored) {
    for (var kind : List.of(Kind.POSTGRES, Kind.H2)) {
      var bytes = kind == Kind.POSTGRES ? "bytea" : "varbinary";
      assertThat(there(kind, type.equals("bytes") ? bytes : type, value)).isEqualTo(value);
    }
    var kept = there(Kind.SQLITE, type, value);
    if (stored != null) {
      assertThat(kept).as("SQLite keeps texts, numbers and bytes").isEqualTo(stored);
    }
  }

  private SqlValue there(Kind kind, String type, SqlValue value) {
    var source = source(kind);
    Sql sql = new JdbcEffect(source);
    execute(source, "create table one(v " + type + ")");
    next(lives.open(1), () -> sql.update("insert into one values(?)", value));
    return sql.query("select v from one").getFirst().value("v");
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenConstraintIsAConflict(Kind kind) {
    Sql sql = new JdbcEffect(source(kind));
    assertThatThrownBy(
            () -> next(lives.open(1), () -> sql.update("insert into accounts values('a', 1)")))
        .isInstanceOf(SqlConflict.class);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongStatementIsToldWithItsText(Kind kind) {
    Sql sql = new JdbcEffect(source(kind));
    assertThatThrownBy(() -> sql.query("select * from nowhere"))
        .isExactlyInstanceOf(SqlFailed.class)
        .hasMessageContaining("select * from nowhere");
  }

  @Test
  void moreRowsThanFitAreRefused() {
    Sql sql = new JdbcEffect(Databases.h2());
    assertThatThrownBy(() -> sql.query("select * from system_range(1, 10001)"))
        .isExactlyInstanceOf(SqlFailed.class)
        .hasMessageContaining("10000 rows");
    assertThat(sql.query("select * from system_range(1, 10000)", List.of())).hasSize(10_000);
  }

  @Test
  void aDatabaseThatIsNotThereGivesNoAnswer() throws IOException {
    var nobody = new JdbcDataSource();
    nobody.setURL("jdbc:h2:tcp://127.0.0.1:1/none");
    assertNoAnswer(new JdbcEffect(nobody));
    var noPort = Databases.postgresAt("jdbc:postgresql://127.0.0.1:1/none");
    assertNoAnswer(new JdbcEffect(noPort));
    var blocked = Files.createFile(folder.resolve("file"));
    assertNoAnswer(new JdbcEffect(Databases.sqliteAt(blocked + "/none.db")));
  }

  private static void assertNoAnswer(Sql sql) {
    assertThatThrownBy(() -> sql.query("select 1")).isInstanceOf(SqlNoAnswer.class);
  }

  @Test
  void aDatabaseThatAnotherHoldsGivesNoAnswerAndIsNotChanged() throws SQLException {
    var source = source(Kind.SQLITE);
    Sql sql = new JdbcEffect(source);
    var life = lives.open(1);
    Lives.perform(life, 0, () -> sql.update(MORE));
    try (var other = source.getConnection();
        var statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertThatThrownBy(() -> Lives.perform(life, 1, () -> sql.update(MORE)))
          .isInstanceOf(SqlNoAnswer.class);
    }
    assertThat(Lives.perform(life, 1, () -> sql.update(MORE))).isEqualTo(1);
    assertThat(balance(source, "a")).isEqualTo(12);
  }

  @Test
  void nothingIsChangedOutsideOfAnEffect() {
    Sql sql = new JdbcEffect(source(Kind.SQLITE));
    assertThatThrownBy(() -> sql.update(MORE)).isInstanceOf(IllegalStateException.class);
  }
}
