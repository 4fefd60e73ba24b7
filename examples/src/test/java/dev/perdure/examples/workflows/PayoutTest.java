package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.api.Sql;
import dev.perdure.engine.StartOptions;
import dev.perdure.node.JdbcEffect;
import dev.perdure.testkit.Crashes;
import dev.perdure.testkit.PerdureExtension;
import dev.perdure.testkit.TestPerdure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// Money leaves an account once, on SQLite.
@ExtendWith(PerdureExtension.class)
class PayoutTest {
  @TempDir Path folder;
  private final AtomicInteger databases = new AtomicInteger();

  private DataSource bank() {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve(databases.incrementAndGet() + ".db"));
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table accounts(id text primary key, cents integer)");
      statement.execute("create table payments(account text, cents integer)");
      statement.execute("insert into accounts values('ada', 500)");
      return source;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> books(DataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select (select cents from accounts), (select count(*) from payments),"
                    + " (select coalesce(sum(cents), 0) from payments)")) {
      return List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoHasTooLittleIsPaidNothing(TestPerdure perdure) {
    var source = bank();
    perdure.bind(Sql.class, new JdbcEffect(source)).deploy("v1", Payout.class);
    var task = perdure.start("payOut", "ada", 501);
    assertThat(perdure.await(task, String.class)).isEqualTo("there are not 501 cents");
    assertThat(books(source)).containsExactly(500L, 0L, 0L);
  }

  @Test
  void moneyIsPaidOnceWhereverTheProcessDies() {
    int crashes = Crashes.atEveryStep(folder, () -> new Paying(bank()));
    assertThat(crashes).isEqualTo(4);
  }

  /// Two payments out of one account.
  record Paying(DataSource source) implements Crashes.Scenario {
    @Override
    public void prepare(Crashes.Node node) {
      node.bind(Sql.class, new JdbcEffect(source)).deploy("v1", Payout.class);
    }

    @Override
    public void run(TestPerdure perdure) {
      assertThat(paid(perdure, "first", 200)).isEqualTo("300 cents are left");
      assertThat(paid(perdure, "second", 100)).isEqualTo("200 cents are left");
      assertThat(books(source)).containsExactly(200L, 2L, 300L);
    }

    private static String paid(TestPerdure perdure, String key, long cents) {
      var once = StartOptions.NONE.withKey(key);
      var task = perdure.perdure().start("payOut", List.of("ada", cents), once);
      return perdure.await(task, String.class);
    }
  }
}
