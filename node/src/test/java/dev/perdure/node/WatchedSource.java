package dev.perdure.node;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A source of connections that tells of each step that is taken with them: before and after
/// connecting, each statement, committing and rolling back.
final class WatchedSource implements DataSource {
  private static final List<String> STEPS =
      List.of("execute", "executeUpdate", "executeQuery", "commit", "rollback");

  /// Is told of a step.
  interface Steps {
    /// @throws SQLException what the driver throws instead of going on
    void take(String step) throws SQLException;
  }

  private final DataSource source;
  private final Steps steps;
  private final Queue<Connection> open = new ConcurrentLinkedQueue<>();

  WatchedSource(DataSource source, Steps steps) {
    this.source = source;
    this.steps = steps;
  }

  /// Cuts all connections, as the end of the process does.
  void cut() {
    for (var connection : open) {
      try {
        connection.rollback();
      } catch (SQLException e) {
        // it was not in a transaction
      }
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    steps.take("before connect");
    var connection = source.getConnection();
    open.add(connection);
    return watched(Connection.class, connection);
  }

  private <T> T watched(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              boolean step = STEPS.contains(method.getName());
              if (step) {
                steps.take("before " + method.getName());
              }
              var result = invoke(real, method, arguments);
              if (step) {
                steps.take("after " + method.getName());
              }
              if (method.getName().equals("close") && real instanceof Connection) {
                open.remove(real);
                steps.take("after close");
              }
              return result instanceof PreparedStatement statement
                  ? watched(PreparedStatement.class, statement)
                  : result;
            }));
  }

  private static @Nullable Object invoke(
      Object real, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
