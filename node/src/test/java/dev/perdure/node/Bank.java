package dev.perdure.node;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import dev.perdure.api.Sql;
import dev.perdure.api.Sql.Statement;
import dev.perdure.api.SqlValue;
import dev.perdure.api.Tasks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Moves money from an account to another, and tells after each move what is left: so what a task
/// returns shows what it was told, and the accounts show what was done.
public final class Bank {
  /// What is in the first account in the beginning.
  static final long ALL = 100;

  private final Sql sql;
  private final Orders orders;
  private final Tasks tasks;

  /// Who says how much to move.
  @Effect
  public interface Orders {
    /// An amount; 0 is the last.
    @Signal
    int amount();
  }

  public Bank(Sql sql, Orders orders, Tasks tasks) {
    this.sql = sql;
    this.tasks = tasks;
    this.orders = orders;
  }

  /// Moves 1, then 2, and so on.
  @Routed
  public List<Long> move(int times) {
    var left = new ArrayList<Long>();
    for (int amount = 1; amount <= times; amount++) {
      left.add(move(amount, "m" + amount));
    }
    return left;
  }

  /// Moves as much as it is told.
  @Routed
  public List<Long> obey() {
    var left = new ArrayList<Long>();
    for (int amount = orders.amount(); amount != 0; amount = orders.amount()) {
      left.add(move(amount, "o" + left.size()));
    }
    return left;
  }

  /// Moves an amount, and moves it back when the task is cancelled.
  @Routed
  public int reserve(int amount) {
    return tasks.saga(saga -> {
      saga.step(() -> shift(amount), () -> shift(-amount));
      return orders.amount();
    });
  }

  private long move(int amount, String id) {
    long left = shift(amount);
    sql.update("insert into moves values(?, ?)", SqlValue.of(id), SqlValue.of(amount));
    return left;
  }

  private long shift(int amount) {
    var moved = SqlValue.of(amount);
    var results =
        sql.transaction(
            Statement.update("update accounts set balance = balance - ? where id = 'a'", moved)
                .changing(1),
            Statement.update("update accounts set balance = balance + ? where id = 'b'", moved)
                .changing(1),
            Statement.query("select balance from accounts where id = 'a'"));
    return ((Sql.Result.Rows) results.getLast()).rows().getFirst().whole("balance");
  }

  /// What a function is to return that has moved 1, then 2, and so on.
  static List<Long> left(int times) {
    var left = new ArrayList<Long>();
    long rest = ALL;
    for (int amount = 1; amount <= times; amount++) {
      rest -= amount;
      left.add(rest);
    }
    return left;
  }

  static void found(DataSource source) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table accounts(id varchar(9) primary key, balance bigint)");
      statement.execute("insert into accounts values('a', " + ALL + "), ('b', 0)");
      statement.execute("create table moves(id varchar(9) primary key, amount bigint)");
    }
  }

  /// Both balances, how often money was moved, and how much was.
  static List<Long> books(DataSource source) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select (select balance from accounts where id = 'a'),"
                    + " (select balance from accounts where id = 'b'),"
                    + " (select count(*) from moves), (select sum(amount) from moves)")) {
      rows.next();
      return List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4));
    }
  }

  /// The books when 1, then 2, and so on was moved, each once.
  static List<Long> books(int times) {
    long moved = times * (times + 1L) / 2;
    return List.of(ALL - moved, moved, (long) times, moved);
  }
}
