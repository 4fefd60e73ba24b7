package dev.perdure.examples.shop;

import dev.perdure.api.Sql;
import dev.perdure.api.SqlValue;
import java.util.List;

/// The catalogue in a SQL database: an implementation of an effect, outside every universe.
public final class SqlCatalog implements Catalog {
  /// Finds a customer.
  public static final String USER = "select name from users where id = ?";

  /// Finds a customer's list.
  public static final String ITEMS =
      "select sku, quantity from items where user_id = ? order by sku";

  private final Sql sql;

  public SqlCatalog(Sql sql) {
    this.sql = sql;
  }

  @Override
  public User user(String id) {
    var rows = sql.query(USER, SqlValue.of(id));
    if (rows.isEmpty()) {
      throw new NoSuchUser("there is no user " + id);
    }
    return new User(id, rows.getFirst().text("name"));
  }

  @Override
  public List<Item> items(String userId) {
    return sql.query(ITEMS, SqlValue.of(userId)).stream()
        .map(row -> new Item(row.text("sku"), Math.toIntExact(row.whole("quantity"))))
        .toList();
  }
}
