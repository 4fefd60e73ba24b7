package dev.perdure.examples.workflows;

import dev.perdure.api.Routed;
import dev.perdure.api.Sql;
import dev.perdure.api.Sql.Result;
import dev.perdure.api.Sql.Statement;
import dev.perdure.api.SqlRowsDiffer;
import dev.perdure.api.SqlValue;

/// Pays out what somebody has earned: the account is charged and the payment noted, both or none,
/// and once.
public final class Payout {
  private static final String CHARGE =
      "update accounts set cents = cents - ? where id = ? and cents >= ?";

  private final Sql sql;

  public Payout(Sql sql) {
    this.sql = sql;
  }

  /// Pays out, and tells what is left.
  @Routed
  public String payOut(String account, long cents) {
    var id = SqlValue.of(account);
    var amount = SqlValue.of(cents);
    try {
      var results =
          sql.transaction(
              Statement.update(CHARGE, amount, id, amount).changing(1),
              Statement.update("insert into payments values (?, ?)", id, amount),
              Statement.query("select cents from accounts where id = ?", id));
      return left(results.getLast()) + " cents are left";
    } catch (SqlRowsDiffer tooLittle) {
      return "there are not " + cents + " cents";
    }
  }

  private static long left(Result query) {
    return ((Result.Rows) query).rows().getFirst().whole("cents");
  }
}
